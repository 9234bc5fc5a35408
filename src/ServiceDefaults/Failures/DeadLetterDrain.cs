using System.Text;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Newswire.ServiceDefaults.Bus;
using RabbitMQ.Client;

namespace Newswire.ServiceDefaults.Failures;

/// <summary>
/// Moves what the broker gave up delivering (its delivery limit: a message that kills its consumer every time) to quarantine. A message leaves
/// the dead letters only after its quarantine message was confirmed.
/// </summary>
public sealed class DeadLetterDrain(BusAddress address, PipelineTopology topology, FailureReport report, PublishWatchdog watchdog, TimeProvider time, ILogger<DeadLetterDrain> log)
    : BackgroundService
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
#pragma warning disable CA1031 // Whatever interrupted it, the letters are still there: the next round takes them up.
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                Log.DrainInterrupted(log, e.GetType().Name, e.GetBaseException().Message);
            }
#pragma warning restore CA1031
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
            var failure = await report.OfAsync(message, queue, "dead-letter", $"the broker gave up delivering it ({why})", keepBody: true);
            await watchdog.PublishAsync(failure);
            await channel.BasicAckAsync(letter.DeliveryTag, multiple: false, cancellationToken);
            count++;
        }

        if (count > 0)
            Log.DeadLettersDrained(log, count);
    }

    // The newest death is the first of the list; an older one may be a redelivery step, whose time to live ended as it should.
    private (PipelineQueue Queue, string Why) Origin(IDictionary<string, object?>? headers)
    {
        var newest = headers?.TryGetValue("x-death", out var deaths) == true && deaths is IList<object?> { Count: > 0 } list ? list[0] as IDictionary<string, object?> : null;
        var queue = topology.Queues.FirstOrDefault(q => q.Name == Text("queue")) ?? topology.Queues[0];
        return (queue, Text("reason") ?? "no reason given");

        string? Text(string key) => newest is not null && newest.TryGetValue(key, out var v) && v is byte[] bytes ? Encoding.UTF8.GetString(bytes) : null;
    }
}
