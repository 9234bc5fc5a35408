using System.Collections.Concurrent;
using Newswire.Contracts;

namespace Newswire.Archiver.Consumers;

/// <summary>
/// Tells, within this process, when all items of a dispatch have been through the archive. A replay of unchanged dispatches leaves no trace in the
/// database by which one could see that it is over.
/// </summary>
public sealed class SettledItems
{
    private readonly ConcurrentDictionary<Guid, Pending> _tracked = new();

    private sealed class Pending
    {
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public HashSet<int> Items { get; } = [];
    }

    /// <summary>Completes when the dispatch is through. Call before it is published.</summary>
    public Task TrackAsync(Guid dispatchId) => _tracked.GetOrAdd(dispatchId, _ => new Pending()).Done.Task;

    internal void Settled(DispatchEnriched item) => Settled(item.DispatchId, item.ItemIndex, item.ItemCount);

    internal void Settled(DispatchQuarantined failure)
    {
        if (failure.DispatchId is { } id)
            Settled(id, failure.ItemIndex ?? 0, failure.ItemIndex is null ? 1 : failure.ItemCount ?? 1);
    }

    private void Settled(Guid dispatchId, int index, int count)
    {
        if (!_tracked.TryGetValue(dispatchId, out var pending))
            return;

        bool done;
        lock (pending.Items)
        {
            pending.Items.Add(index);
            done = pending.Items.Count >= count;
        }

        if (done && _tracked.TryRemove(dispatchId, out _))
            pending.Done.SetResult();
    }
}
