using Microsoft.Extensions.DependencyInjection;
using Newswire.Contracts;
using Newswire.PipelineBench.Product;
using Newswire.PipelineBench.Raw;
using Newswire.ServiceDefaults.Bus;

namespace Newswire.PipelineBench;

/// <summary>What publishing and consuming are measured with: one queue, messages made beforehand, and a publisher of either side.</summary>
internal sealed class Workbench : IAsyncDisposable
{
    private const int Distinct = 256;
    private readonly ProductHost _host;
    private readonly DispatchPublisher _product;
    private readonly RawPublisher _raw;
    private readonly IReadOnlyList<DispatchReceived> _messages;

    private Workbench(Installation installation, ProductHost host, RawPublisher raw)
    {
        (Installation, _host, _raw) = (installation, host, raw);
        _product = host.Get<DispatchPublisher>();
        _messages = [.. Stories.Fresh(Distinct).Select(story => Stories.Message("bench", story, TimeProvider.System))];
        Queue = installation.Topology.Name("enrich");
        Exchange = installation.Topology.Exchange(typeof(DispatchReceived));
    }

    public Installation Installation { get; }

    public string Queue { get; }

    public string Exchange { get; }

    public int Window => Installation.Options.PublishWindow;

    public static async Task<Workbench> CreateAsync(string url)
    {
        var installation = await Installation.CreateAsync(url, "bus");
        var host = await ProductHost.StartAsync(installation, _ => { });
        // After the product has declared its topology.
        await installation.UnbindKeepRawAsync();
        return new Workbench(installation, host, await RawPublisher.OpenAsync(installation.Connection));
    }

    public Task PublishByProductAsync(int index) => _product.PublishAsync(_messages[index % Distinct], CancellationToken.None);

    public Task PublishByRawAsync(int index) => _raw.PublishAsync(Exchange, _messages[index % Distinct]).AsTask();

    /// <summary>After a leg that published: all of it must be there.</summary>
    public Task TakeBackAsync(int published) => Installation.PurgeAsync(Queue, published, published);

    /// <summary>After a leg that consumed: nothing is left but what the broker was still settling when the consumer's channel closed.</summary>
    public async Task SettleAsync(int prefetch)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(300));
        await Installation.PurgeAsync(Queue, 0, prefetch);
    }

    /// <summary>Times a consumer of the product over messages that the product published.</summary>
    public async Task<Leg> ConsumeByProductAsync<TConsumer>(int messages, Func<BusOptions, int> prefetch, Func<BusOptions, int> concurrency)
        where TConsumer : class, MassTransit.IConsumer<DispatchReceived>
    {
        await Leg.ForAllAsync(messages, Window, PublishByProductAsync);
        var finish = new Finish(messages);
        Leg leg;
        await using (await StartConsumerAsync<TConsumer>(finish, prefetch, concurrency))
            leg = await finish.Done;
        // Starting a host has declared the other queue's binding again.
        await Installation.UnbindKeepRawAsync();
        await SettleAsync(prefetch(Installation.Options));
        return leg;
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _raw.DisposeAsync();
        await Installation.DisposeAsync();
    }

    private async Task<ProductHost> StartConsumerAsync<TConsumer>(Finish finish, Func<BusOptions, int> prefetch, Func<BusOptions, int> concurrency)
        where TConsumer : class, MassTransit.IConsumer<DispatchReceived>
        => await ProductHost.StartAsync(Installation, n =>
        {
            n.Services.AddSingleton(finish);
            n.Consume<TConsumer, DispatchReceived>("enrich", prefetch, concurrency);
        });
}
