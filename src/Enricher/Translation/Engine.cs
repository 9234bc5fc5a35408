using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Newswire.Contracts;
using Newswire.Enricher.Translations.Resilience;

namespace Newswire.Enricher.Translations;

/// <summary>One engine at run time: the translator, its guards, its health, and what it could do when last asked.</summary>
internal sealed class Engine : IDisposable
{
    private static readonly TimeSpan CatalogLifetime = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan RetryDiscovery = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan DiscoveryTimeout = TimeSpan.FromSeconds(10);

    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly TranslatorNews? _news;
    private readonly SemaphoreSlim _discovering = new(1, 1);
    private DateTimeOffset _askAgain;
    private readonly ConcurrentDictionary<LanguagePair, DateTimeOffset> _refused = new();
    private long _hits;
    private long _misses;
    private volatile TranslatorCatalog? _catalog;

    public Engine(ITranslator translator, TimeProvider clock, ILogger logger, TranslatorNews? news = null)
    {
        Translator = translator;
        Traits = translator.Traits;
        _clock = clock;
        _logger = logger;
        _news = news;
        Health = new EngineHealth(clock);
        Pipeline = new EnginePipeline(translator.Name, Traits.Limits, clock, logger, () => Tell(_catalog));
    }

    public ITranslator Translator { get; }

    public EngineTraits Traits { get; }

    public string Name => Translator.Name;

    public EngineHealth Health { get; }

    public EnginePipeline Pipeline { get; }

    /// <summary>Segments found in the memory and not found, since the start.</summary>
    public (long Hits, long Misses) Memory => (Interlocked.Read(ref _hits), Interlocked.Read(ref _misses));

    /// <summary>As last asked; null before the first answer.</summary>
    public TranslatorCatalog? LastCatalog => _catalog;

    /// <summary>What the catalogue says, corrected by what the engine refused in the last 10 minutes; null while nobody knows.</summary>
    public bool? Supports(LanguagePair pair)
        => _refused.TryGetValue(pair, out var until) && until > _clock.GetUtcNow() ? false : _catalog?.Supports(pair);

    public void NoteUnsupported(LanguagePair pair) => _refused[pair] = _clock.GetUtcNow() + CatalogLifetime;

    /// <summary>Asks again when the last answer is older than 10 minutes (30 seconds when the engine was away).</summary>
    public async ValueTask<TranslatorCatalog> CatalogAsync(CancellationToken cancellationToken)
    {
        if (_catalog is { } known && _clock.GetUtcNow() < _askAgain)
            return known;
        await _discovering.WaitAsync(cancellationToken);
        try
        {
            if (_catalog is { } meanwhile && _clock.GetUtcNow() < _askAgain)
                return meanwhile;
            return await DiscoverAsync(cancellationToken);
        }
        finally
        {
            _discovering.Release();
        }
    }

    /// <summary>For an installed engine, before anybody else asks.</summary>
    public void DiscoverNow()
    {
        var asking = CatalogAsync(CancellationToken.None);
        if (!asking.IsCompletedSuccessfully)
            throw new InvalidOperationException($"{Name} calls itself installed but does not answer at once.");
    }

    public void CountMemory(int hits, int misses)
    {
        Interlocked.Add(ref _hits, hits);
        Interlocked.Add(ref _misses, misses);
    }

    public void Dispose()
    {
        Pipeline.Dispose();
        _discovering.Dispose();
    }

    private async ValueTask<TranslatorCatalog> DiscoverAsync(CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(DiscoveryTimeout, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        TranslatorCatalog catalog;
        try
        {
            catalog = await Translator.DiscoverAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            catalog = new TranslatorCatalog { IsReady = false, Problem = "no answer to discovery" };
        }
        // An engine that is away keeps what it could do: that it comes back is likelier than that it has changed.
        if (!catalog.IsReady && _catalog is { IsReady: true } before)
            catalog = before;
        _askAgain = _clock.GetUtcNow() + (catalog.IsReady ? CatalogLifetime : RetryDiscovery);
        Announce(catalog);
        _catalog = catalog;
        return catalog;
    }

    private void Announce(TranslatorCatalog catalog)
    {
        var before = _catalog;
        if (catalog.IsReady && (before is not { IsReady: true } || before.Version != catalog.Version || !Pairs(before).SequenceEqual(Pairs(catalog), StringComparer.Ordinal)))
        {
            TranslationLog.EngineReady(_logger, Name, catalog.Version, catalog.AnyPair ? "any pair" : string.Join(' ', Pairs(catalog)));
            Tell(catalog);
        }
        else if (!catalog.IsReady && before?.Problem != catalog.Problem)
        {
            TranslationLog.EngineNotReady(_logger, Name, catalog.Problem);
        }
    }

    private void Tell(TranslatorCatalog? catalog)
    {
        if (catalog is { IsReady: true } && (catalog.AnyPair || catalog.Routes.Count > 0))
            _news?.Add(new TranslatorReady { Engine = Name, Tier = Traits.Tier, Pairs = [.. Pairs(catalog)], AnyPair = catalog.AnyPair, At = _clock.GetUtcNow() });
    }

    private static IEnumerable<string> Pairs(TranslatorCatalog catalog) => catalog.Routes.Keys.Select(p => p.ToString()).Order(StringComparer.Ordinal);
}
