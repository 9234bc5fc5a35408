using System.Text.Json;
using Newswire.Contracts;
using Newswire.PipelineBench.Raw;

namespace Newswire.PipelineBench;

/// <summary>Subscribes to what the archive announces, as a desk would: the end of every dispatch's path, with its times.</summary>
internal sealed class Announcements : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private RawSubscription? _subscription;
    private List<TimeSpan> _delays = [];
    private int _expected;
    private TaskCompletionSource<IReadOnlyList<TimeSpan>>? _done;

    public static async Task<Announcements> OpenAsync(Installation installation)
    {
        await using var channel = await installation.Connection.CreateChannelAsync();
        var queue = (await channel.QueueDeclareAsync("", durable: false, exclusive: true, autoDelete: true)).QueueName;
        await channel.QueueBindAsync(queue, installation.Topology.Exchange(typeof(DispatchArchived)), "");
        var announcements = new Announcements();
        announcements._subscription = await RawSubscription.OpenAsync(installation.Connection, queue, prefetch: 0, concurrency: 1, autoAck: true, (_, delivery) =>
        {
            announcements.Heard(JsonSerializer.Deserialize(delivery.Body.Span, RawPublisher.Describe<DispatchArchived>())!);
            return Task.CompletedTask;
        });
        return announcements;
    }

    /// <summary>Call before the first dispatch is taken; completes with the time of each from receipt to commit.</summary>
    public Task<IReadOnlyList<TimeSpan>> ExpectAsync(int count)
    {
        lock (_lock)
        {
            (_expected, _delays) = (count, new List<TimeSpan>(count));
            _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
            return _done.Task.WaitAsync(Finish.Limit);
        }
    }

    public ValueTask DisposeAsync() => _subscription?.DisposeAsync() ?? ValueTask.CompletedTask;

    private void Heard(DispatchArchived archived)
    {
        lock (_lock)
        {
            _delays.Add(archived.Archived - archived.Received);
            if (_delays.Count == _expected)
                _done?.TrySetResult(_delays);
        }
    }
}
