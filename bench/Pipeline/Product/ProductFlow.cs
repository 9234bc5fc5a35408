using Microsoft.Extensions.DependencyInjection;
using Newswire.Archiver;
using Newswire.Collector;
using Newswire.Collector.Sources;
using Newswire.Contracts;
using Newswire.Formats;

namespace Newswire.PipelineBench.Product;

/// <summary>Collector, enricher without models and archiver as the product registers them, each with a host and connections of its own.</summary>
internal sealed class ProductFlow : IFlow
{
    private readonly Installation _installation;
    private readonly IReadOnlyList<ProductHost> _hosts;
    private readonly DispatchIntake _intake;

    private ProductFlow(Installation installation, Announcements announced, ProductHost collector, ProductHost enricher, ProductHost archiver)
    {
        (_installation, Announced) = (installation, announced);
        _hosts = [collector, enricher, archiver];
        _intake = collector.Get<DispatchIntake>();
        Archive = archiver.Get<IArchive>();
    }

    public IArchive Archive { get; }

    public Announcements Announced { get; }

    public static async Task<ProductFlow> StartAsync(string url, string folder, int concurrency)
    {
        var installation = await Installation.CreateAsync(url, "product");
        var announced = await Announcements.OpenAsync(installation);
        var archiver = await ProductHost.StartAsync(installation, n => n.AddArchive().AddArchiver(), $"sqlite:{Path.Combine(folder, "product.db")}");
        var enricher = await ProductHost.StartAsync(installation, n =>
        {
            n.Services.AddSingleton(_ => FormatRegistry.CreateReader());
            n.Consume<ReadConsumer, DispatchReceived>("enrich", o => o.EnricherPrefetch, _ => concurrency);
        });
        var collector = await ProductHost.StartAsync(installation, n => n.AddIntake());
        return new ProductFlow(installation, announced, collector, enricher, archiver);
    }

    public Task TakeAsync(string source, byte[] content) => _intake.TakeAsync(
        source,
        new CollectedDispatch { File = "bench.json", Content = content, Received = TimeProvider.System.GetUtcNow(), MediaType = "application/json" },
        CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts)
            await host.DisposeAsync();
        await Announced.DisposeAsync();
        await _installation.DisposeAsync();
    }
}
