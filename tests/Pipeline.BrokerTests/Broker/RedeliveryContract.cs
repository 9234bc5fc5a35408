using System.Collections.Concurrent;
using System.Text.Json;
using Newswire.Archiver;
using Newswire.Cli;
using Newswire.Collector;
using Newswire.Contracts;
using Newswire.Enricher;
using Newswire.Pipeline.BrokerTests.Rig;

namespace Newswire.Pipeline.BrokerTests.Broker;

public abstract class RedeliveryContract(IBroker broker) : BrokerContract(broker)
{
    public override ValueTask InitializeAsync()
    {
        Settings["Bus:RedeliverySeconds:0"] = "1";
        Settings["Bus:RedeliverySeconds:1"] = "2";
        return base.InitializeAsync();
    }

    [Fact]
    public async Task What_fails_for_a_while_is_archived_once_it_no_longer_does()
    {
        var failures = 0;
        Faults.Fault = (method, _) => method == nameof(IArchive.WriteAsync) && Interlocked.Increment(ref failures) <= 7 ? new InvalidOperationException("not yet") : null;
        var host = await StartAllAsync();
        await CollectAsync(host, "Later");

        Assert.Equal(1, (await SettledAsync(1)).Archived);
        // 5 tries in process, then at least one redelivery.
        Assert.True(failures > 7);
        Assert.Empty(await QuarantineAsync());
        await NothingIsLeftInAnyQueueAsync();
    }

    [Fact]
    public async Task What_always_fails_climbs_the_ladder_and_is_quarantined_and_a_retry_archives_it_once()
    {
        var broken = true;
        Faults.Fault = (method, _) => broken && method == nameof(IArchive.WriteAsync) ? new InvalidOperationException("the cause") : null;
        var host = await StartAllAsync();
        await CollectAsync(host, "Stubborn");
        await Eventually.TrueAsync("it is in quarantine", async () => (await QuarantineAsync()).Count > 0, StateAsync);
        await NothingWaitsAsync();
        var row = Assert.Single(await QuarantineAsync());
        Assert.Equal(("archive", "retries-exhausted"), (row.Failure.Stage, row.Failure.Code));
        Assert.Contains("the cause", row.Failure.Reason, StringComparison.Ordinal);
        Assert.Equal(1, (await SettledAsync(1)).Quarantined);

        broken = false;
        Assert.Equal(0, await CommandAsync("quarantine", "retry", "--code", "retries-exhausted"));
        await Eventually.TrueAsync("the retried dispatch is archived", async () => (await BooksAsync()).Archived == 1, StateAsync);
        var books = await SettledAsync(1);
        Assert.Equal((1, 0), (books.Archived, books.Quarantined));
        Assert.Empty(await QuarantineAsync(closed: false));
        await NothingIsLeftInAnyQueueAsync();
    }

    [Fact]
    public async Task One_bad_record_in_a_full_batch_leaves_all_others_archived()
    {
        const int Count = 250;
        Settings["Bus:ArchiveBatchMilliseconds"] = "2000";
        var all = Enumerable.Range(0, Count).Select(i => Texts.Received($"Batch{i}")).ToList();
        var bad = all[100].DispatchId;
        var sizes = new ConcurrentBag<int>();
        Faults.Fault = (method, arguments) =>
        {
            if (method != nameof(IArchive.WriteAsync))
                return null;
            var batch = (IReadOnlyList<DispatchEnriched>)arguments[0]!;
            sizes.Add(batch.Count);
            return batch.Any(m => m.DispatchId == bad) ? new InvalidOperationException("a bad record") : null;
        };
        await StartAllAsync();
        await Task.WhenAll(all.Select(m => Client.PublishAsync(Topology.Exchange(typeof(DispatchReceived)), "", JsonSerializer.SerializeToUtf8Bytes(m, NewswireJson.Wire.DispatchReceived), "application/json")));

        await Eventually.TrueAsync("the bad record is in quarantine", async () => (await QuarantineAsync()).Count > 0, StateAsync);
        var books = await SettledAsync(Count);
        Assert.Equal((Count - 1, 1), (books.Archived, books.Quarantined));
        Assert.Equal(bad, Assert.Single(await QuarantineAsync()).Failure.DispatchId);
        Assert.True(sizes.Max() > Count / 4, $"the largest batch held {sizes.Max()}");
        await NothingIsLeftInAnyQueueAsync();
    }

    [Fact]
    public async Task An_outage_never_sends_anything_to_quarantine()
    {
        var down = true;
        Faults.Fault = (method, _) => down && method is nameof(IArchive.WriteAsync) or nameof(IArchive.KeepRawAsync) && down ? new ArchiveUnavailableException("the database is away") : null;
        var host = await StartAllAsync();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => CollectAsync(host, $"Outage{i}")));
        // Longer than in-process retries and the whole ladder: an ordinary failure would be in quarantine by now.
        await Task.Delay(TimeSpan.FromSeconds(45), Stop);
        Assert.Empty(await QuarantineAsync());

        down = false;
        Assert.Equal(20, (await SettledAsync(20)).Archived);
        Assert.Empty(await QuarantineAsync());
        await NothingIsLeftInAnyQueueAsync();
    }

    /// <summary>An operator's command, with this test's settings.</summary>
    private async Task<int> CommandAsync(params string[] arguments)
    {
        var settings = Path.Combine(Folder, "newswire.json");
        await File.WriteAllTextAsync(settings, JsonSerializer.Serialize(new
        {
            Bus = new { Address = Broker.Url, Prefix, RedeliverySeconds = new[] { 1, 2 } },
            Archive = new { Address = ArchiveAddress },
        }), Stop);
        return await NewswireCommand.RunAsync([.. arguments, "--settings", settings]);
    }

    [Fact]
    public async Task A_worker_that_starts_before_its_database_waits_for_it_and_consumes_nothing_meanwhile()
    {
        var collector = await StartAsync(newswire => newswire.AddIntake());
        await CollectAsync(collector, "Early");
        var down = true;
        var calls = 0;
        Faults.Fault = (_, _) =>
        {
            Interlocked.Increment(ref calls);
            return down ? new ArchiveUnavailableException("the database is away") : null;
        };
        var starting = StartAsync(newswire => newswire.AddEnricher().AddArchiver());
        await Eventually.TrueAsync("it has asked twice", () => Task.FromResult(Volatile.Read(ref calls) >= 2));
        Assert.False(starting.IsCompleted);

        down = false;
        var worker = await starting.WaitAsync(Eventually.Limit, Stop);
        Assert.Equal(1, (await SettledAsync(1)).Archived);
        Assert.Contains("the database is away; trying again", worker.Log.ToString(), StringComparison.Ordinal);
        await NothingIsLeftInAnyQueueAsync();
    }
}
