using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Newswire.Contracts;
using Newswire.ServiceDefaults.Bus;
using RabbitMQ.Client;

namespace Newswire.PipelineBench.Raw;

/// <summary>Publishes the same bodies on the bare client: persistent, tracked, complete when confirmed. May be called concurrently.</summary>
internal sealed class RawPublisher(IChannel channel) : IAsyncDisposable
{
    public static async Task<RawPublisher> OpenAsync(IConnection connection) => new(await connection.OpenConfirmedChannelAsync(CancellationToken.None));

    public static JsonTypeInfo<T> Describe<T>() => (JsonTypeInfo<T>)NewswireJson.Wire.GetTypeInfo(typeof(T))!;

    public ValueTask PublishAsync<T>(string exchange, T message)
    {
        var properties = new BasicProperties
        {
            ContentType = "application/json",
            DeliveryMode = DeliveryModes.Persistent,
            MessageId = Guid.CreateVersion7().ToString(),
            Headers = new Dictionary<string, object?>(StringComparer.Ordinal) { [WireSerializer.TypeHeader] = typeof(T).Name },
        };
        return channel.BasicPublishAsync(exchange, "", mandatory: false, properties, JsonSerializer.SerializeToUtf8Bytes(message, Describe<T>()));
    }

    public ValueTask DisposeAsync() => channel.DisposeAsync();
}
