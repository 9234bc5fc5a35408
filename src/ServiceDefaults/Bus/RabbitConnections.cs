using RabbitMQ.Client;

namespace Newswire.ServiceDefaults.Bus;

/// <summary>Connections of our own beside MassTransit's: for topology, redelivery, dead letters and queue depths, which are the broker's work.</summary>
public static class RabbitConnections
{
    /// <summary>Recovers by itself after a broker restart.</summary>
    public static ConnectionFactory Factory(BusAddress address, string purpose) => new()
    {
        HostName = address.Host ?? throw new InvalidOperationException("the in-memory bus has no connection"),
        Port = address.Port,
        VirtualHost = address.VirtualHost,
        UserName = address.User,
        Password = address.Password,
        ClientProvidedName = $"newswire {purpose}",
        RequestedHeartbeat = TimeSpan.FromSeconds(15),
        NetworkRecoveryInterval = TimeSpan.FromSeconds(2),
        Ssl = new SslOption { Enabled = address.UseTls, ServerName = address.Host },
    };

    public static async Task<IChannel> OpenConfirmedChannelAsync(this IConnection connection, CancellationToken cancellationToken)
        => await connection.CreateChannelAsync(
            new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true, outstandingPublisherConfirmationsRateLimiter: null),
            cancellationToken);
}
