using MassTransit;
using Newswire.ServiceDefaults.Bus;

namespace Newswire.ServiceDefaults.Failures;

/// <summary>Puts a failed message back on its queue after a delay. Completes only when that is certain; may be called concurrently.</summary>
public interface IRedelivery
{
    Task RedeliverAsync(ReceiveContext message, PipelineQueue queue, TimeSpan delay, int redelivery);
}
