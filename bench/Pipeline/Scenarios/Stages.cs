using Newswire.Archiver;
using Newswire.PipelineBench.Product;
using Newswire.PipelineBench.Raw;

namespace Newswire.PipelineBench.Scenarios;

/// <summary>Collector, enricher without models, archiver with a SQLite file of its own, until every dispatch is archived and announced.</summary>
internal sealed class Stages : IScenario
{
    /// <summary>Dispatches in work at once: the collector's default.</summary>
    private const int Window = 256;
    private readonly IFlow _product;
    private readonly IFlow _raw;
    private int _legs;

    private Stages(IFlow product, IFlow raw) => (_product, _raw) = (product, raw);

    public string Name => "three stages";

    public static async Task<Stages> StartAsync(string url, string folder, int concurrency)
        => new(await ProductFlow.StartAsync(url, folder, concurrency), await RawFlow.StartAsync(url, folder, concurrency));

    public Task<Leg> ProductAsync(int messages) => RunAsync(_product, messages);

    public Task<Leg> RawAsync(int messages) => RunAsync(_raw, messages);

    /// <summary>Times from receipt to commit at an even rate that neither side is strained by.</summary>
    public async Task<(Delays Product, Delays Raw)> DelaysAsync(int perSecond, TimeSpan duration)
        => (await DelaysAsync(_product, perSecond, duration), await DelaysAsync(_raw, perSecond, duration));

    public async ValueTask DisposeAsync()
    {
        await _product.DisposeAsync();
        await _raw.DisposeAsync();
    }

    private async Task<Leg> RunAsync(IFlow flow, int messages)
    {
        var stories = Stories.Fresh(messages);
        var source = $"leg-{++_legs}";
        var announced = flow.Announced.ExpectAsync(messages);
        return await Leg.MeasureAsync(messages, async () =>
        {
            await Leg.ForAllAsync(messages, Window, i => flow.TakeAsync(source, stories[i]));
            await announced;
            await BalanceAsync(flow.Archive, source, messages);
        });
    }

    private async Task<Delays> DelaysAsync(IFlow flow, int perSecond, TimeSpan duration)
    {
        var stories = Stories.Fresh((int)(perSecond * duration.TotalSeconds));
        var source = $"leg-{++_legs}";
        var announced = flow.Announced.ExpectAsync(stories.Count);
        var taken = new List<Task>(stories.Count);
        var started = TimeProvider.System.GetTimestamp();
        foreach (var story in stories)
        {
            // By the clock and without waiting for the last one: a slow moment must not slow down what it is measured with.
            var early = TimeSpan.FromSeconds((double)taken.Count / perSecond) - TimeProvider.System.GetElapsedTime(started);
            if (early > TimeSpan.FromMilliseconds(1))
                await Task.Delay(early);
            taken.Add(flow.TakeAsync(source, story));
        }

        await Task.WhenAll(taken);
        var delays = Delays.Of(await announced);
        await BalanceAsync(flow.Archive, source, stories.Count);
        return delays;
    }

    // Raw bytes are kept beside the records; a leg is over when both are there, and a figure with lost dispatches is none.
    private static async Task BalanceAsync(IArchive archive, string source, int messages)
    {
        using var limit = new CancellationTokenSource(Finish.Limit);
        while (true)
        {
            var books = await archive.AuditAsync(new ArchiveQuery { Source = source }, limit.Token);
            if (books.Received == messages && books.InFlight == 0 && books.WithoutRaw == 0)
            {
                if (books.Archived != messages)
                    throw new InvalidOperationException($"{books.Archived} of {messages} dispatches were archived, {books.Quarantined} quarantined");
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(10), limit.Token);
        }
    }
}
