using Newswire.Contracts;

namespace Newswire.Enricher.Translations;

/// <summary>Primary language subtags, lower case.</summary>
public readonly record struct LanguagePair(string Source, string Target)
{
    public override string ToString() => $"{Source}>{Target}";

    /// <summary>fr-BE is fr: engines and the rule "same language" know primary subtags only.</summary>
    public static LanguagePair Of(string source, string target) => new(LanguageTag.Primary(source), LanguageTag.Primary(target));
}

/// <summary>One call to an engine; a pivot route has several.</summary>
/// <param name="Name">Mode and version, or empty for an engine that goes directly.</param>
public sealed record TranslationLeg(string Name, string Mode, LanguagePair Pair);

/// <summary>What an engine can do, as last asked.</summary>
public sealed record TranslatorCatalog
{
    /// <summary>Answered; false while it is away or loading: pairs are then unknown, not unsupported.</summary>
    public required bool IsReady { get; init; }

    public string? Version { get; init; }

    public string? Model { get; init; }

    public string? Glossary { get; init; }

    /// <summary>Routes by pair.</summary>
    public IReadOnlyDictionary<LanguagePair, IReadOnlyList<TranslationLeg>> Routes { get; init; }
        = new Dictionary<LanguagePair, IReadOnlyList<TranslationLeg>>();

    /// <summary>Takes any pair (language models).</summary>
    public bool AnyPair { get; init; }

    /// <summary>Why it is not ready, for people.</summary>
    public string? Problem { get; init; }

    /// <summary>The same for the chain; absent: a passing fault.</summary>
    public TranslatorAnswer? Failure { get; init; }

    /// <summary>True, false, or null while nobody knows.</summary>
    public bool? Supports(LanguagePair pair) => !IsReady ? null : AnyPair || Routes.ContainsKey(pair);

    /// <summary>The legs to go; a single direct leg where the engine has no routes of its own.</summary>
    public IReadOnlyList<TranslationLeg> RouteOf(LanguagePair pair)
        => Routes.TryGetValue(pair, out var route) ? route : [new TranslationLeg(string.Empty, string.Empty, pair)];
}
