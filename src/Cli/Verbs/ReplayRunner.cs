using System.Threading.RateLimiting;
using Newswire.Archiver;
using Newswire.Archiver.Consumers;
using Newswire.Cli.Hosting;
using Newswire.ServiceDefaults.Bus;

namespace Newswire.Cli.Verbs;

/// <summary>Sends archived raw bytes through the pipeline again, in order of arrival, with a cursor in the archive so that it can go on where it stopped.</summary>
internal sealed class ReplayRunner(PipelineSession session, TimeProvider time)
{
    private const int CursorEvery = 100;
    public async Task<ReplayRun> RunAsync(ReplayRun run, long total, int? rate, Action<long, long> progress, CancellationToken cancellationToken)
    {
        await using var limiter = rate is { } perSecond
            ? new TokenBucketRateLimiter(new TokenBucketRateLimiterOptions
            {
                TokenLimit = perSecond,
                TokensPerPeriod = perSecond,
                ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                QueueLimit = int.MaxValue,
            })
            : null;

        var part = new List<StoredDispatch>(CursorEvery);
        var done = run.Sent;
        await foreach (var stored in session.Archive.DispatchesAsync(run.Query, run.Cursor, cancellationToken))
        {
            if (limiter is not null)
                (await limiter.AcquireAsync(1, cancellationToken)).Dispose();
            part.Add(stored);
            if (part.Count < CursorEvery)
                continue;
            await SendAsync(run, part, cancellationToken);
            progress(done += part.Count, total);
            part.Clear();
        }

        await SendAsync(run, part, cancellationToken);
        await session.Archive.AdvanceReplayAsync(run.ReplayId, null, 0, 0, "done", cancellationToken);
        progress(total, total);
        return (await session.Archive.GetReplayAsync(run.ReplayId, cancellationToken))!;
    }

    /// <summary>A part counts as sent when it is safe: confirmed by the broker, or (in-memory) through the pipeline.</summary>
    private async Task SendAsync(ReplayRun run, List<StoredDispatch> part, CancellationToken cancellationToken)
    {
        if (part.Count == 0)
            return;

        var publisher = session.Services.GetRequiredService<DispatchPublisher>();
        var settled = session.InMemory ? session.Services.GetRequiredService<SettledItems>() : null;
        var failed = 0;
        await Parallel.ForEachAsync(part, cancellationToken, async (stored, token) =>
        {
            if (await session.Archive.ReadRawAsync(stored.Sha256, token) is not { } content)
            {
                Interlocked.Increment(ref failed);
                return;
            }

            var through = settled?.TrackAsync(stored.DispatchId);
            await publisher.PublishAsync(ReplayMessage.Of(stored, content, Guid.CreateVersion7(time.GetUtcNow()), run.ReplayId, session.ClaimCheckBytes), token);
            if (through is not null)
                await through.WaitAsync(token);
        });
        await session.Archive.AdvanceReplayAsync(run.ReplayId, part[^1].DispatchId, part.Count - failed, failed, "running", cancellationToken);
    }
}
