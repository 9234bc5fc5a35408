using System.Text;
using Newswire.Pipeline.BrokerTests.Servers;
using Newswire.ServiceDefaults.Bus;
using RabbitMQ.Client;

namespace Newswire.Pipeline.BrokerTests;

public sealed class When_the_private_broker_is_started_again
{
    private static readonly Dictionary<string, object?> Quorum = new(StringComparer.Ordinal) { ["x-queue-type"] = "quorum" };

    [Fact]
    public async Task It_still_has_every_confirmed_message_after_a_kill_and_after_a_stop()
    {
        var stop = TestContext.Current.CancellationToken;
        await using var server = await RabbitServer.CreateAsync();
        await PublishAsync(server, "before the kill");
        // RabbitMQ writes the registration of a new quorum queue within a second, not at once; a kill before that is another failure than this one.
        await Task.Delay(TimeSpan.FromSeconds(3), stop);
        await server.KillAsync();
        await server.StartAsync();
        await PublishAsync(server, "before the stop");
        await server.StopAsync();
        await server.StartAsync();

        await using var connection = await RabbitConnections.Factory(server.Address, "test").CreateConnectionAsync(stop);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: stop);
        Assert.Equal(2u, await channel.MessageCountAsync("kept", stop));
        Assert.Contains("kept", await server.ControlAsync("list_queues", "name"), StringComparison.Ordinal);
    }

    private static async Task PublishAsync(RabbitServer server, string text)
    {
        await using var connection = await RabbitConnections.Factory(server.Address, "test").CreateConnectionAsync();
        await using var channel = await connection.OpenConfirmedChannelAsync(CancellationToken.None);
        await channel.QueueDeclareAsync("kept", durable: true, exclusive: false, autoDelete: false, Quorum);
        await channel.BasicPublishAsync("", "kept", mandatory: true, Encoding.UTF8.GetBytes(text));
    }
}
