using Newswire.ServiceDefaults.Bus;
using RabbitMQ.Client;

namespace Newswire.Pipeline.BrokerTests.Rig;

/// <summary>A plain AMQP client, as a program in another language would be: it knows exchanges, queues and bytes, and nothing of our code.</summary>
public sealed class RawClient : IAsyncDisposable
{
    private readonly IConnection _connection;

    private RawClient(IConnection connection, IChannel channel) => (_connection, Channel) = (connection, channel);

    public IChannel Channel { get; }

    public static async Task<RawClient> ConnectAsync(BusAddress address)
    {
        var connection = await RabbitConnections.Factory(address, "plain test client").CreateConnectionAsync();
        return new RawClient(connection, await connection.OpenConfirmedChannelAsync(CancellationToken.None));
    }

    /// <summary>Completes when the broker has it.</summary>
    public async Task PublishAsync(string exchange, string routingKey, byte[] body, string? contentType = null, IDictionary<string, object?>? headers = null)
    {
        var properties = new BasicProperties { Persistent = true, Headers = headers };
        if (contentType is not null)
            properties.ContentType = contentType;
        await Channel.BasicPublishAsync(exchange, routingKey, mandatory: true, properties, body, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await Channel.DisposeAsync();
        await _connection.DisposeAsync();
    }
}
