using System.Collections.Concurrent;
using Newswire.Archiver;
using Newswire.Collector;
using Newswire.Contracts;

namespace Newswire.Cli.Hosting;

/// <summary>
/// On the in-memory bus a dispatch is safe when the archive has its raw bytes and the disposition of all its items. One question at a time for
/// all that wait; this also bounds what is in memory, since the collector takes no more than its window.
/// </summary>
internal sealed class ArchiveGuarantee(IArchive archive, TimeProvider time) : IDeliveryGuarantee, IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private readonly ConcurrentDictionary<Guid, TaskCompletionSource> _waiting = new();
    private readonly SemaphoreSlim _asking = new(1, 1);

    public async Task WaitUntilSafeAsync(DispatchReceived dispatch, CancellationToken cancellationToken)
    {
        var safe = _waiting.GetOrAdd(dispatch.DispatchId, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        while (!safe.Task.IsCompleted)
        {
            if (await _asking.WaitAsync(TimeSpan.Zero, cancellationToken))
            {
                try
                {
                    await AskAsync(cancellationToken);
                }
                finally
                {
                    _asking.Release();
                }
            }

            await Task.WhenAny(safe.Task, Task.Delay(Pause, time, cancellationToken));
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    public void Dispose() => _asking.Dispose();

    private async Task AskAsync(CancellationToken cancellationToken)
    {
        foreach (var state in await archive.StatesAsync([.. _waiting.Keys], cancellationToken))
        {
            if (state is { Disposition: not null, RawKept: true } && _waiting.TryRemove(state.DispatchId, out var safe))
                safe.SetResult();
        }
    }
}
