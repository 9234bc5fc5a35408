using System.Threading.RateLimiting;
using Polly;

namespace Newswire.Enricher.Translations.Resilience;

/// <summary>Thrown when a local limit has no room left to wait in; never counts against the engine.</summary>
public sealed class EngineBusyException() : ExecutionRejectedException("local limit reached");

internal sealed class LimitOptions : ResilienceStrategyOptions;

/// <summary>Takes permits of a limiter around what is inside it. (Polly.RateLimiting is not among our packages.)</summary>
internal sealed class LimitStrategy<T>(RateLimiter limiter, Func<ResilienceContext, int> permits) : ResilienceStrategy<T>
{
    protected override async ValueTask<Outcome<T>> ExecuteCore<TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<T>>> callback, ResilienceContext context, TState state)
    {
        using var lease = await limiter.AcquireAsync(permits(context), context.CancellationToken);
        return lease.IsAcquired ? await callback(context, state) : Outcome.FromException<T>(new EngineBusyException());
    }
}
