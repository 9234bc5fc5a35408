using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Newswire.Collector.Sources;
using Newswire.Contracts;

namespace Newswire.Collector;

/// <summary>Runs every configured source until the process stops. One source's trouble never stops another.</summary>
public sealed class CollectWorker(IEnumerable<ISource> sources, DispatchIntake intake, IOptions<CollectorOptions> options, TimeProvider time, ILogger<CollectWorker> log)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(sources.Select(s => RunAsync(s, stoppingToken)));

    private async Task RunAsync(ISource source, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await DrainAsync(source, stopping);
                return;
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // Whatever a source throws, it is started again: the alternative is a feed that silently stands still.
            catch (Exception e)
            {
                Log.SourceFailed(log, e, source.Name, Pause.TotalSeconds);
                await Task.Delay(Pause, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
#pragma warning restore CA1031
        }
    }

    /// <summary>Takes all that a source yields, several at once.</summary>
    private Task DrainAsync(ISource source, CancellationToken stopping)
        => Parallel.ForEachAsync(
            source.CollectAsync(stopping),
            new ParallelOptions { MaxDegreeOfParallelism = options.Value.InFlight, CancellationToken = stopping },
            async (collected, token) =>
            {
                try
                {
                    await intake.TakeAsync(source.Name, collected, token);
                }
                catch (OutageException e)
                {
                    Log.NotSafeYet(log, source.Name, collected.File, e.Message);
                    await collected.Settle(new CollectFailure("outage", e.Message, Lasting: false));
                }
            });
}
