using Microsoft.Extensions.Logging;

namespace Newswire.Enricher.Translations;

/// <summary>The configured engines, best first, and the chains over them.</summary>
internal sealed class EngineSet : IAsyncDisposable
{
    /// <summary>Order of the default chain.</summary>
    private static readonly string[] BestFirst = ["deepl", "libretranslate", "openai", "apertium"];

    private readonly TranslationOptions _options;

    public EngineSet(TranslationOptions options, IEnumerable<ITranslator> translators, TimeProvider clock, ILogger<EngineSet> logger, TranslatorNews? news = null)
    {
        _options = options;
        All = [.. translators.OrderBy(t => Array.IndexOf(BestFirst, t.Name) is var i && i < 0 ? BestFirst.Length : i).Select(t => new Engine(t, clock, logger, news))];
    }

    public IReadOnlyList<Engine> All { get; }

    /// <summary>No engine is configured, or none of them can do any pair: nothing will ever be translated as things stand.</summary>
    public bool IsEmpty => All.All(e => e.LastCatalog is { IsReady: true, AnyPair: false, Routes.Count: 0 });

    /// <summary>Texts are to be translated at all.</summary>
    public bool IsWanted => _options.EffectiveTargets.Count > 0;

    /// <summary>Engines for a pair, in order: the most exact chain that is configured, else all.</summary>
    public IReadOnlyList<Engine> ChainOf(LanguagePair pair)
    {
        foreach (var key in new[] { pair.ToString(), $"*>{pair.Target}", $"{pair.Source}>*", "*" })
        {
            if (_options.Chains.TryGetValue(key, out var names))
                return [.. names.Select(n => All.FirstOrDefault(e => string.Equals(e.Name, n, StringComparison.OrdinalIgnoreCase))).OfType<Engine>()];
        }
        return All;
    }

    /// <summary>Asks the engines on this machine, which answer without waiting, so that the very first dispatch is planned right.</summary>
    public void DiscoverLocal()
    {
        foreach (var engine in All.Where(e => e.Traits.IsInstalled))
            engine.DiscoverNow();
    }

    public Task DiscoverAsync(CancellationToken cancellationToken) => Task.WhenAll(All.Select(e => e.CatalogAsync(cancellationToken).AsTask()));

    public async ValueTask DisposeAsync()
    {
        foreach (var engine in All)
        {
            engine.Dispose();
            if (engine.Translator is IAsyncDisposable disposable)
                await disposable.DisposeAsync();
            else
                (engine.Translator as IDisposable)?.Dispose();
        }
    }
}
