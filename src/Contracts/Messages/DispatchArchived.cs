namespace Newswire.Contracts;

/// <summary>Announces what became of one item in the archive. For subscribers (a CMS, an alert desk); nothing in the pipeline needs it.</summary>
public sealed record DispatchArchived
{
    public required Guid DispatchId { get; init; }

    public required int ItemIndex { get; init; }

    public required string Uri { get; init; }

    public required string Source { get; init; }

    public required Disposition Disposition { get; init; }

    public string? Version { get; init; }

    public required string Status { get; init; }

    public required string Signal { get; init; }

    public string? Headline { get; init; }

    public string? Language { get; init; }

    public required DateTimeOffset Received { get; init; }

    public required DateTimeOffset Archived { get; init; }
}
