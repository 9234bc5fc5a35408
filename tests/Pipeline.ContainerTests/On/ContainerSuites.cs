using Newswire.Pipeline.BrokerTests.Broker;
using Newswire.Pipeline.Tests.Archive;

namespace Newswire.Pipeline.ContainerTests;

public sealed class The_topology_on_a_container(RabbitContainer broker) : TopologyContract(broker);

public sealed class The_flow_on_a_container(RabbitContainer broker) : FlowContract(broker);

public sealed class When_a_message_is_poison_on_a_container(RabbitContainer broker) : PoisonContract(broker);

public sealed class When_work_fails_on_a_container(RabbitContainer broker) : RedeliveryContract(broker);

public sealed class When_a_queue_is_full_on_a_container(RabbitContainer broker) : BackpressureContract(broker);

public sealed class When_the_client_is_stuck_on_a_container(RabbitContainer broker) : RenewalContract(broker);

public sealed class When_the_archive_is_a_PostgreSQL_container(PostgresContainer server) : ArchiveContract
{
    private string? _address;

    protected override string Address => _address!;

    protected override async Task CreateDatabaseAsync() => _address = await server.CreateDatabaseAsync();

    protected override Task DropDatabaseAsync() => server.DropDatabaseAsync(Address);
}
