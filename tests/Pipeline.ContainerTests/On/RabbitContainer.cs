using Newswire.Pipeline.BrokerTests.Rig;
using Newswire.Pipeline.ContainerTests;
using Newswire.ServiceDefaults.Bus;
using Testcontainers.RabbitMq;

[assembly: AssemblyFixture(typeof(RabbitContainer))]

namespace Newswire.Pipeline.ContainerTests;

/// <summary>RabbitMQ in a container, for all suites of the run; NEWSWIRE_TEST_RABBITMQ_IMAGE names another version.</summary>
public sealed class RabbitContainer : IBroker, IAsyncLifetime
{
    private readonly RabbitMqContainer _container = new RabbitMqBuilder(Environment.GetEnvironmentVariable("NEWSWIRE_TEST_RABBITMQ_IMAGE") is { Length: > 0 } named ? named : "rabbitmq:4-management").Build();

    // amqp://user:password@host:port/, which is a bus address already.
    public string Url => _container.GetConnectionString();

    public BusAddress Address => BusAddress.Parse(Url);

    public async ValueTask InitializeAsync() => await _container.StartAsync();

    public ValueTask DisposeAsync() => _container.DisposeAsync();
}
