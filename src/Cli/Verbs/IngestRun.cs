using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using Newswire.Archiver;
using Newswire.Cli.Hosting;
using Newswire.Collector;
using Newswire.Collector.Sources;
using Newswire.Contracts;

namespace Newswire.Cli.Verbs;

/// <summary>One one-shot ingestion: takes everything in, waits until the archive has a disposition for each, and counts.</summary>
internal sealed class IngestRun(PipelineSession session, string source, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private readonly ConcurrentDictionary<Guid, Taken> _taken = new();
    private readonly ConcurrentBag<(string File, CollectFailure Failure)> _failed = [];

    private sealed record Taken(string File, Disposition? Before);

    public async Task<IngestSummary> RunAsync(IReadOnlyList<string> paths, Action<long, long> progress, CancellationToken cancellationToken)
    {
        var total = paths.Where(p => p != "-").Sum(p => PathSource.Files(p).LongCount()) + paths.Count(p => p == "-");
        var options = session.Services.GetRequiredService<IOptions<CollectorOptions>>().Value;
        var intake = session.Services.GetRequiredService<DispatchIntake>();
        long done = 0;

        var files = new PathSource(source, paths, options.MaxBytes, time).CollectAsync(cancellationToken);
        await Parallel.ForEachAsync(
            files, new ParallelOptions { MaxDegreeOfParallelism = options.InFlight, CancellationToken = cancellationToken },
            async (collected, token) =>
            {
                await TakeAsync(intake, collected, token);
                progress(Interlocked.Increment(ref done), total);
            });

        var states = await SettledAsync(cancellationToken);
        return new IngestSummary(
            [.. states.Select(s => new IngestedFile(_taken[s.DispatchId].File, s.DispatchId, Outcome(_taken[s.DispatchId].Before, s.Disposition!.Value)))],
            [.. _failed.Select(f => new FailedFile(f.File, f.Failure.Code, f.Failure.Reason))],
            Repeated: total - states.Count - _failed.Count);
    }

    private async Task TakeAsync(DispatchIntake intake, CollectedDispatch collected, CancellationToken cancellationToken)
    {
        if (collected.Content is { } content)
        {
            var id = DispatchIdentity.ForDispatch(source, content.Span);
            var known = await session.Archive.StatesAsync([id], cancellationToken);
            _taken.TryAdd(id, new Taken(collected.File, known is [var state] ? state.Disposition : null));
        }
        else
        {
            _failed.Add((collected.File, collected.Failure!));
        }

        await intake.TakeAsync(source, collected, cancellationToken);
    }

    /// <summary>With workers elsewhere, a published dispatch is safe long before it is archived: wait until each has its disposition.</summary>
    private async Task<IReadOnlyList<DispatchState>> SettledAsync(CancellationToken cancellationToken)
    {
        var open = _taken.Keys.ToHashSet();
        var settled = new List<DispatchState>(open.Count);
        while (true)
        {
            foreach (var part in open.ToList().Chunk(500))
            {
                foreach (var state in await session.Archive.StatesAsync(part, cancellationToken))
                {
                    if (state is { Disposition: not null, RawKept: true } && open.Remove(state.DispatchId))
                        settled.Add(state);
                }
            }

            if (open.Count == 0)
                return settled;
            await Task.Delay(Pause, time, cancellationToken);
        }
    }

    // What was settled before this run, and not badly, was delivered once more: that is a duplicate, whatever it was the first time.
    private static Disposition Outcome(Disposition? before, Disposition after)
        => before is null or Disposition.Quarantined ? after : Disposition.Duplicate;
}

internal sealed record IngestedFile(string File, Guid DispatchId, Disposition Disposition);

internal sealed record FailedFile(string File, string Code, string Reason);

/// <param name="Repeated">Files whose bytes came more than once in this run.</param>
internal sealed record IngestSummary(IReadOnlyList<IngestedFile> Files, IReadOnlyList<FailedFile> Failed, long Repeated)
{
    public int Count(Disposition disposition) => Files.Count(f => f.Disposition == disposition);
}
