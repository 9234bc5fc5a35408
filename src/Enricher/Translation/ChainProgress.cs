using Newswire.Contracts;

namespace Newswire.Enricher.Translations;

/// <summary>What the engines of a chain did with one text so far, and the state that follows when none of them made it.</summary>
internal sealed class ChainProgress(TimeProvider clock)
{
    private readonly List<(Engine Engine, TranslatorAnswer Answer)> _failures = [];

    public DateTimeOffset StartedAt { get; } = clock.GetUtcNow();

    public IReadOnlyList<EngineFallback> Fallbacks
        => [.. _failures.Select(f => new EngineFallback { Engine = f.Engine.Name, Class = f.Answer.Outcome.ToString(), Code = f.Answer.Code })];

    public void Add(Engine engine, TranslatorAnswer answer) => _failures.Add((engine, answer));

    /// <summary>
    /// Worth waiting for beats lost for good: a fault that may pass gives pending (failed once the attempts are used up), then quota, then rejected, then
    /// unsupported-pair, then failed.
    /// </summary>
    public Translation Conclude(Translation translation, int attempt)
    {
        var now = clock.GetUtcNow();
        var decisive = Pick(IsPassing) ?? Pick(a => a.Outcome == TranslatorOutcome.QuotaExhausted) ?? Pick(a => a.Outcome == TranslatorOutcome.BadOutput)
            ?? Pick(a => a.Outcome != TranslatorOutcome.UnsupportedPair) ?? _failures[0];
        var (engine, answer) = decisive;
        var failed = translation with
        {
            Error = EngineChoice.Error(answer.Outcome.ToString(), answer.Message ?? answer.Outcome.ToString(), answer.Code, engine.Name),
            Provenance = new TranslationProvenance
            {
                Engine = engine.Name,
                EngineVersion = engine.LastCatalog?.Version,
                Profile = MemoryKey.Profile,
                StartedAt = StartedAt,
                CompletedAt = now,
                Attempts = attempt,
                FallbackFrom = Fallbacks,
            },
        };
        if (IsPassing(answer))
        {
            return TranslationSchedule.After(attempt) is not { } wait
                ? failed with { State = TranslationStates.Failed }
                : failed with { State = TranslationStates.Pending, NextAttemptAt = Later(now + wait, Soonest(now)) };
        }
        return answer.Outcome switch
        {
            TranslatorOutcome.QuotaExhausted => failed with { State = TranslationStates.Quota, NextAttemptAt = Resets(now) },
            TranslatorOutcome.BadOutput => failed with { State = TranslationStates.Rejected },
            TranslatorOutcome.UnsupportedPair => failed with { State = TranslationStates.UnsupportedPair, Error = failed.Error with { Class = "no-route" } },
            TranslatorOutcome.TooLarge => failed with { State = TranslationStates.Failed, Error = failed.Error with { Class = "too-large" } },
            _ => failed with { State = TranslationStates.Failed },
        };
    }

    private static bool IsPassing(TranslatorAnswer answer)
        => answer.Outcome is TranslatorOutcome.Throttled or TranslatorOutcome.Transient or TranslatorOutcome.Timeout or TranslatorOutcome.AuthOrConfig;

    private (Engine, TranslatorAnswer)? Pick(Func<TranslatorAnswer, bool> wanted)
        => _failures.Exists(f => wanted(f.Answer)) ? _failures.Find(f => wanted(f.Answer)) : null;

    /// <summary>When the first of the engines said it can be asked again.</summary>
    private DateTimeOffset Soonest(DateTimeOffset now)
        => _failures.Where(f => IsPassing(f.Answer)).Min(f => now + (f.Answer.RetryAfter ?? TimeSpan.Zero));

    private DateTimeOffset Resets(DateTimeOffset now)
        => _failures.Where(f => f.Answer.Outcome == TranslatorOutcome.QuotaExhausted).Min(f => f.Answer.Until ?? now + TimeSpan.FromHours(1));

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
