using System.ComponentModel.DataAnnotations;

namespace Newswire.Collector.Sources;

/// <summary>A watched drop folder. Section <c>Sources:{name}</c>; a source with a <see cref="Folder"/> is watched by the collector.</summary>
public sealed class FolderSourceOptions
{
    /// <summary>The folder; created when missing.</summary>
    public string? Folder { get; set; }

    /// <summary>move (to <c>.accepted/</c> in the folder) or remember (files stay, a journal knows them). Default move.</summary>
    [RegularExpression("^(move|remember)$")]
    public string AfterAccept { get; set; } = "move";

    /// <summary>Seconds between two looks. Default 2.</summary>
    [Range(0.05, 3_600)]
    public double PollSeconds { get; set; } = 2;

    /// <summary>Seconds a file's size and time must not have changed before it counts as complete. Default 2.</summary>
    [Range(0, 3_600)]
    public double SettleSeconds { get; set; } = 2;

    /// <summary>Endings of files that are still being transferred. Default .tmp .part .filepart .crdownload .swp ~.</summary>
    public IList<string> IgnoreEndings { get; set; } = [".tmp", ".part", ".partial", ".filepart", ".crdownload", ".swp", "~"];
}
