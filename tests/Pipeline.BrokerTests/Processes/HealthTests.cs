using System.Net;
using Newswire.Pipeline.BrokerTests.Rig;
using Newswire.Pipeline.BrokerTests.Servers;

namespace Newswire.Pipeline.BrokerTests.Processes;

public sealed class When_an_orchestrator_asks_for_health(LocalBroker broker)
{
    public static TheoryData<string> Roles => ["collector", "enricher", "archiver"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task A_role_is_live_and_ready_once_its_broker_and_archive_answer(string role)
    {
        await using var newswire = new Installation(broker.Url, "sqlite:archive.db", "health");
        var worker = newswire.Start(role);
        await Eventually.TrueAsync("it is ready", async () => await AskAsync(worker, "ready") == HttpStatusCode.OK, () => Task.FromResult(worker.Process.Errors));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(worker, "live"));

        worker.Process.Signal(GuardedProcess.SigTerm);
        Assert.Equal(0, await worker.Process.WaitForExitAsync(TimeSpan.FromMinutes(2)));
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task A_role_without_its_broker_is_live_but_not_ready_and_still_stops_when_told(string role)
    {
        await using var newswire = new Installation($"rabbitmq://guest:guest@127.0.0.1:{FreePort.Next()}/", "sqlite:archive.db", "health");
        var worker = newswire.Start(role);
        await Eventually.TrueAsync("it is live", async () => await AskAsync(worker, "live") == HttpStatusCode.OK, () => Task.FromResult(worker.Process.Errors));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await AskAsync(worker, "ready"));
        Assert.Contains("cannot be reached yet", worker.Process.Errors, StringComparison.Ordinal);

        worker.Process.Signal(GuardedProcess.SigTerm);
        Assert.Equal(0, await worker.Process.WaitForExitAsync(TimeSpan.FromMinutes(2)));
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task A_role_without_its_database_is_live_but_not_ready_and_still_stops_when_told(string role)
    {
        await using var newswire = new Installation(broker.Url, $"postgres://newswire:secret-word@127.0.0.1:{FreePort.Next()}/newswire", "health");
        var worker = newswire.Start(role);
        await Eventually.TrueAsync("it says what it waits for", () => Task.FromResult(worker.Process.Errors.Contains("trying again", StringComparison.Ordinal)), () => Task.FromResult(worker.Process.Errors));
        await Eventually.TrueAsync("it is live", async () => await AskAsync(worker, "live") == HttpStatusCode.OK, () => Task.FromResult(worker.Process.Errors));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await AskAsync(worker, "ready"));
        Assert.DoesNotContain("secret-word", worker.Process.Errors, StringComparison.Ordinal);

        worker.Process.Signal(GuardedProcess.SigTerm);
        Assert.Equal(0, await worker.Process.WaitForExitAsync(TimeSpan.FromMinutes(2)));
    }

    private static async Task<HttpStatusCode?> AskAsync(Worker worker, string what)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(30) };
        try
        {
            return (await client.GetAsync(new Uri(worker.Health, $"/health/{what}"), Stop)).StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}
