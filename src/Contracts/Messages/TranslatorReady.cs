namespace Newswire.Contracts;

/// <summary>
/// An engine can translate these pairs from now on: its process has started, it can do more than before, or it is back after a time of faults.
/// What had to wait for it or could not be translated without it is tried again.
/// </summary>
public sealed record TranslatorReady
{
    public required string Engine { get; init; }

    /// <summary>gist, neural or llm.</summary>
    public required string Tier { get; init; }

    /// <summary>Primary subtags, "fr&gt;en"; empty when it takes any pair.</summary>
    public required IReadOnlyList<string> Pairs { get; init; }

    public bool AnyPair { get; init; }

    public required DateTimeOffset At { get; init; }

    public bool Serves(Translation translation)
    {
        var (source, target) = (LanguageTag.Primary(translation.Source), LanguageTag.Primary(translation.Target));
        return source != "und" && (AnyPair || Pairs.Contains($"{source}>{target}", StringComparer.Ordinal));
    }
}
