using Newswire.Contracts;

namespace Newswire.Archiver;

/// <summary>What became of one item.</summary>
public sealed record ArchivedItem
{
    public required Guid DispatchId { get; init; }

    public required int ItemIndex { get; init; }

    public required Disposition Disposition { get; init; }

    /// <summary>As stored, with its place among the versions.</summary>
    public required NewsRecord Record { get; init; }

    /// <summary>False when a redelivery found everything done already: nothing to announce.</summary>
    public required bool Changed { get; init; }
}

/// <summary>Filters shared by search, export, replay and audit; a null member filters nothing.</summary>
public sealed record ArchiveQuery
{
    /// <summary>Words that must all occur; "quoted phrases" and -excluded words are understood by both stores.</summary>
    public string? Text { get; init; }

    public string? Language { get; init; }

    public string? Source { get; init; }

    public Guid? DispatchId { get; init; }

    /// <summary>Key or name of a named entity.</summary>
    public string? Entity { get; init; }

    public string? Uri { get; init; }

    /// <summary>By arrival, inclusive.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>By arrival, exclusive.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>usable, withheld or canceled (the newest version of each story that is so), or held: what waits for an editor or an embargo.</summary>
    public string? Status { get; init; }

    public string? Signal { get; init; }

    /// <summary>All versions rather than the live one of each story.</summary>
    public bool AllVersions { get; init; }

    public int? Limit { get; init; }

    public int Offset { get; init; }
}

/// <summary>One line of a story's timeline.</summary>
public sealed record JourneyEvent(DateTimeOffset At, string Stage, string What, Guid? DispatchId, string? Detail);

/// <summary>A dispatch as the books know it; enough to publish it again.</summary>
public sealed record StoredDispatch
{
    public required Guid DispatchId { get; init; }

    public required string Source { get; init; }

    public string? File { get; init; }

    public required DateTimeOffset Received { get; init; }

    public string? MediaType { get; init; }

    public string? Charset { get; init; }

    public required string Sha256 { get; init; }

    public required long Bytes { get; init; }
}

/// <summary>Where a dispatch stands; <see cref="Disposition"/> is null while it is in flight.</summary>
public sealed record DispatchState
{
    public required Guid DispatchId { get; init; }

    public string? File { get; init; }

    public required DateTimeOffset Received { get; init; }

    public required int Deliveries { get; init; }

    public int? ItemCount { get; init; }

    public required int ItemsDone { get; init; }

    public Disposition? Disposition { get; init; }

    public bool RawKept { get; init; }
}

/// <summary>received = archived + duplicate + superseded + held + quarantined + in flight, in deliveries.</summary>
public sealed record Books
{
    public required long Received { get; init; }

    public required long Archived { get; init; }

    public required long Duplicate { get; init; }

    public required long Superseded { get; init; }

    public required long Held { get; init; }

    public required long Quarantined { get; init; }

    public required long InFlight { get; init; }

    /// <summary>Dispatches with a result but without their raw bytes: never when all is well.</summary>
    public required long WithoutRaw { get; init; }

    /// <summary>Items (a dispatch may hold several) by disposition.</summary>
    public required IReadOnlyDictionary<Disposition, long> Items { get; init; }

    /// <summary>The oldest open dispatches, at most 100.</summary>
    public required IReadOnlyList<DispatchState> Open { get; init; }

    public bool Balanced => WithoutRaw == 0 && Received == Archived + Duplicate + Superseded + Held + Quarantined + InFlight;
}

public sealed record QuarantineQuery
{
    public IReadOnlyCollection<Guid>? Ids { get; init; }

    public string? Source { get; init; }

    public string? Stage { get; init; }

    public string? Code { get; init; }

    public DateTimeOffset? From { get; init; }

    public DateTimeOffset? To { get; init; }

    /// <summary>Also entries that were dropped or resolved.</summary>
    public bool IncludeClosed { get; init; }

    public int? Limit { get; init; }
}

/// <summary>One row of the quarantine.</summary>
public sealed record QuarantineEntry
{
    public required DispatchQuarantined Failure { get; init; }

    /// <summary>open, retried, dropped or resolved.</summary>
    public required string State { get; init; }

    /// <summary>How often it has failed.</summary>
    public required int Attempts { get; init; }

    public required DateTimeOffset FirstAt { get; init; }

    public required DateTimeOffset LastAt { get; init; }

    public string? Sha256 { get; init; }

    public long? Bytes { get; init; }

    public string? DropReason { get; init; }
}

/// <summary>The database cannot be reached, or refuses writes: worth trying again; nothing was changed.</summary>
public sealed class ArchiveUnavailableException(string message, Exception? inner = null) : OutageException(message, inner);

/// <summary>A translation to be sent to the engines again, with its record and the command to send.</summary>
public sealed record DueTranslation(NewsRecord Record, Translation Translation, TranslateDispatch Command);

/// <summary>One run of a replay, and how far it got: what <c>replay --resume</c> goes on with.</summary>
public sealed record ReplayRun
{
    public required Guid ReplayId { get; init; }

    public required ArchiveQuery Query { get; init; }

    /// <summary>The last dispatch sent; null before the first.</summary>
    public Guid? Cursor { get; init; }

    /// <summary>running, done or canceled.</summary>
    public required string State { get; init; }

    public required long Sent { get; init; }

    public required long Failed { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }
}
