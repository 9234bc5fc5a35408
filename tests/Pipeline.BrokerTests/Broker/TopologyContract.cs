using Newswire.Contracts;
using Newswire.Pipeline.BrokerTests.Rig;
using Newswire.ServiceDefaults.Bus;

namespace Newswire.Pipeline.BrokerTests.Broker;

public abstract class TopologyContract(IBroker broker) : BrokerContract(broker)
{
    [Fact]
    public async Task Declaring_it_twice_is_declaring_it_once()
    {
        await DeclareAsync();
        await Client.PublishAsync(Topology.Exchange(typeof(DispatchReceived)), "", "{}"u8.ToArray());
        await DeclareAsync();
        var depths = await DepthsAsync();
        Assert.Equal(1u, depths[$"{Prefix}.keep-raw"]);
        Assert.Equal(1u, depths[$"{Prefix}.enrich"]);
        Assert.Equal(2u, (uint)depths.Values.Sum(n => n));
    }

    [Fact]
    public async Task Every_contract_with_a_worker_reaches_its_queue_before_any_worker_has_started()
    {
        await DeclareAsync();
        foreach (var queue in Topology.Queues)
            await Client.PublishAsync(Topology.Exchange(queue.Contract), "", "{}"u8.ToArray());
        var depths = await DepthsAsync();
        Assert.All(Topology.Queues, queue => Assert.NotEqual(0u, depths[queue.Name]));
    }

    [Fact]
    public async Task Roles_that_start_twice_find_the_queues_as_they_left_them()
    {
        await (await StartAllAsync()).StopAsync();
        await StartAllAsync();
        Assert.All(await DepthsAsync(), queue => Assert.Equal((queue.Key, 0u), (queue.Key, queue.Value)));
    }

    [Fact]
    public async Task A_queue_that_exists_with_other_settings_stops_the_start_and_the_message_names_it()
    {
        await DeclareAsync();
        Settings["Bus:DeliveryLimit"] = "7";
        var refused = await Assert.ThrowsAsync<UncurableException>(StartAllAsync);
        Assert.Contains($"{Prefix}.", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Bus:Prefix", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("guest:guest", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_redelivery_steps_are_those_configured_and_no_others()
    {
        Settings["Bus:RedeliverySeconds:0"] = "1";
        Settings["Bus:RedeliverySeconds:1"] = "2";
        Assert.Equal([TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)], Topology.Redeliveries);
        Settings.Remove("Bus:RedeliverySeconds:0");
        Settings.Remove("Bus:RedeliverySeconds:1");
        Assert.Equal([10, 60, 600, 3_600], Topology.Redeliveries.Select(d => d.TotalSeconds));
    }
}
