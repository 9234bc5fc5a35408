using RabbitMQ.Client;

namespace Newswire.ServiceDefaults.Bus;

/// <summary>Declares the exchanges, queues and bindings of <see cref="PipelineTopology"/> on a broker. Declaring twice is once.</summary>
public static class TopologyDeclaration
{
    public static async Task DeclareAsync(this PipelineTopology topology, IChannel channel, CancellationToken cancellationToken)
    {
        await channel.ExchangeDeclareAsync(topology.DeadLetters, ExchangeType.Fanout, durable: true, autoDelete: false, cancellationToken: cancellationToken);
        await channel.QueueDeclareAsync(topology.DeadLetters, durable: true, exclusive: false, autoDelete: false, DeadLetterArguments, cancellationToken: cancellationToken);
        await channel.QueueBindAsync(topology.DeadLetters, topology.DeadLetters, "", cancellationToken: cancellationToken);

        foreach (var (_, exchange) in topology.Exchanges)
            await channel.ExchangeDeclareAsync(exchange, ExchangeType.Fanout, durable: true, autoDelete: false, cancellationToken: cancellationToken);

        foreach (var queue in topology.Queues)
        {
            await channel.QueueDeclareAsync(queue.Name, durable: true, exclusive: false, autoDelete: false, Mutable(topology.QueueArguments), cancellationToken: cancellationToken);
            await channel.QueueBindAsync(queue.Name, topology.Exchange(queue.Contract), "", cancellationToken: cancellationToken);
            foreach (var delay in topology.Redeliveries)
            {
                await channel.QueueDeclareAsync(
                    PipelineTopology.RedeliveryQueue(queue.Name, delay), durable: true, exclusive: false, autoDelete: false,
                    Mutable(PipelineTopology.RedeliveryArguments(queue.Name, delay)), cancellationToken: cancellationToken);
            }
        }
    }

    // The end of the line: no limit, no dead-lettering; -1 would mean "drop at first requeue" on 3.10, so the default limit is raised instead.
    private static Dictionary<string, object?> DeadLetterArguments => new(StringComparer.Ordinal)
    {
        ["x-queue-type"] = "quorum",
        ["x-delivery-limit"] = 1_000_000,
    };

    private static Dictionary<string, object?> Mutable(IReadOnlyDictionary<string, object?> arguments) => new(arguments, StringComparer.Ordinal);
}
