using Newswire.Contracts;
using Newswire.ServiceDefaults.Bus;
using RabbitMQ.Client;

namespace Newswire.PipelineBench;

/// <summary>The product's queues and exchanges under a prefix of this run, and a connection to them. Removed in the end.</summary>
internal sealed class Installation : IAsyncDisposable
{
    private readonly IChannel _channel;

    private Installation(string url, BusOptions options, PipelineTopology topology, IConnection connection, IChannel channel)
        => (Url, Options, Topology, Connection, _channel) = (url, options, topology, connection, channel);

    public string Url { get; }

    public BusOptions Options { get; }

    public PipelineTopology Topology { get; }

    public IConnection Connection { get; }

    public static async Task<Installation> CreateAsync(string url, string name)
    {
        // Random: two runs may share a broker.
        var options = new BusOptions { Address = url, Prefix = $"bench-{Guid.CreateVersion7():N}"[..24] + $"-{name}" };
        var topology = new PipelineTopology(options);
        var connection = await RabbitConnections.Factory(BusAddress.Parse(url), "bench").CreateConnectionAsync();
        var channel = await connection.CreateChannelAsync();
        await topology.DeclareAsync(channel, CancellationToken.None);
        return new Installation(url, options, topology, connection, channel);
    }

    /// <summary>Leaves <see cref="DispatchReceived"/> one queue instead of two: what is measured is one message in, one out.</summary>
    public Task UnbindKeepRawAsync() => _channel.QueueUnbindAsync(Topology.Name("keep-raw"), Topology.Exchange(typeof(DispatchReceived)), "");

    /// <summary>Empties a queue and insists on what was in it: a figure with lost messages is none.</summary>
    public async Task PurgeAsync(string queue, int least, int most)
    {
        var found = await _channel.QueuePurgeAsync(queue);
        if (found < least || found > most)
            throw new InvalidOperationException($"{queue} held {found} messages instead of {least} to {most}");
    }

    public async ValueTask DisposeAsync()
    {
        var redelivery = Topology.Queues.SelectMany(q => Topology.Redeliveries.Select(d => PipelineTopology.RedeliveryQueue(q.Name, d)));
        foreach (var queue in Topology.Queues.Select(q => q.Name).Concat(redelivery).Append(Topology.DeadLetters))
            await _channel.QueueDeleteAsync(queue, ifUnused: false, ifEmpty: false);
        foreach (var exchange in Topology.Exchanges.Select(e => e.Exchange).Append(Topology.DeadLetters))
            await _channel.ExchangeDeleteAsync(exchange);
        await _channel.DisposeAsync();
        await Connection.DisposeAsync();
    }
}
