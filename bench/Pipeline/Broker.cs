using Newswire.Pipeline.BrokerTests.Servers;

namespace Newswire.PipelineBench;

/// <summary>The broker to measure on: a named one, or a private server for this run.</summary>
internal sealed class Broker(string url, IAsyncDisposable? server) : IAsyncDisposable
{
    public string Url { get; } = url;

    public bool IsPrivate => server is not null;

    public static async Task<Broker> FindAsync(string? address)
    {
        address ??= Environment.GetEnvironmentVariable("NEWSWIRE_TEST_RABBITMQ");
        return address is { Length: > 0 } ? new Broker(address, null) : await StartAsync();
    }

    public ValueTask DisposeAsync() => server?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static async Task<Broker> StartAsync()
    {
        var server = await RabbitServer.CreateAsync();
        return new Broker(server.Url, server);
    }
}
