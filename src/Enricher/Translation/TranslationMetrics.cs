using System.Diagnostics.Metrics;

namespace Newswire.Enricher.Translations;

/// <summary>Every instrument of translation; the meter is <c>Newswire.Translation</c>.</summary>
public static class TranslationMetrics
{
    public const string MeterName = "Newswire.Translation";

    private static readonly Meter Meter = new(MeterName);

    public static readonly Counter<long> Requests = Meter.CreateCounter<long>("mt_requests", description: "calls by engine, pair and outcome");
    public static readonly Counter<long> Characters = Meter.CreateCounter<long>("mt_characters", "{char}", "characters sent, by engine");
    public static readonly Histogram<double> Seconds = Meter.CreateHistogram<double>("mt_seconds", "s", "duration of a translation, by engine and pair");
    public static readonly Counter<long> CacheHits = Meter.CreateCounter<long>("mt_cache_hits", description: "segments found in the memory, by engine");
    public static readonly Counter<long> CacheMisses = Meter.CreateCounter<long>("mt_cache_misses", description: "segments not found in the memory, by engine");
    public static readonly UpDownCounter<int> BreakersOpen = Meter.CreateUpDownCounter<int>("mt_breaker_state", description: "1 while the breaker of an engine is open");
    public static readonly Counter<long> PipeRestarts = Meter.CreateCounter<long>("mt_pipe_restarts", description: "Apertium pipelines that had to be killed, by mode");
    public static readonly Counter<long> States = Meter.CreateCounter<long>("mt_states", description: "translations by final state, engine and target");
}
