using Newswire.Contracts;

namespace Newswire.Collector;

/// <summary>
/// Knows when a published dispatch is safe, so that its source may forget it: with a broker as soon as the publish is confirmed, on the
/// in-memory bus only when it is archived.
/// </summary>
public interface IDeliveryGuarantee
{
    /// <summary>Completes when the dispatch would survive the end of this process.</summary>
    Task WaitUntilSafeAsync(DispatchReceived dispatch, CancellationToken cancellationToken);
}

/// <summary>The broker has confirmed the publish: durable queues have it.</summary>
public sealed class BrokerGuarantee : IDeliveryGuarantee
{
    public Task WaitUntilSafeAsync(DispatchReceived dispatch, CancellationToken cancellationToken) => Task.CompletedTask;
}
