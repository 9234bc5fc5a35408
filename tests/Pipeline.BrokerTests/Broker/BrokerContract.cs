using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Newswire.Archiver;
using Newswire.Collector;
using Newswire.Collector.Sources;
using Newswire.Contracts;
using Newswire.Enricher;
using Newswire.Pipeline.BrokerTests.Rig;
using Newswire.ServiceDefaults;
using Newswire.ServiceDefaults.Bus;
using RabbitMQ.Client;

namespace Newswire.Pipeline.BrokerTests.Broker;

/// <summary>
/// What every suite of the broker contract stands on: a broker, queues under a prefix of the test's own, an archive of the test's own (SQLite:
/// the store has a suite of its own), and roles in this process. When a test ends, its queues are gone.
/// </summary>
public abstract class BrokerContract(IBroker broker) : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("newswire-contract-").FullName;
    private readonly List<RoleHost> _hosts = [];
    private RawClient? _client;

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected IBroker Broker { get; } = broker;

    protected string Prefix { get; } = $"t{Guid.NewGuid():N}"[..14];

    /// <summary>What the roles use; fails when <see cref="Faults"/> says so.</summary>
    protected IArchive Archive { get; private set; } = null!;

    protected FaultyArchive Faults { get; private set; } = null!;

    /// <summary>As the roles are configured; a test changes it before it starts them.</summary>
    protected Dictionary<string, string?> Settings { get; } = new(StringComparer.Ordinal);

    protected RawClient Client => _client ?? throw new InvalidOperationException("connected only after InitializeAsync");

    protected string ArchiveAddress => $"sqlite:{Path.Combine(_folder, "archive.db")}";

    /// <summary>The archive's clock.</summary>
    protected virtual TimeProvider ArchiveTime => TimeProvider.System;

    protected string Folder => _folder;

    protected PipelineTopology Topology => new(BusSettings());

    public virtual async ValueTask InitializeAsync()
    {
        Settings["Bus:Address"] = Broker.Url;
        Settings["Bus:Prefix"] = Prefix;
        Settings["Archive:Address"] = ArchiveAddress;
        // No translations: their engines are slow, and they have suites of their own.
        Settings["Enricher:Translation:Targets:0"] = "";
        (Archive, Faults) = FaultyArchive.Over(ArchiveFactory.Create(ArchiveAddress, ArchiveTime));
        await Archive.InitializeAsync(Stop);
        _client = await RawClient.ConnectAsync(Broker.Address);
    }

    public virtual async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts)
            await host.DisposeAsync();
        await Client.DisposeAsync();
        // A connection of its own: the test's may have died with its broker.
        await using (var cleaner = await RawClient.ConnectAsync(Broker.Address))
        {
            foreach (var queue in QueueNames())
                await cleaner.Channel.QueueDeleteAsync(queue);
            foreach (var (_, exchange) in Topology.Exchanges)
                await cleaner.Channel.ExchangeDeleteAsync(exchange);
            await cleaner.Channel.ExchangeDeleteAsync(Topology.DeadLetters);
        }

        await Archive.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Roles that use this test's archive; they end with the test.</summary>
    protected RoleHost Host(Action<NewswireBuilder> roles)
    {
        var host = new RoleHost(Settings, newswire =>
        {
            roles(newswire);
            newswire.AddArchive();
            newswire.Services.Replace(ServiceDescriptor.Singleton(Archive));
        });
        _hosts.Add(host);
        return host;
    }

    protected async Task<RoleHost> StartAsync(Action<NewswireBuilder> roles)
    {
        var host = Host(roles);
        await host.StartAsync(Stop);
        return host;
    }

    protected Task<RoleHost> StartAllAsync() => StartAsync(newswire => newswire.AddIntake().AddEnricher().AddArchiver());

    /// <summary>Takes a dispatch in as the collector does: returns when the broker has it.</summary>
    protected static async Task<DispatchReceived> CollectAsync(RoleHost host, byte[] content, string file)
        => await host.Get<DispatchIntake>().TakeAsync(Texts.Source, new CollectedDispatch { File = file, Content = content, Received = DateTimeOffset.UtcNow }, Stop)
            ?? throw new InvalidOperationException($"{file} was refused");

    protected static Task<DispatchReceived> CollectAsync(RoleHost host, string mark) => CollectAsync(host, Texts.Dispatch(mark), mark);

    protected Task<Books> BooksAsync() => Archive.AuditAsync(new ArchiveQuery(), Stop);

    protected async Task<List<QuarantineEntry>> QuarantineAsync(bool closed = true)
        => await Archive.QuarantinedAsync(new QuarantineQuery { IncludeClosed = closed }, Stop).ToListAsync(Stop);

    /// <summary>Waits until that many deliveries are in the books and none is in flight, and proves that they balance.</summary>
    protected async Task<Books> SettledAsync(long received)
    {
        await Eventually.TrueAsync(
            $"{received} deliveries are received and settled",
            async () => await BooksAsync() is { InFlight: 0, WithoutRaw: 0 } books && books.Received >= received,
            StateAsync);
        var books = await BooksAsync();
        Assert.True(books.Balanced, books.ToString());
        Assert.Equal(received, books.Received);
        return books;
    }

    /// <summary>Stops the roles (what was in work and not acknowledged is back in its queue then) and proves that no message is anywhere.</summary>
    protected async Task NothingIsLeftInAnyQueueAsync()
    {
        await NothingWaitsAsync();
        foreach (var host in _hosts)
            await host.StopAsync();
        Assert.All(await DepthsAsync(), queue => Assert.Equal((queue.Key, 0u), (queue.Key, queue.Value)));
    }

    protected Task NothingWaitsAsync()
        => Eventually.TrueAsync("no queue holds a message ready for delivery", async () => (await DepthsAsync()).Values.Sum(n => n) == 0, StateAsync);

    protected async Task<IReadOnlyDictionary<string, uint>> DepthsAsync()
    {
        var depths = new Dictionary<string, uint>(StringComparer.Ordinal);
        foreach (var name in QueueNames())
            depths[name] = await Client.Channel.MessageCountAsync(name, Stop);
        return depths;
    }

    protected async Task<string> StateAsync()
    {
        var books = await BooksAsync();
        var quarantined = await QuarantineAsync();
        var depths = (await DepthsAsync()).Where(d => d.Value > 0).Select(d => $"{d.Key}={d.Value}");
        return $"{books}; queues: {string.Join(' ', depths)}; quarantine: {string.Join(" | ", quarantined.Take(5).Select(q => $"{q.Failure.Stage}/{q.Failure.Code} ×{q.Attempts}: {q.Failure.Reason}"))}{Logs()}";
    }

    /// <summary>The last warnings of each host, a host a paragraph.</summary>
    protected string Logs() => string.Concat(_hosts.Select(h => $"{Environment.NewLine}{h.Log}"));

    /// <summary>Declares the queues without starting a role.</summary>
    protected Task DeclareAsync() => Topology.DeclareAsync(Client.Channel, Stop);

    private IEnumerable<string> QueueNames() => Topology.Queues
        .SelectMany(q => Topology.Redeliveries.Select(d => PipelineTopology.RedeliveryQueue(q.Name, d)).Prepend(q.Name))
        .Append(Topology.DeadLetters);

    private BusOptions BusSettings()
    {
        using var configuration = new ConfigurationManager();
        configuration.AddInMemoryCollection(Settings);
        return configuration.GetSection(BusOptions.Section).Get<BusOptions>()!;
    }
}
