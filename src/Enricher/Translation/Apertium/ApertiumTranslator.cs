using System.Collections.Concurrent;
using System.ComponentModel;
using Newswire.Enricher.Translations.Resilience;
using Newswire.Enricher.Translations.Text;

namespace Newswire.Enricher.Translations.Apertium;

/// <summary>Apertium driven as pools of long-lived pipelines, one pool a mode. Rule based, local, quality gist.</summary>
public sealed class ApertiumTranslator : ITranslator, IAsyncDisposable
{
    private readonly ApertiumOptions _options;
    private readonly TimeProvider _clock;
    private readonly ConcurrentDictionary<string, ApertiumPool> _pools = new(StringComparer.Ordinal);
    private readonly ITimer _reaper;
    private IReadOnlyDictionary<string, ApertiumMode> _modes = new Dictionary<string, ApertiumMode>(StringComparer.Ordinal);

    public ApertiumTranslator(ApertiumOptions options, TimeProvider clock)
    {
        _options = options;
        _clock = clock;
        var minute = TimeSpan.FromMinutes(1);
        _reaper = clock.CreateTimer(_ => _ = StopUnusedAsync(), null, minute, minute);
    }

    public string Name => "apertium";

    public EngineTraits Traits => new()
    {
        Tier = "gist",
        IsLocal = true,
        IsDeterministic = true,
        IsInstalled = true,
        Placeholders = PlaceholderStyle.Word,
        MaxSegments = 64,
        MaxCharacters = 20_000,
        Limits = EngineDefaults.Apertium(_options.PoolSize),
    };

    public IEnumerable<ApertiumPool> Pools => _pools.Values;

    public ValueTask<TranslatorCatalog> DiscoverAsync(CancellationToken cancellationToken)
    {
        _modes = ApertiumModes.Discover(_options.Prefix);
        return ValueTask.FromResult(new TranslatorCatalog
        {
            IsReady = true,
            Version = ApertiumModes.EngineVersion(_options.Prefix),
            Routes = ApertiumRoutes.Choose(_modes, _options.Routes),
        });
    }

    public async Task<TranslatorAnswer> TranslateAsync(TranslatorRequest request, CancellationToken cancellationToken)
    {
        if (!_modes.TryGetValue(request.Leg.Mode, out var mode))
            return TranslatorAnswer.Fail(TranslatorOutcome.UnsupportedPair, message: $"mode {request.Leg.Mode} is not installed");
        // A mode reinstalled with another version gets a pool of its own; the old one is stopped when idle.
        var pool = _pools.GetOrAdd($"{mode.Name} {mode.Version}", _ => new ApertiumPool(mode, _options.PoolSize, _clock));
        var capitals = request.Segments.Select(SentenceCase.IsAllCapitals).ToList();
        var texts = request.Segments.Select((s, i) => ApertiumText.Format(capitals[i] ? SentenceCase.From(s) : s)).ToList();
        try
        {
            var answers = await pool.ExchangeAsync(texts, cancellationToken);
            return TranslatorAnswer.Ok([.. answers.Select((a, i) => Read(a, capitals[i]))]);
        }
        catch (PipeBrokenException e)
        {
            return TranslatorAnswer.Fail(e.NeverStarted ? TranslatorOutcome.AuthOrConfig : TranslatorOutcome.Transient, "pipe", e.Message);
        }
        catch (Win32Exception e)
        {
            return TranslatorAnswer.Fail(TranslatorOutcome.AuthOrConfig, "start", "setsid or sh cannot be started: " + e.Message);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _reaper.DisposeAsync();
        foreach (var pool in _pools.Values)
            await pool.DisposeAsync();
    }

    private static TranslatedSegment Read(string answer, bool capitals)
    {
        var text = ApertiumText.Unformat(answer, out var unknown);
        return new TranslatedSegment(capitals ? text.ToUpperInvariant() : text, unknown);
    }

    private async Task StopUnusedAsync()
    {
        var idleSince = _clock.GetUtcNow() - TimeSpan.FromMinutes(_options.IdleMinutes);
        foreach (var pool in _pools.Values)
            await pool.StopIdleAsync(idleSince);
        var used = _pools.Values.Sum(p => p.ProcessIds.Sum(ProcessGroup.MemoryMiB));
        foreach (var pool in _pools.Values.OrderBy(p => p.LastUsed))
        {
            if (used <= _options.MaxMiB)
                break;
            used -= pool.ProcessIds.Sum(ProcessGroup.MemoryMiB);
            await pool.StopIdleAsync(DateTimeOffset.MaxValue);
        }
    }
}
