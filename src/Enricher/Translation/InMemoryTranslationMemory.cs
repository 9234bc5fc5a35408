using System.Collections.Concurrent;
using Newswire.Contracts;

namespace Newswire.Enricher.Translations;

/// <summary>The memory of a worker whose archive offers none; least recently used goes first, all goes with the process.</summary>
public sealed class InMemoryTranslationMemory(int maximum) : ITranslationMemory
{
    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private long _tick;

    public int Count => _entries.Count;

    public Task<IReadOnlyDictionary<string, RememberedSegment>> FindAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, RememberedSegment>(StringComparer.Ordinal);
        foreach (var key in keys)
        {
            if (!_entries.TryGetValue(key, out var entry))
                continue;
            entry.LastUsed = Interlocked.Increment(ref _tick);
            found[key] = entry.Segment;
        }
        return Task.FromResult<IReadOnlyDictionary<string, RememberedSegment>>(found);
    }

    public Task StoreAsync(IReadOnlyCollection<RememberedSegment> segments, CancellationToken cancellationToken)
    {
        foreach (var segment in segments)
            _entries.TryAdd(segment.Key, new Entry(segment) { LastUsed = Interlocked.Increment(ref _tick) });
        if (_entries.Count > maximum)
            Shrink();
        return Task.CompletedTask;
    }

    public Task ForgetAsync(IReadOnlyCollection<string> segmentHashes, CancellationToken cancellationToken)
    {
        var gone = segmentHashes.ToHashSet(StringComparer.Ordinal);
        foreach (var (key, _) in _entries.Where(e => gone.Contains(e.Value.Segment.SegmentHash)))
            _entries.TryRemove(key, out _);
        return Task.CompletedTask;
    }

    /// <summary>Drops a tenth at once: finding the oldest costs a pass over all.</summary>
    private void Shrink()
    {
        var surplus = _entries.Count - (maximum - (maximum / 10));
        foreach (var (key, _) in _entries.OrderBy(e => e.Value.LastUsed).Take(surplus).ToList())
            _entries.TryRemove(key, out _);
    }

    private sealed class Entry(RememberedSegment segment)
    {
        public RememberedSegment Segment { get; } = segment;

        public long LastUsed;
    }
}
