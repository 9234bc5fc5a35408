using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Newswire.ServiceDefaults.Bus;

/// <summary>How many messages wait in each queue and how many consumers work on it, as the broker tells it. Empty for the in-memory bus.</summary>
public sealed class QueueDepths(BusAddress address, PipelineTopology topology)
{
    /// <exception cref="BrokerUnreachableException">The broker cannot be reached.</exception>
    public Task<IReadOnlyList<QueueDepth>> ReadAsync(CancellationToken cancellationToken) => ReadAsync(Names(), cancellationToken);

    /// <summary>Of some queues only.</summary>
    /// <inheritdoc cref="ReadAsync(CancellationToken)" path="/exception"/>
    public async Task<IReadOnlyList<QueueDepth>> ReadAsync(IEnumerable<string> queues, CancellationToken cancellationToken)
    {
        if (address.IsMemory)
            return [];

        await using var connection = await RabbitConnections.Factory(address, "depths").CreateConnectionAsync(cancellationToken);
        var depths = new List<QueueDepth>();
        foreach (var name in queues)
        {
            // A passive declaration of a missing queue closes its channel: one channel a question.
            await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
            try
            {
                var queue = await channel.QueueDeclarePassiveAsync(name, cancellationToken);
                depths.Add(new QueueDepth(name, queue.MessageCount, queue.ConsumerCount));
            }
            catch (OperationInterruptedException)
            {
                depths.Add(new QueueDepth(name, null, 0));
            }
        }

        return depths;
    }

    private IEnumerable<string> Names() => topology.Queues
        .SelectMany(q => topology.Redeliveries.Select(d => PipelineTopology.RedeliveryQueue(q.Name, d)).Prepend(q.Name))
        .Append(topology.DeadLetters);
}

/// <summary>Messages ready in a queue; null when it was never declared.</summary>
public sealed record QueueDepth(string Queue, uint? Ready, uint Consumers);
