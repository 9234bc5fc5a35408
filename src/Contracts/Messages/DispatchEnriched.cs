namespace Newswire.Contracts;

/// <summary>
/// One item of a dispatch, read and enriched. A dispatch with several items gives several messages, all with the same
/// <see cref="ItemCount"/>, so that the archiver knows when it has them all.
/// </summary>
public sealed record DispatchEnriched
{
    public required Guid DispatchId { get; init; }

    public required Guid DeliveryId { get; init; }

    /// <summary>Position in the document, from 0.</summary>
    public required int ItemIndex { get; init; }

    /// <summary>Items the document held, quarantined ones included; at least 1.</summary>
    public required int ItemCount { get; init; }

    public required NewsRecord Record { get; init; }

    public Guid? ReplayId { get; init; }
}
