using System.Text.Json;
using System.Threading.Channels;
using RabbitMQ.Client;

namespace Newswire.PipelineBench.Raw;

/// <summary>A batch consumer on the bare client: gather, write, acknowledge.</summary>
internal sealed class RawBatches<T> : IAsyncDisposable
{
    private readonly Channel<(IChannel From, ulong Tag, T Message)> _waiting = Channel.CreateUnbounded<(IChannel, ulong, T)>(new UnboundedChannelOptions { SingleReader = true });
    private readonly int _size;
    private readonly TimeSpan _patience;
    private readonly Func<IReadOnlyList<T>, Task> _write;
    private readonly bool _ackAtOnce;
    private readonly Action<int>? _acknowledged;
    private readonly Task _loop;
    private RawSubscription? _subscription;

    private RawBatches(int size, TimeSpan patience, bool ackAtOnce, Func<IReadOnlyList<T>, Task> write, Action<int>? acknowledged)
    {
        (_size, _patience, _ackAtOnce, _write, _acknowledged) = (size, patience, ackAtOnce, write, acknowledged);
        _loop = RunAsync();
    }

    /// <param name="installation">Whose batch size and patience apply.</param>
    /// <param name="connection">To consume on.</param>
    /// <param name="queue">Where from.</param>
    /// <param name="ackAtOnce">One acknowledgement for the whole batch, or one for each message, as the product sends them.</param>
    /// <param name="write">Writes a batch.</param>
    /// <param name="arrived">Called for each delivery.</param>
    /// <param name="acknowledged">Called with the size of each batch that is done.</param>
    public static async Task<RawBatches<T>> OpenAsync(
        Installation installation, IConnection connection, string queue, bool ackAtOnce, Func<IReadOnlyList<T>, Task> write,
        Action? arrived = null, Action<int>? acknowledged = null)
    {
        var options = installation.Options;
        var batches = new RawBatches<T>(options.ArchiveBatch, TimeSpan.FromMilliseconds(options.ArchiveBatchMilliseconds), ackAtOnce, write, acknowledged);
        // One dispatch at a time keeps the tags in order, without which "all up to this one" would acknowledge too much.
        batches._subscription = await RawSubscription.OpenAsync(connection, queue, options.ArchiveBatch * 2, concurrency: 1, autoAck: false, (channel, delivery) =>
        {
            arrived?.Invoke();
            var message = JsonSerializer.Deserialize(delivery.Body.Span, RawPublisher.Describe<T>())!;
            batches._waiting.Writer.TryWrite((channel, delivery.DeliveryTag, message));
            return Task.CompletedTask;
        });
        return batches;
    }

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.Complete();
        await _loop;
        if (_subscription is not null)
            await _subscription.DisposeAsync();
    }

    private async Task RunAsync()
    {
        var batch = new List<(IChannel From, ulong Tag, T Message)>(_size);
        while (await _waiting.Reader.WaitToReadAsync())
        {
            await GatherAsync(batch);
            await _write([.. batch.Select(b => b.Message)]);
            foreach (var (from, tag, _) in _ackAtOnce ? batch.GetRange(batch.Count - 1, 1) : batch)
                await from.BasicAckAsync(tag, multiple: _ackAtOnce);
            _acknowledged?.Invoke(batch.Count);
            batch.Clear();
        }
    }

    private async Task GatherAsync(List<(IChannel From, ulong Tag, T Message)> batch)
    {
        using var patience = new CancellationTokenSource(_patience);
        try
        {
            do
            {
                while (batch.Count < _size && _waiting.Reader.TryRead(out var entry))
                    batch.Add(entry);
            }
            while (batch.Count < _size && await _waiting.Reader.WaitToReadAsync(patience.Token));
        }
        catch (OperationCanceledException)
        {
            // Time is up: what has come is the batch.
        }
    }
}
