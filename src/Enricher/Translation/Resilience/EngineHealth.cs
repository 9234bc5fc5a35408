namespace Newswire.Enricher.Translations.Resilience;

/// <summary>
/// Whether an engine may be asked now. The breaker knows faults of calls; this knows what outlasts them: used-up quotas, bans, wrong keys, long
/// throttling, and answers that are mostly useless. Safe to use concurrently.
/// </summary>
public sealed class EngineHealth(TimeProvider clock)
{
    /// <summary>An engine whose answers the validator mostly refuses is given a rest.</summary>
    private const int AnswersWatched = 20;
    private const int AnswersNeeded = 10;

    private static readonly TimeSpan BadAnswersRest = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan ConfigRest = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan QuotaRest = TimeSpan.FromHours(1);

    private readonly Lock _lock = new();
    private readonly Queue<bool> _answers = new();
    private DateTimeOffset _offUntil;
    private TranslatorAnswer? _reason;

    /// <summary>Why it is off and until when; null when it may be asked.</summary>
    public (DateTimeOffset Until, TranslatorAnswer Reason)? Off
    {
        get
        {
            lock (_lock)
                return _reason is { } reason && _offUntil > clock.GetUtcNow() ? (_offUntil, reason) : null;
        }
    }

    /// <summary>An operator must act: key, model or installation is wrong.</summary>
    public bool NeedsOperator => Off is { Reason.Outcome: TranslatorOutcome.AuthOrConfig };

    /// <summary>Learns from the outcome of a text. Returns true when the engine goes off by it.</summary>
    public bool Note(TranslatorAnswer answer)
    {
        var now = clock.GetUtcNow();
        var until = answer.Outcome switch
        {
            TranslatorOutcome.QuotaExhausted => answer.Until ?? now + QuotaRest,
            TranslatorOutcome.AuthOrConfig => answer.Until ?? now + ConfigRest,
            TranslatorOutcome.Throttled when answer.RetryAfter > EnginePipeline.LongestWait => now + answer.RetryAfter.Value,
            _ => (DateTimeOffset?)null,
        };
        return until is { } end && Rest(end, answer);
    }

    /// <summary>One text validated (true) or refused (false).</summary>
    public void NoteContent(bool isGood)
    {
        lock (_lock)
        {
            _answers.Enqueue(isGood);
            if (_answers.Count > AnswersWatched)
                _answers.Dequeue();
            if (isGood || _answers.Count < AnswersNeeded || _answers.Count(a => !a) * 2 <= _answers.Count)
                return;
            _answers.Clear();
        }
        Rest(clock.GetUtcNow() + BadAnswersRest, TranslatorAnswer.Fail(TranslatorOutcome.Transient, "bad-output", "most answers were refused by the validator"));
    }

    private bool Rest(DateTimeOffset until, TranslatorAnswer reason)
    {
        lock (_lock)
        {
            var wasOn = _reason is null || _offUntil <= clock.GetUtcNow();
            _offUntil = until;
            _reason = reason;
            return wasOn;
        }
    }
}
