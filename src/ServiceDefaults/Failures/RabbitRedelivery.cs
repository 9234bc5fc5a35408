using MassTransit;
using Newswire.ServiceDefaults.Bus;
using RabbitMQ.Client;

namespace Newswire.ServiceDefaults.Failures;

/// <summary>Redelivery through the waiting queues of <see cref="PipelineTopology"/>: their time to live dead-letters the message back to its queue.</summary>
public sealed class RabbitRedelivery(BusAddress address, PublishWatchdog watchdog) : IRedelivery, IAsyncDisposable
{
    private readonly SemaphoreSlim _opening = new(1, 1);
    private IConnection? _connection;
    private IChannel? _channel;

    public async Task RedeliverAsync(ReceiveContext message, PipelineQueue queue, TimeSpan delay, int redelivery)
    {
        var received = message.TryGetPayload(out RabbitMqBasicConsumeContext? rabbit) ? rabbit.Properties : null;
        var properties = received is null ? new BasicProperties() : new BasicProperties(received);
        properties.Persistent = true;
        properties.Headers = new Dictionary<string, object?>(received?.Headers ?? new Dictionary<string, object?>(StringComparer.Ordinal), StringComparer.Ordinal)
        {
            [FailurePolicy.RedeliveryHeader] = redelivery,
        };

        var channel = await ChannelAsync();
        // No token: one that fires during a publish can break a channel of this client for good.
        var publish = channel.BasicPublishAsync("", PipelineTopology.RedeliveryQueue(queue.Name, delay), mandatory: true, properties, message.GetBody(), CancellationToken.None);
        await watchdog.ConfirmedAsync(publish.AsTask());
    }

    public async ValueTask DisposeAsync()
    {
        if (_channel is not null)
            await _channel.DisposeAsync();
        if (_connection is not null)
            await _connection.DisposeAsync();
        _opening.Dispose();
    }

    private async Task<IChannel> ChannelAsync()
    {
        if (_channel is { IsOpen: true } open)
            return open;

        await _opening.WaitAsync();
        try
        {
            if (_channel is { IsOpen: true } opened)
                return opened;
            _connection ??= await RabbitConnections.Factory(address, "redelivery").CreateConnectionAsync();
            _channel = await _connection.OpenConfirmedChannelAsync(CancellationToken.None);
            return _channel;
        }
        finally
        {
            _opening.Release();
        }
    }
}
