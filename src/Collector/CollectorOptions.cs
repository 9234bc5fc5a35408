using System.ComponentModel.DataAnnotations;

namespace Newswire.Collector;

/// <summary>Settings of the collector. Section <c>Collector</c>.</summary>
public sealed class CollectorOptions
{
    public const string Section = "Collector";

    /// <summary>Largest dispatch that is taken, in bytes. Default 64,000,000. A larger file stays where it is (a watched folder puts it aside) and is quarantined by name.</summary>
    [Range(1_000, 1_000_000_000)]
    public long MaxBytes { get; set; } = 64_000_000;

    /// <summary>Dispatches in work at once, from reading to the confirm (in-memory bus: to the archive). Default 256.</summary>
    [Range(1, 10_000)]
    public int InFlight { get; set; } = 256;

    /// <summary>Folder for claim checks of large dispatches when this process has no archive of its own; shared by all roles. Default: none, the archive keeps them.</summary>
    public string? ClaimCheckFolder { get; set; }
}
