namespace Newswire.Contracts;

/// <summary>A command to translate one item to one language; self-contained, so that it can be sent again from the archive.</summary>
public sealed record TranslateDispatch
{
    public required Guid DispatchId { get; init; }

    public required int ItemIndex { get; init; }

    public required string Uri { get; init; }

    /// <summary>Version label of the source text, when it has one.</summary>
    public string? Version { get; init; }

    /// <summary>The feed, for budgets and egress policy.</summary>
    public required string Feed { get; init; }

    /// <summary>"sha256:" and the hash of the source fields: an answer for another text is never stored over this one's.</summary>
    public required string ContentHash { get; init; }

    /// <summary>BCP 47 tags.</summary>
    public required string Source { get; init; }

    public required string Target { get; init; }

    /// <summary>Lowest acceptable tier: gist, neural, llm, human; absent: any.</summary>
    public string? MinQuality { get; init; }

    /// <summary>Where the text may go: any, local, none.</summary>
    public string Egress { get; init; } = "any";

    public string? Headline { get; init; }

    /// <summary>Paragraphs, in order.</summary>
    public required IReadOnlyList<string> Body { get; init; }

    public IReadOnlyList<ProtectedName> Protected { get; init; } = [];

    /// <summary>1 for the first try; raised by the sweeper.</summary>
    public int Attempt { get; init; } = 1;
}
