using System.Text.Json;
using MassTransit;
using Newswire.Contracts;
using Newswire.ServiceDefaults.Bus;
using RabbitMQ.Client;

namespace Newswire.ServiceDefaults.Failures;

/// <summary>Puts the body of a quarantined message back where it failed, exactly as it was, when an operator says so.</summary>
public sealed class MessageReturn(BusAddress address, PipelineTopology topology, PipelineBus bus)
{
    /// <exception cref="UncurableException">There is no such queue, or (in-memory bus) the body is still not what the queue carries.</exception>
    public async Task ReturnAsync(string place, byte[] body, string? contentType)
    {
        // Poison goes back to its exchange: every queue of it had a copy.
        var exchange = topology.Exchanges.FirstOrDefault(e => e.Exchange == place);
        var queues = topology.Queues.Where(q => exchange.Contract is null ? q.Name == place : q.Contract == exchange.Contract).ToList();
        if (queues.Count == 0)
            throw new UncurableException("unknown-queue", $"there is no queue or exchange '{place}' to return the message to");
        foreach (var queue in queues)
            await (address.IsMemory ? SendInMemoryAsync(queue, body) : SendToBrokerAsync(queue, body, contentType));
    }

    private async Task SendInMemoryAsync(PipelineQueue queue, byte[] body)
    {
        object contract;
        try
        {
            contract = JsonSerializer.Deserialize(body, NewswireJson.Wire.GetTypeInfo(queue.Contract)!) ?? throw new JsonException("the body is null");
        }
        catch (JsonException e)
        {
            throw new UncurableException("poison", $"still no {queue.Contract.Name}: {e.Message}", e);
        }

        var endpoint = await bus.Current.GetSendEndpoint(new Uri($"queue:{queue.Name}"));
        await endpoint.Send(contract, queue.Contract, CancellationToken.None);
    }

    private async Task SendToBrokerAsync(PipelineQueue queue, byte[] body, string? contentType)
    {
        await using var connection = await RabbitConnections.Factory(address, "quarantine retry").CreateConnectionAsync();
        await using var channel = await connection.OpenConfirmedChannelAsync(CancellationToken.None);
        var properties = new BasicProperties { Persistent = true, ContentType = contentType ?? WireSerializer.Json.MediaType };
        await channel.BasicPublishAsync("", queue.Name, mandatory: true, properties, body, CancellationToken.None);
    }
}
