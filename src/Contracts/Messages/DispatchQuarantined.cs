namespace Newswire.Contracts;

/// <summary>
/// A dispatch, or one item of it, that a stage could not process and that waits for an operator's decision. Carries what is needed
/// to show it and to send it again; the bytes are in the raw store, except for a message that was never a dispatch.
/// </summary>
public sealed record DispatchQuarantined
{
    /// <summary>Deterministic, so that quarantining twice is once: <see cref="DispatchIdentity.ForQuarantine"/>.</summary>
    public required Guid QuarantineId { get; init; }

    /// <summary>Absent when not even that could be read (a poison message).</summary>
    public Guid? DispatchId { get; init; }

    public Guid? DeliveryId { get; init; }

    public int? ItemIndex { get; init; }

    public int? ItemCount { get; init; }

    public string? Source { get; init; }

    public string? File { get; init; }

    /// <summary>collect, keep-raw, enrich, archive or translate.</summary>
    public required string Stage { get; init; }

    /// <summary>Closed vocabulary: the reader's reason codes, poison, retries-exhausted, oversize …</summary>
    public required string Code { get; init; }

    /// <summary>One sentence for people; never the text of the dispatch.</summary>
    public required string Reason { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Where a retry sends the message: the queue it failed on, or the exchange when it is poison, of which every queue had a copy.</summary>
    public string? Queue { get; init; }

    /// <summary>Body of a message that is not a dispatch, or of one whose retry must send exactly that message.</summary>
    public byte[]? MessageBody { get; init; }

    /// <summary>Name of the body in the raw store when it is too large for a message.</summary>
    public string? MessageClaimCheck { get; init; }

    public string? MessageContentType { get; init; }

    public Guid? ReplayId { get; init; }
}
