using Newswire.Contracts;
using Newswire.ServiceDefaults.Bus;

namespace Newswire.Archiver.Consumers;

/// <summary>
/// Sends translations that are due to the engines again: those that waited for an engine or a quota, and those whose command was lost. The database
/// claims each for one sweeper, so several archivers share the work.
/// </summary>
public sealed class TranslationSweeper(IArchive archive, PublishWatchdog watchdog, TimeProvider time, ILogger<TranslationSweeper> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    /// <summary>One sweep. Says how many were sent.</summary>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        var due = await archive.ClaimDueTranslationsAsync(cancellationToken);
        foreach (var translation in due)
            await watchdog.PublishAsync(translation.Command);
        return due.Count;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (OutageException e)
            {
                // Nothing is lost: what was claimed and not sent is due again after the claim.
                Log.SweepPostponed(log, e.Message);
            }
        }
    }
}
