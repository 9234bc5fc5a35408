using MassTransit;
using Newswire.Archiver;
using Newswire.Collector;
using Newswire.Enricher;
using Newswire.Pipeline.BrokerTests.Rig;
using Newswire.ServiceDefaults.Bus;

namespace Newswire.Pipeline.BrokerTests.Broker;

/// <summary>A client that is stuck while its broker is well: nothing but a new bus helps.</summary>
public abstract class RenewalContract(IBroker broker) : BrokerContract(broker)
{
    [Fact]
    public async Task A_worker_whose_consumers_are_gone_takes_up_its_queues_again()
    {
        Settings["Bus:ConsumerWatchdogSeconds"] = "3";
        var collector = await StartAsync(newswire => newswire.AddIntake());
        var worker = await StartAsync(newswire => newswire.AddEnricher().AddArchiver());
        await CollectAsync(collector, "Before");
        await SettledAsync(1);

        await BreakAsync(worker);
        await CollectAsync(collector, "After");
        await SettledAsync(2);
        Assert.True(worker.Get<PipelineBus>().Renewals > 0);
        await NothingIsLeftInAnyQueueAsync();
    }

    [Fact]
    public async Task A_collector_whose_publishes_all_fail_gets_through_again()
    {
        Settings["Bus:PublishWatchdogSeconds"] = "5";
        var collector = await StartAsync(newswire => newswire.AddIntake());
        await StartAsync(newswire => newswire.AddEnricher().AddArchiver());
        await BreakAsync(collector);

        await CollectAsync(collector, "Stuck").WaitAsync(Eventually.Limit, Stop);
        await SettledAsync(1);
        Assert.True(collector.Get<PipelineBus>().Renewals > 0);
    }

    [Fact]
    public async Task A_worker_with_nothing_to_do_keeps_its_connection()
    {
        Settings["Bus:ConsumerWatchdogSeconds"] = "3";
        var host = await StartAllAsync();
        await CollectAsync(host, "Only");
        await SettledAsync(1);
        await Task.Delay(TimeSpan.FromSeconds(8), Stop);
        Assert.Equal(0, host.Get<PipelineBus>().Renewals);
    }

    // A bus that was stopped neither consumes nor publishes, as a stuck one.
    private static Task BreakAsync(RoleHost host) => ((IBusControl)host.Get<PipelineBus>().Current).StopAsync(Stop);
}
