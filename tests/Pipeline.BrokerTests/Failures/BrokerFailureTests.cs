using System.Diagnostics;
using System.Text.Json;
using Newswire.Archiver;
using Newswire.Cli;
using Newswire.Collector;
using Newswire.Contracts;
using Newswire.Enricher;
using Newswire.Pipeline.BrokerTests.Broker;
using Newswire.Pipeline.BrokerTests.Rig;
using Newswire.Pipeline.BrokerTests.Servers;
using Newswire.ServiceDefaults.Bus;

namespace Newswire.Pipeline.BrokerTests.Failures;

/// <summary>What happens when the broker itself is in trouble: on a server of its own, since the others would suffer with it.</summary>
public sealed class When_the_broker_is_in_trouble(When_the_broker_is_in_trouble.OwnBroker own) : BrokerContract(own), IClassFixture<When_the_broker_is_in_trouble.OwnBroker>
{
    public sealed class OwnBroker : IBroker, IAsyncLifetime
    {
        public RabbitServer Server { get; private set; } = null!;

        public BusAddress Address => Server.Address;

        public string Url => Server.Url;

        public async ValueTask InitializeAsync() => Server = await RabbitServer.CreateAsync();

        public ValueTask DisposeAsync() => Server.DisposeAsync();
    }

    private RabbitServer Server => own.Server;

    [Fact]
    public async Task A_memory_alarm_makes_publishers_wait_and_loses_nothing()
    {
        var collector = await StartAsync(newswire => newswire.AddIntake());
        await CollectAsync(collector, "Before");
        await Server.ControlAsync("set_vm_memory_high_watermark", "0.00001");
        var publishes = Enumerable.Range(0, 300).Select(i => CollectAsync(collector, $"Alarm{i}")).ToList();
        await Task.Delay(TimeSpan.FromSeconds(5), Stop);
        // What was written before the broker blocked the connection may still be confirmed.
        Assert.True(publishes.Count(p => !p.IsCompleted) > 200, $"only {publishes.Count(p => !p.IsCompleted)} wait");

        await Server.ControlAsync("set_vm_memory_high_watermark", "0.4");
        await StartAsync(newswire => newswire.AddEnricher().AddArchiver());
        await Task.WhenAll(publishes).WaitAsync(Eventually.Limit, Stop);
        Assert.Equal(301, (await SettledAsync(301)).Archived);
        await NothingIsLeftInAnyQueueAsync();
    }

    [Fact]
    public async Task An_alarm_that_outlasts_the_watchdog_is_waited_out_on_the_same_connection()
    {
        Settings["Bus:PublishWatchdogSeconds"] = "5";
        var host = await StartAllAsync();
        await CollectAsync(host, "Before");
        await SettledAsync(1);
        await Server.ControlAsync("set_vm_memory_high_watermark", "0.00001");
        var publishes = Enumerable.Range(0, 30).Select(i => CollectAsync(host, $"Long{i}")).ToList();
        // The watchdog's 5 seconds, and the 15 in which its probe gets no answer either.
        await Task.Delay(TimeSpan.FromSeconds(25), Stop);
        Assert.True(publishes.Count(p => !p.IsCompleted) > 20, $"only {publishes.Count(p => !p.IsCompleted)} wait");

        await Server.ControlAsync("set_vm_memory_high_watermark", "0.4");
        await Task.WhenAll(publishes).WaitAsync(Eventually.Limit, Stop);
        Assert.Equal(31, (await SettledAsync(31)).Archived);
        Assert.Equal(0, host.Get<PipelineBus>().Renewals);
        await NothingIsLeftInAnyQueueAsync();
    }

    [Fact]
    public async Task A_worker_that_starts_before_its_broker_waits_for_it()
    {
        await Server.StopAsync();
        var host = Host(newswire => newswire.AddIntake().AddEnricher().AddArchiver());
        var starting = host.StartAsync(Stop);
        await Task.Delay(TimeSpan.FromSeconds(5), Stop);
        Assert.False(starting.IsCompleted);
        var early = CollectAsync(host, "Early");

        await Server.StartAsync();
        await starting.WaitAsync(Eventually.Limit, Stop);
        await early.WaitAsync(Eventually.Limit, Stop);
        Assert.Equal(1, (await SettledAsync(1)).Archived);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_broker_that_is_killed_or_restarted_in_the_middle_costs_neither_a_dispatch_nor_a_worker(bool kill)
    {
        const int Count = 400;
        var host = await StartAllAsync();
        await CollectAsync(host, "First");
        // RabbitMQ writes the registration of new quorum queues within a second: a kill before that would be about the broker, not about us.
        await Task.Delay(TimeSpan.FromSeconds(3), Stop);

        var publishes = Task.WhenAll(Enumerable.Range(1, Count - 1).Select(async i =>
        {
            await Task.Delay(TimeSpan.FromMilliseconds(i * 20), Stop);
            return await CollectAsync(host, $"Restart{i}");
        }));
        await Eventually.TrueAsync("the flow is under way", async () => (await BooksAsync()).Archived > 20, StateOfArchiveAsync);
        if (kill)
            await Server.KillAsync();
        else
            await Server.StopAsync();
        await Task.Delay(TimeSpan.FromSeconds(2), Stop);
        await Server.StartAsync();

        await publishes.WaitAsync(TimeSpan.FromMinutes(5), Stop);
        await Eventually.TrueAsync("all are archived", async () => await BooksAsync() is { InFlight: 0, Archived: Count }, StateAfterRestartAsync);
        var books = await BooksAsync();
        Assert.True(books.Balanced, books.ToString());
        Assert.Equal(0, books.Quarantined);
        Assert.Equal(Count, (await Archive.FindAsync(new ArchiveQuery { AllVersions = true }, Stop).ToListAsync(Stop)).Count);
    }

    [Fact]
    public async Task A_one_shot_command_gives_up_with_exit_code_3_and_says_what_to_do()
    {
        var file = Path.Combine(Folder, "one.xml");
        await File.WriteAllBytesAsync(file, Texts.Dispatch("Unreachable"), Stop);
        var (code, output, errors) = await GuardedProcess.RunAsync(
            [.. Newswire, "ingest", file, "--bus", $"rabbitmq://guest:secret-word@127.0.0.1:{FreePort.Next()}/", "--archive", ArchiveAddress],
            new Dictionary<string, string>(StringComparer.Ordinal) { ["NEWSWIRE_Bus__StartSeconds"] = "2" });
        Assert.Equal(3, code);
        Assert.Contains("cannot be reached", errors, StringComparison.Ordinal);
        Assert.Contains("--bus", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-word", output + errors, StringComparison.Ordinal);
    }

    private static string[] Newswire => [Path.Combine(AppContext.BaseDirectory, "newswire")];

    // The broker may be down: only the archive can be asked.
    private async Task<string> StateOfArchiveAsync() => $"{await BooksAsync()}{Logs()}";

    // The test's own connection died with the broker.
    private async Task<string> StateAfterRestartAsync()
    {
        var depths = await new QueueDepths(Broker.Address, Topology).ReadAsync(Stop);
        return $"{string.Join(' ', depths.Select(d => $"{d.Queue}={d.Ready}/{d.Consumers}"))}; {await StateOfArchiveAsync()}";
    }
}
