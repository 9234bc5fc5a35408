namespace Newswire.Enricher.Translations;

/// <summary>
/// A translation engine. Implementations answer every failure of the engine as an outcome and throw only on cancellation and bugs; they neither retry
/// nor limit nor remember: the chain does. Concurrent calls are allowed.
/// </summary>
public interface ITranslator
{
    /// <summary>As in configuration and provenance: apertium, libretranslate, deepl, openai.</summary>
    string Name { get; }

    EngineTraits Traits { get; }

    /// <summary>Asks the engine what it can do. Never throws for an engine that is away: it says so.</summary>
    ValueTask<TranslatorCatalog> DiscoverAsync(CancellationToken cancellationToken);

    Task<TranslatorAnswer> TranslateAsync(TranslatorRequest request, CancellationToken cancellationToken);
}
