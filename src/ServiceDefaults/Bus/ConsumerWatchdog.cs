using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Newswire.ServiceDefaults.Failures;

namespace Newswire.ServiceDefaults.Bus;

/// <summary>
/// Builds the bus anew when messages wait in a queue of this process, it has none of them in work, and none was delivered for longer than the
/// kill switch pauses: its consumer is gone, which the bus does not always notice when a broker restarts.
/// </summary>
internal sealed class ConsumerWatchdog(
    PipelineBus bus, BusAddress address, BusGate gate, QueueDepths depths, IOptions<BusOptions> options, TimeProvider time, ILogger<ConsumerWatchdog> log)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (address.IsMemory)
            return;

        await gate.PassAsync(stoppingToken);
        var limit = TimeSpan.FromSeconds(options.Value.ConsumerWatchdogSeconds);
        HashSet<string> suspects = [];
        using var timer = new PeriodicTimer(limit / 3, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                suspects = await CheckAsync(limit, suspects, stoppingToken);
            }
#pragma warning disable CA1031 // A broker that is away has nothing to deliver; the next round asks again.
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                suspects = [];
                Log.DepthsUnknown(log, e.GetType().Name, e.GetBaseException().Message);
            }
#pragma warning restore CA1031
        }
    }

    // Twice in a row: what arrived this moment is not waiting in vain.
    private async Task<HashSet<string>> CheckAsync(TimeSpan limit, HashSet<string> suspects, CancellationToken stoppingToken)
    {
        var quiet = bus.Quiet(limit).ToHashSet(StringComparer.Ordinal);
        if (quiet.Count == 0)
            return [];
        var waiting = (await depths.ReadAsync([.. quiet], stoppingToken)).Where(d => d.Ready > 0).Select(d => d.Queue);
        quiet.IntersectWith(waiting);
        if (quiet.FirstOrDefault(suspects.Contains) is not { } dead)
            return quiet;
        await bus.RenewAsync($"messages wait in {dead}, and for {limit.TotalSeconds:F0} s none was delivered", isOver: () => !bus.Quiet(limit).Contains(dead, StringComparer.Ordinal));
        return [];
    }
}
