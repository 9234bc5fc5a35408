using System.Threading.Channels;
using Newswire.Contracts;

namespace Newswire.Archiver.Consumers;

/// <summary>
/// Gathers single items into batches for one transaction and answers each item on its own. A batch that fails is split down to the bad item, so
/// that one bad item never fails its neighbours; an outage fails them all at once, since each would fail alone too. Safe to call concurrently;
/// one batch is written at a time.
/// </summary>
public sealed class BatchWriter<TIn, TOut> : IAsyncDisposable
{
    private readonly Channel<Entry> _waiting = Channel.CreateUnbounded<Entry>(new UnboundedChannelOptions { SingleReader = true });
    private readonly int _size;
    private readonly TimeSpan _patience;
    private readonly TimeProvider _time;
    private readonly Func<IReadOnlyList<TIn>, Task<IReadOnlyList<TOut>>> _write;
    private readonly Task _loop;

    private readonly record struct Entry(TIn Item, TaskCompletionSource<TOut> Answer);

    /// <param name="size">Items of one batch at most.</param>
    /// <param name="patience">How long the first item of a batch waits for others.</param>
    /// <param name="write">Writes a batch in one transaction and answers its items in order.</param>
    public BatchWriter(int size, TimeSpan patience, TimeProvider time, Func<IReadOnlyList<TIn>, Task<IReadOnlyList<TOut>>> write)
    {
        (_size, _patience, _time, _write) = (size, patience, time, write);
        _loop = RunAsync();
    }

    public Task<TOut> WriteAsync(TIn item)
    {
        var entry = new Entry(item, new TaskCompletionSource<TOut>(TaskCreationOptions.RunContinuationsAsynchronously));
        return _waiting.Writer.TryWrite(entry) ? entry.Answer.Task : Task.FromException<TOut>(new ObjectDisposedException(nameof(BatchWriter<,>)));
    }

    /// <summary>Writes what still waits, then ends.</summary>
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _loop;
    }

    private async Task RunAsync()
    {
        var batch = new List<Entry>(_size);
        while (await _waiting.Reader.WaitToReadAsync())
        {
            await GatherAsync(batch);
            await WriteAsync(batch);
            batch.Clear();
        }
    }

    private async Task GatherAsync(List<Entry> batch)
    {
        var started = _time.GetTimestamp();
        while (true)
        {
            while (batch.Count < _size && _waiting.Reader.TryRead(out var entry))
                batch.Add(entry);

            var left = _patience - _time.GetElapsedTime(started);
            if (batch.Count >= _size || left <= TimeSpan.Zero)
                return;

            using var patience = new CancellationTokenSource(left, _time);
            try
            {
                if (!await _waiting.Reader.WaitToReadAsync(patience.Token))
                    return;
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task WriteAsync(IReadOnlyList<Entry> batch)
    {
        if (batch.Count == 0)
            return;

        IReadOnlyList<TOut> answers;
        try
        {
            answers = await _write([.. batch.Select(e => e.Item)]);
        }
        catch (Exception e) when (e is OutageException || batch.Count == 1)
        {
            foreach (var entry in batch)
                entry.Answer.SetException(e);
            return;
        }
#pragma warning disable CA1031 // The exception is not lost: it comes back from the half that holds the bad item.
        catch (Exception)
        {
            var half = batch.Count / 2;
            await WriteAsync([.. batch.Take(half)]);
            await WriteAsync([.. batch.Skip(half)]);
            return;
        }
#pragma warning restore CA1031

        for (var i = 0; i < batch.Count; i++)
            batch[i].Answer.SetResult(answers[i]);
    }
}
