using System.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Newswire.ServiceDefaults.Bus;
using RabbitMQ.Client.Exceptions;

namespace Newswire.ServiceDefaults.Telemetry;

/// <summary>Reads the queue depths every 15 s for the gauge: asking the broker is too slow for the moment of export.</summary>
internal sealed class QueueDepthGauge(QueueDepths depths, TimeProvider time) : BackgroundService
{
    private IReadOnlyList<QueueDepth> _last = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        PipelineMetrics.ObserveQueueDepths(() => _last
            .Where(d => d.Ready is not null)
            .Select(d => new Measurement<long>(d.Ready!.Value, new KeyValuePair<string, object?>("queue", d.Queue))));

        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(15), time);
        do
        {
            try
            {
                _last = await depths.ReadAsync(stoppingToken);
            }
            catch (BrokerUnreachableException)
            {
                // No depth is known while the broker is down; its absence is the signal, and the bus logs the reason.
                _last = [];
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
