using System.Text.Json.Serialization;

namespace Newswire.Contracts;

/// <summary>The one final status of a dispatch (or of an item of it) in the archive. The vocabulary is closed: the books are kept in it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Disposition>))]
public enum Disposition
{
    /// <summary>Stored; the newest version of its story, or a version the story needs.</summary>
    [JsonStringEnumMemberName("archived")]
    Archived,

    /// <summary>The same version with the same text was there already; nothing changed.</summary>
    [JsonStringEnumMemberName("duplicate")]
    Duplicate,

    /// <summary>Older than what is there: kept as history, never live.</summary>
    [JsonStringEnumMemberName("superseded")]
    Superseded,

    /// <summary>Stored but not released: embargo, withheld, or an editor's decision is needed.</summary>
    [JsonStringEnumMemberName("held")]
    Held,

    /// <summary>Could not be processed; waits in quarantine with its reason.</summary>
    [JsonStringEnumMemberName("quarantined")]
    Quarantined,
}
