using System.Net.Sockets;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Newswire.ServiceDefaults.Bus;

/// <summary>Asks the broker over a connection of its own whether it takes publishes: whether what is stuck is the broker or this process.</summary>
public sealed class BusProbe(BusAddress address, TimeProvider time)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(15);

    /// <summary>False when it cannot be reached, refuses, or (a memory or disk alarm) leaves the publish unconfirmed.</summary>
    public async Task<bool> TakesPublishesAsync()
    {
        var asking = AskAsync();
        try
        {
            await asking.WaitAsync(Limit, time);
            return true;
        }
        catch (Exception e) when (e is TimeoutException or RabbitMQClientException or OperationCanceledException or ObjectDisposedException or IOException or SocketException)
        {
            // Observed: whatever becomes of it, nobody waits for it any more.
            _ = asking.ContinueWith(t => t.Exception, TaskScheduler.Default);
            return false;
        }
    }

    private async Task AskAsync()
    {
        await using var connection = await RabbitConnections.Factory(address, "probe").CreateConnectionAsync();
        await using var channel = await connection.OpenConfirmedChannelAsync(CancellationToken.None);
        // To a queue that nobody has: confirmed and gone.
        await channel.BasicPublishAsync("", $"probe-{Guid.CreateVersion7():N}", mandatory: false, new BasicProperties(), ReadOnlyMemory<byte>.Empty, CancellationToken.None);
    }
}
