using Newswire.Pipeline.BrokerTests.Rig;
using Newswire.Pipeline.BrokerTests.Servers;
using Newswire.ServiceDefaults.Bus;

[assembly: AssemblyFixture(typeof(LocalBroker))]
// Most of these tests wait for a broker most of the time.
[assembly: CollectionBehavior(MaxParallelThreads = 4)]

namespace Newswire.Pipeline.BrokerTests.Rig;

/// <summary>One broker for all suites that do not harm it: the one that NEWSWIRE_TEST_RABBITMQ names, or a private server of the installed package.</summary>
public sealed class LocalBroker : IBroker, IAsyncLifetime
{
    private RabbitServer? _server;

    /// <summary>Null when the tests start their own servers.</summary>
    public static string? Named => Environment.GetEnvironmentVariable("NEWSWIRE_TEST_RABBITMQ") is { Length: > 0 } named ? named : null;

    public string Url => Named ?? _server!.Url;

    public BusAddress Address => BusAddress.Parse(Url);

    public async ValueTask InitializeAsync()
    {
        if (Named is null)
            _server = await RabbitServer.CreateAsync();
    }

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;
}
