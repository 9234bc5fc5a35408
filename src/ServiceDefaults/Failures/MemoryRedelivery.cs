using System.Text.Json;
using MassTransit;
using Newswire.Contracts;
using Newswire.ServiceDefaults.Bus;

namespace Newswire.ServiceDefaults.Failures;

/// <summary>
/// Redelivery within this process. A wait lost with the process loses nothing: on the in-memory bus a source is told "accepted" only after its
/// dispatch is archived.
/// </summary>
public sealed class MemoryRedelivery(PipelineBus bus, TimeProvider time) : IRedelivery
{
    public Task RedeliverAsync(ReceiveContext message, PipelineQueue queue, TimeSpan delay, int redelivery)
    {
        var contract = JsonSerializer.Deserialize(message.GetBody(), NewswireJson.Wire.GetTypeInfo(queue.Contract)!)!;
        _ = ResendAsync(contract, queue, delay, redelivery);
        return Task.CompletedTask;
    }

    private async Task ResendAsync(object contract, PipelineQueue queue, TimeSpan delay, int redelivery)
    {
        await Task.Delay(delay, time);
        var endpoint = await bus.Current.GetSendEndpoint(new Uri($"queue:{queue.Name}"));
        await endpoint.Send(contract, queue.Contract, Pipe.Execute<SendContext>(c => c.Headers.Set(FailurePolicy.RedeliveryHeader, redelivery)));
    }
}
