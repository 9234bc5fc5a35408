using Newswire.Contracts;

namespace Newswire.Archiver.Versions;

/// <summary>What <see cref="VersionMerge"/> needs to know of one item of a story, and the place it had before (null for a new item).</summary>
public sealed record VersionFacts
{
    public required Guid DispatchId { get; init; }

    public required int ItemIndex { get; init; }

    /// <summary>The version as the provider wrote it.</summary>
    public string? Label { get; init; }

    /// <summary>When the provider made this version; null when the document does not say.</summary>
    public DateTimeOffset? Created { get; init; }

    public required DateTimeOffset Received { get; init; }

    /// <summary><see cref="Versions.ContentHash"/> of the record.</summary>
    public required string ContentHash { get; init; }

    public string Status { get; init; } = Statuses.Usable;

    public DateTimeOffset? EmbargoedUntil { get; init; }

    /// <summary>Why the reader wants an editor to look.</summary>
    public string? StatedHold { get; init; }

    /// <summary>An editor has released it: holds other than an embargo no longer count.</summary>
    public bool Released { get; init; }

    public VersionPlace? Before { get; init; }

    public bool IsKill => Status == Statuses.Canceled;
}

/// <summary>Where an item stands in its story.</summary>
public sealed record VersionPlace
{
    public required Disposition Disposition { get; init; }

    /// <summary>From 1; null for a duplicate, which is no version of its own.</summary>
    public int? Ordinal { get; init; }

    /// <summary>The newest version known, released or not.</summary>
    public bool IsLatest { get; init; }

    /// <summary>Its version number is also on another text.</summary>
    public bool Reused { get; init; }

    /// <summary>A kill of the story ended it.</summary>
    public bool Killed { get; init; }

    /// <summary>Why an editor must decide; null when nobody needs to.</summary>
    public string? HoldReason { get; init; }

    /// <summary>From when on it is the live version: long ago, the end of its embargo, or never (null).</summary>
    public DateTimeOffset? LiveFrom { get; init; }
}
