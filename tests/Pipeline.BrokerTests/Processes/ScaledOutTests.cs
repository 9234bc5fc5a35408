using System.Globalization;
using System.Text;
using System.Text.Json;
using Newswire.Pipeline.BrokerTests.Archive;
using Newswire.Pipeline.BrokerTests.Rig;
using Newswire.Pipeline.BrokerTests.Servers;
using Newswire.ServiceDefaults.Bus;

namespace Newswire.Pipeline.BrokerTests.Processes;

/// <summary>
/// One collector, two enrichers and two archivers in five processes over RabbitMQ into PostgreSQL: the books are exact, whoever is killed. On a
/// broker of its own, which some of these tests kill.
/// </summary>
public sealed class When_Newswire_is_scaled_out(PostgresServer postgres) : IAsyncLifetime
{
    private RabbitServer _broker = null!;
    private Installation _newswire = null!;
    private string _database = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _broker = await RabbitServer.CreateAsync();
        _database = await postgres.CreateDatabaseAsync();
        // Five processes share a small server.
        _newswire = new Installation(_broker.Url, $"{_database}?Maximum%20Pool%20Size=8", "scaled");
    }

    public async ValueTask DisposeAsync()
    {
        await _newswire.DisposeAsync();
        await _broker.DisposeAsync();
        await postgres.DropDatabaseAsync(_database);
    }

    [Fact]
    public async Task Two_thousand_dispatches_are_archived_exactly_once_and_every_worker_has_its_share()
    {
        const int Count = 2_000;
        _newswire.Drop(WireCopy(Count));
        StartFive();
        await ArchivedAsync(Count, TimeSpan.FromMinutes(8));

        var books = await AuditAsync();
        Assert.Equal((Count, Count, 0, 0), (Number(books, "received"), Number(books, "archived"), Number(books, "duplicate"), Number(books, "quarantined")));
        await ExportedOnceAsync(Count);
        foreach (var worker in _newswire.Workers.Where(w => w.Roles != "collector"))
            Assert.True(worker.Count(worker.Roles == "enricher" ? "enrich" : "archive") > 0, $"an {worker.Roles} did nothing");
        await StopAllAsync();
    }

    [Theory]
    [InlineData("collector")]
    [InlineData("enricher")]
    [InlineData("archiver")]
    public async Task A_worker_killed_in_the_middle_and_started_again_costs_nothing(string role)
    {
        await StartAndEndInTheMiddleAsync(role, worker => worker.Process.KillAsync());
        await StopAllAsync();
    }

    [Theory]
    [InlineData("collector")]
    [InlineData("enricher")]
    [InlineData("archiver")]
    public async Task A_worker_told_to_stop_in_the_middle_finishes_what_it_has_in_work(string role)
    {
        await StartAndEndInTheMiddleAsync(role, async worker =>
        {
            worker.Process.Signal(GuardedProcess.SigTerm);
            Assert.Equal(0, await worker.Process.WaitForExitAsync(TimeSpan.FromMinutes(2)));
        });
        // Unlike a killed one, it leaves no file half taken that would be taken twice.
        Assert.Equal(0, Number(await AuditAsync(), "duplicate"));
        await StopAllAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_broker_killed_or_restarted_in_the_middle_costs_nothing(bool kill)
    {
        const int Count = 600;
        StartFive();
        // RabbitMQ writes the registration of new quorum queues within a second; a kill before that would be about the broker, not about us.
        await Eventually.TrueAsync("the workers are ready", async () => (await Task.WhenAll(_newswire.Workers.Select(w => ReadyAsync(w)))).All(ready => ready), WorkersAsync);
        await Task.Delay(TimeSpan.FromSeconds(3), Stop);
        _newswire.Drop(Dispatches(Count));
        await UnderWayAsync();
        if (kill)
            await _broker.KillAsync();
        else
            await _broker.StopAsync();
        await Task.Delay(TimeSpan.FromSeconds(3), Stop);
        await _broker.StartAsync();

        await ArchivedAsync(Count, TimeSpan.FromMinutes(5));
        await BalancedAsync(Count);
        Assert.All(_newswire.Workers, w => Assert.False(w.Process.HasExited, $"{w.Roles} ended: {w.Process.Errors}"));
        await StopAllAsync();
    }

    private async Task StartAndEndInTheMiddleAsync(string role, Func<Worker, Task> end)
    {
        const int Count = 600;
        _newswire.Drop(Dispatches(Count));
        StartFive();
        await UnderWayAsync();
        await end(_newswire.Workers.First(w => w.Roles == role));
        // One is left of enrichers and archivers, and works on; the collector has to come back.
        _newswire.Start(role);

        await ArchivedAsync(Count, TimeSpan.FromMinutes(5));
        await BalancedAsync(Count);
    }

    private void StartFive()
    {
        string[] roles = ["collector", "enricher", "enricher", "archiver", "archiver"];
        foreach (var role in roles)
            _newswire.Start(role);
    }

    /// <summary>Plain wire text in 32 languages, each copy with a paragraph of its own.</summary>
    private static IEnumerable<(string, byte[])> WireCopy(int count)
    {
        var texts = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Fixtures", "wiretext")).Order(StringComparer.Ordinal)
            .Select(file => File.ReadAllText(file).TrimEnd()).ToList();
        return Enumerable.Range(0, count)
            .Select(i => ($"{i:D5}.txt", Encoding.UTF8.GetBytes($"{texts[i % texts.Count]}\n\nThis copy is number {i} of the night.\n")));
    }

    private static IEnumerable<(string, byte[])> Dispatches(int count)
        => Enumerable.Range(0, count).Select(i => ($"{i:D5}.xml", Texts.Dispatch($"Town{i}", filler: i % 7)));

    private async Task UnderWayAsync()
        => await Eventually.TrueAsync("the flow is under way", async () => Number(await AuditAsync(), "archived") > 50, WorkersAsync);

    private async Task ArchivedAsync(int count, TimeSpan limit)
        => await Eventually.TrueAsync(
            $"{count} dispatches are archived and nothing is in flight",
            async () => await AuditAsync() is var books && Number(books, "archived") == count && Number(books, "inFlight") == 0,
            WorkersAsync, limit);

    /// <summary>A killed collector may deliver a file again: that is a duplicate in the books, and nothing else may be.</summary>
    private async Task BalancedAsync(int count)
    {
        var books = await AuditAsync();
        Assert.True(books.GetProperty("balanced").GetBoolean(), books.ToString());
        Assert.Equal(count, Number(books, "archived"));
        Assert.Equal(Number(books, "received"), Number(books, "archived") + Number(books, "duplicate"));
        Assert.Equal(0, Number(books, "quarantined"));
        await ExportedOnceAsync(count);
    }

    private async Task ExportedOnceAsync(int count)
    {
        var (code, output, errors) = await _newswire.CommandAsync("export", "--format", "ndjson");
        Assert.True(code == 0, errors);
        var ids = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("dispatchId").GetString()).ToList();
        Assert.Equal((count, count), (ids.Count, ids.Distinct(StringComparer.Ordinal).Count()));
    }

    private async Task<JsonElement> AuditAsync()
    {
        var (code, output, errors) = await _newswire.CommandAsync("audit", "--json");
        Assert.True(code is 0 or 1, $"audit ended with {code}: {errors}");
        return JsonDocument.Parse(output).RootElement;
    }

    /// <summary>SIGTERM: every process finishes what is in work and ends with 0.</summary>
    private async Task StopAllAsync()
    {
        foreach (var worker in _newswire.Workers.Where(w => !w.Process.HasExited))
            worker.Process.Signal(GuardedProcess.SigTerm);
        foreach (var worker in _newswire.Workers)
        {
            var code = await worker.Process.WaitForExitAsync(TimeSpan.FromMinutes(2));
            Assert.True(code is 0 or 137, $"{worker.Roles} ended with {code}: {worker.Process.Errors}");
        }
    }

    private static async Task<bool> ReadyAsync(Worker worker)
    {
        using var client = new HttpClient();
        try
        {
            return (await client.GetAsync(new Uri(worker.Health, "/health/ready"), Stop)).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private async Task<string> WorkersAsync()
    {
        var (_, output, errors) = await _newswire.CommandAsync("audit", "--json");
        return output + errors + string.Join('\n', _newswire.Workers.Select(w =>
            $"\n--- {w.Roles}{(w.Process.HasExited ? " (ended)" : "")}\n{string.Join('\n', w.Process.Errors.Split('\n').Where(l => !l.Contains("dbug:", StringComparison.Ordinal)).TakeLast(15))}"));
    }

    private static long Number(JsonElement books, string name) => books.GetProperty(name).GetInt64();
}
