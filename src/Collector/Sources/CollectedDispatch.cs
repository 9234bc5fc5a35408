namespace Newswire.Collector.Sources;

/// <summary>One dispatch as its source gave it, or the reason why it could not be taken. Exactly one of <see cref="Content"/> and <see cref="Failure"/> is set.</summary>
public sealed record CollectedDispatch
{
    /// <summary>Path or name at the source.</summary>
    public required string File { get; init; }

    public ReadOnlyMemory<byte>? Content { get; init; }

    public CollectFailure? Failure { get; init; }

    public required DateTimeOffset Received { get; init; }

    public string? MediaType { get; init; }

    public string? Charset { get; init; }

    /// <summary>Tells the source that the dispatch is safe: it may forget it. Also called for a refused one, with the reason.</summary>
    public Func<CollectFailure?, Task> Settle { get; init; } = _ => Task.CompletedTask;
}

/// <summary>Why a dispatch was not taken. Codes: unreadable, vanished, too-large, empty.</summary>
/// <param name="Lasting">True when the same will happen again, so that the source should put it aside rather than offer it for ever.</param>
public sealed record CollectFailure(string Code, string Reason, bool Lasting);
