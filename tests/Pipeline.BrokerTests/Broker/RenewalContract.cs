using MassTransit;
using Newswire.Archiver;
using Newswire.Collector;
using Newswire.Contracts;
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
    public async Task A_publish_that_is_never_answered_ends_as_an_outage_and_makes_the_connection_new()
    {
        Settings["Bus:PublishWatchdogSeconds"] = "5";
        var host = await StartAllAsync();
        var unanswered = new TaskCompletionSource();

        await Assert.ThrowsAsync<OutageException>(() => host.Get<PublishWatchdog>().ConfirmedAsync(unanswered.Task));
        Assert.Equal(1, host.Get<PipelineBus>().Renewals);
        await CollectAsync(host, "Next");
        await SettledAsync(1);
        await NothingIsLeftInAnyQueueAsync();
    }

    [Fact]
    public async Task An_unanswered_publish_among_answered_ones_costs_only_itself()
    {
        Settings["Bus:PublishWatchdogSeconds"] = "5";
        var host = await StartAllAsync();
        var unanswered = host.Get<PublishWatchdog>().ConfirmedAsync(new TaskCompletionSource().Task);
        await CollectAsync(host, "Answered");

        await Assert.ThrowsAsync<OutageException>(() => unanswered);
        Assert.Equal(0, host.Get<PipelineBus>().Renewals);
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

    // A bus that was stopped consumes no more, as a stuck one.
    private static Task BreakAsync(RoleHost host) => ((IBusControl)host.Get<PipelineBus>().Current).StopAsync(Stop);
}
