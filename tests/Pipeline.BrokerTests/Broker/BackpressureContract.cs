using Newswire.Archiver;
using Newswire.Collector;
using Newswire.Enricher;
using Newswire.Pipeline.BrokerTests.Rig;

namespace Newswire.Pipeline.BrokerTests.Broker;

public abstract class BackpressureContract(IBroker broker) : BrokerContract(broker)
{
    [Fact]
    public async Task A_full_queue_makes_the_collector_wait_and_loses_nothing()
    {
        const int Count = 240;
        Settings["Bus:QueueBytes"] = "1000000";
        // What is on its way when the queue fills up is still taken: the window bounds it.
        Settings["Bus:PublishWindow"] = "32";
        var collector = await StartAsync(newswire => newswire.AddIntake());
        var publishes = Enumerable.Range(0, Count)
            .Select(i => CollectAsync(collector, Texts.Dispatch($"Full{i}", filler: 400), $"{i}.xml"))
            .ToList();

        // 240 messages of about 38 kB are 9 MB; a queue takes 1 MB and what was on its way when it filled up.
        await Eventually.TrueAsync("some are confirmed", () => Task.FromResult(publishes.Count(p => p.IsCompletedSuccessfully) > 5));
        await Task.Delay(TimeSpan.FromSeconds(5), Stop);
        Assert.True(publishes.Count(p => !p.IsCompleted) > 100, $"only {publishes.Count(p => !p.IsCompleted)} wait: {publishes.FirstOrDefault(p => p.IsFaulted)?.Exception}");

        await StartAsync(newswire => newswire.AddEnricher().AddArchiver());
        await Task.WhenAll(publishes).WaitAsync(Eventually.Limit, Stop);
        Assert.Equal(Count, (await SettledAsync(Count)).Archived);
        Assert.Empty(await QuarantineAsync());
        await NothingIsLeftInAnyQueueAsync();
    }
}
