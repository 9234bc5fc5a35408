using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Newswire.PipelineBench.Raw;

/// <summary>A consumer on the bare client, on a channel of its own.</summary>
internal sealed class RawSubscription(IChannel channel) : IAsyncDisposable
{
    public static async Task<RawSubscription> OpenAsync(
        IConnection connection, string queue, int prefetch, int concurrency, bool autoAck, Func<IChannel, BasicDeliverEventArgs, Task> handle)
    {
        var channel = await connection.CreateChannelAsync(new CreateChannelOptions(
            publisherConfirmationsEnabled: false, publisherConfirmationTrackingEnabled: false, consumerDispatchConcurrency: (ushort)concurrency));
        await channel.BasicQosAsync(0, (ushort)prefetch, global: false);
        // The client swallows what a handler throws; here it would only show as a leg that never ends.
        channel.CallbackExceptionAsync += (_, e) => Console.Error.WriteLineAsync($"raw consumer of {queue}: {e.Exception}");
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, delivery) => handle(channel, delivery);
        await channel.BasicConsumeAsync(queue, autoAck, consumer);
        return new RawSubscription(channel);
    }

    public async ValueTask DisposeAsync()
    {
        await channel.CloseAsync();
        await channel.DisposeAsync();
    }
}
