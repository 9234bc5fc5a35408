using Newswire.Contracts;
using Newswire.Enricher;
using Newswire.Pipeline.BrokerTests.Rig;
using Newswire.ServiceDefaults.Bus;

namespace Newswire.Pipeline.BrokerTests.Broker;

/// <summary>The in-memory bus holds its messages itself: it is never built anew.</summary>
public sealed class MemoryBusTests
{
    [Fact]
    public async Task An_unanswered_publish_in_memory_ends_as_an_outage_and_loses_no_message()
    {
        await using var host = new RoleHost(
            [new("Bus:Address", "memory:"), new("Bus:PublishWatchdogSeconds", "5")],
            newswire => newswire.AddEnricher());
        await host.StartAsync(TestContext.Current.CancellationToken);
        var bus = host.Get<PipelineBus>().Current;

        await Assert.ThrowsAsync<OutageException>(() => host.Get<PublishWatchdog>().ConfirmedAsync(new TaskCompletionSource().Task));

        Assert.Equal(0, host.Get<PipelineBus>().Renewals);
        Assert.Same(bus, host.Get<PipelineBus>().Current);
    }
}
