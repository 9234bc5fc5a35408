using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Newswire.ServiceDefaults.Bus;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Newswire.ServiceDefaults.Failures;

/// <summary>
/// Moves what the broker gave up delivering (its delivery limit: a message that kills its consumer every time) to quarantine. A message leaves
/// the dead letters only after its quarantine message was confirmed.
/// </summary>
public sealed class DeadLetterDrain(BusAddress address, PipelineTopology topology, IBus bus, TimeProvider time, ILogger<DeadLetterDrain> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (address.IsMemory)
            return;

        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(5), time);
        do
        {
            try
            {
                await DrainAsync(stoppingToken);
            }
            catch (Exception e) when (e is BrokerUnreachableException or OperationInterruptedException or AlreadyClosedException or IOException)
            {
                Log.WaitingForBroker(log, address, e.GetBaseException().Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task DrainAsync(CancellationToken cancellationToken)
    {
        await using var connection = await RabbitConnections.Factory(address, "dead letters").CreateConnectionAsync(cancellationToken);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
        var count = 0;
        while (await channel.BasicGetAsync(topology.DeadLetters, autoAck: false, cancellationToken) is { } letter)
        {
            var (queue, why) = Origin(letter.BasicProperties.Headers);
            var message = FailedMessage.Of(letter.Body.ToArray(), letter.BasicProperties.ContentType);
            await bus.Publish(Failure.Of(message, queue, "dead-letter", $"the broker gave up delivering it ({why})", keepBody: true, time.GetUtcNow()), CancellationToken.None);
            await channel.BasicAckAsync(letter.DeliveryTag, multiple: false, cancellationToken);
            count++;
        }

        if (count > 0)
            Log.DeadLettersDrained(log, count);
    }

    private (PipelineQueue Queue, string Why) Origin(IDictionary<string, object?>? headers)
    {
        var name = Header("x-first-death-queue");
        var queue = topology.Queues.FirstOrDefault(q => q.Name == name) ?? topology.Queues[0];
        return (queue, Header("x-first-death-reason") ?? "no reason given");

        string? Header(string key) => headers is not null && headers.TryGetValue(key, out var v) && v is byte[] bytes ? System.Text.Encoding.UTF8.GetString(bytes) : null;
    }
}
