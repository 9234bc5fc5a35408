using System.Threading.RateLimiting;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace Newswire.Enricher.Translations.Resilience;

/// <summary>
/// The guards of one engine, outer to inner: total time, concurrency | retry, breaker, rate of requests, rate of characters, time of one call.
/// A call takes its own rate permits, waiting for them is not counted as its time; the breaker counts calls, not texts.
/// </summary>
internal sealed class EnginePipeline : IDisposable
{
    /// <summary>A longer Retry-After goes to the sweeper instead of holding the delivery. Polly's MaxDelay does not bound a delay from a generator.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);
    private static readonly ResiliencePropertyKey<int> Characters = new("characters");

    private readonly List<RateLimiter> _limiters = [];
    private readonly ResiliencePipeline<RouteResult> _outer;
    private readonly ResiliencePipeline<TranslatorAnswer> _inner;
    private readonly CircuitBreakerStateProvider _breaker = new();
    private readonly Action? _recovered;

    /// <param name="recovered">Called when the breaker closes again.</param>
    public EnginePipeline(string engine, EngineLimits limits, TimeProvider clock, ILogger logger, Action? recovered = null)
    {
        _recovered = recovered;
        _outer = BuildOuter(limits, clock);
        _inner = BuildInner(engine, limits, clock, logger);
    }

    public CircuitState Breaker => _breaker.CircuitState;

    /// <summary>One text through the engine.</summary>
    /// <exception cref="TimeoutRejectedException">Total time used up.</exception>
    /// <exception cref="EngineBusyException">Too many wait already.</exception>
    public ValueTask<RouteResult> ExecuteTextAsync(Func<CancellationToken, ValueTask<RouteResult>> work, CancellationToken cancellationToken)
        => _outer.ExecuteAsync(work, cancellationToken);

    /// <summary>One call, retried as its outcome says.</summary>
    public async ValueTask<TranslatorAnswer> ExecuteCallAsync(
        int characters, Func<CancellationToken, Task<TranslatorAnswer>> call, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(Characters, characters);
        try
        {
            return await _inner.ExecuteAsync(static async (c, work) => await work(c.CancellationToken), context, call);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    public void Dispose()
    {
        foreach (var limiter in _limiters)
            limiter.Dispose();
    }

    private ResiliencePipeline<RouteResult> BuildOuter(EngineLimits limits, TimeProvider clock)
    {
        var concurrency = Keep(new ConcurrencyLimiter(new ConcurrencyLimiterOptions { PermitLimit = limits.Concurrency, QueueLimit = limits.Waiting }));
        return new ResiliencePipelineBuilder<RouteResult> { TimeProvider = clock }
            .AddTimeout(limits.Total)
            .AddStrategy(_ => new LimitStrategy<RouteResult>(concurrency, _ => 1), new LimitOptions())
            .Build();
    }

    private ResiliencePipeline<TranslatorAnswer> BuildInner(string engine, EngineLimits limits, TimeProvider clock, ILogger logger)
    {
        var builder = new ResiliencePipelineBuilder<TranslatorAnswer> { TimeProvider = clock };
        if (limits.Retries > 0)
            builder.AddRetry(Retry(engine, limits, logger));
        builder.AddCircuitBreaker(Breaking(engine, limits, logger));
        if (limits.RequestsPerMinute is { } requests)
        {
            var limiter = Keep(PerMinute(requests));
            builder.AddStrategy(_ => new LimitStrategy<TranslatorAnswer>(limiter, _ => 1), new LimitOptions());
        }
        if (limits.CharactersPerMinute is { } characters)
        {
            var limiter = Keep(PerMinute(characters));
            builder.AddStrategy(
                _ => new LimitStrategy<TranslatorAnswer>(limiter, c => Math.Min(c.Properties.GetValue(Characters, 1), characters)), new LimitOptions());
        }
        return builder.AddTimeout(limits.Attempt).Build();
    }

    private static RetryStrategyOptions<TranslatorAnswer> Retry(string engine, EngineLimits limits, ILogger logger) => new()
    {
        MaxRetryAttempts = limits.Retries,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        Delay = limits.RetryBase,
        MaxDelay = limits.RetryCap,
        ShouldHandle = args => ValueTask.FromResult(IsFault(args.Outcome) || IsShortThrottle(args.Outcome.Result)),
        DelayGenerator = args => ValueTask.FromResult(args.Outcome.Result?.RetryAfter),
        OnRetry = args =>
        {
            TranslationLog.Retrying(logger, engine, args.AttemptNumber + 1, Describe(args.Outcome), args.RetryDelay.TotalSeconds);
            return ValueTask.CompletedTask;
        },
    };

    private CircuitBreakerStrategyOptions<TranslatorAnswer> Breaking(string engine, EngineLimits limits, ILogger logger)
    {
        var tag = new KeyValuePair<string, object?>("engine", engine);
        var isOpen = 0;
        return new CircuitBreakerStrategyOptions<TranslatorAnswer>
        {
            FailureRatio = limits.BreakerRatio,
            SamplingDuration = limits.BreakerWindow,
            MinimumThroughput = limits.BreakerMinimum,
            BreakDurationGenerator = args => ValueTask.FromResult(
                TimeSpan.FromTicks(Math.Min(LongestPause.Ticks, limits.BreakerPause.Ticks << Math.Min(args.HalfOpenAttempts, 10)))),
            StateProvider = _breaker,
            ShouldHandle = args => ValueTask.FromResult(IsFault(args.Outcome)),
            OnOpened = args =>
            {
                if (Interlocked.Exchange(ref isOpen, 1) == 0)
                    TranslationMetrics.BreakersOpen.Add(1, tag);
                TranslationLog.BreakerOpened(logger, engine, args.BreakDuration.TotalSeconds, Describe(args.Outcome));
                return ValueTask.CompletedTask;
            },
            OnClosed = _ =>
            {
                if (Interlocked.Exchange(ref isOpen, 0) == 1)
                    TranslationMetrics.BreakersOpen.Add(-1, tag);
                TranslationLog.BreakerClosed(logger, engine);
                _recovered?.Invoke();
                return ValueTask.CompletedTask;
            },
        };
    }

    private static bool IsFault(Outcome<TranslatorAnswer> outcome)
        => outcome.Exception is TimeoutRejectedException || outcome.Result?.Outcome is TranslatorOutcome.Transient or TranslatorOutcome.Timeout;

    private static bool IsShortThrottle(TranslatorAnswer? answer)
        => answer?.Outcome == TranslatorOutcome.Throttled && !(answer.RetryAfter > LongestWait);

    private static string Describe(Outcome<TranslatorAnswer> outcome)
        => outcome.Exception?.GetType().Name ?? $"{outcome.Result?.Outcome} {outcome.Result?.Code}".TrimEnd();

    private static TokenBucketRateLimiter PerMinute(int permits) => new(new TokenBucketRateLimiterOptions
    {
        // Ten portions a minute: a whole minute's allowance at once is what trips servers.
        TokenLimit = permits,
        TokensPerPeriod = Math.Max(1, permits / 10),
        ReplenishmentPeriod = TimeSpan.FromSeconds(6),
        QueueLimit = permits * 2,
        AutoReplenishment = true,
    });

    private T Keep<T>(T limiter)
        where T : RateLimiter
    {
        _limiters.Add(limiter);
        return limiter;
    }
}
