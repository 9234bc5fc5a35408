using System.Text.Json;
using Newswire.Contracts;
using Newswire.PipelineBench.Product;
using Newswire.PipelineBench.Raw;

namespace Newswire.PipelineBench.Scenarios;

/// <summary>Consuming from a full queue, each message acknowledged by itself, with the enricher's prefetch and concurrency.</summary>
internal sealed class Consume(Workbench bench, int concurrency) : IScenario
{
    public string Name => "consume";

    public Task<Leg> ProductAsync(int messages) => bench.ConsumeByProductAsync<CountingConsumer>(messages, o => o.EnricherPrefetch, _ => concurrency);

    public async Task<Leg> RawAsync(int messages)
    {
        await Leg.ForAllAsync(messages, bench.Window, bench.PublishByRawAsync);
        var finish = new Finish(messages);
        Leg leg;
        await using (await RawSubscription.OpenAsync(
            bench.Installation.Connection, bench.Queue, bench.Installation.Options.EnricherPrefetch, concurrency, autoAck: false, async (channel, delivery) =>
            {
                finish.Begin();
                JsonSerializer.Deserialize(delivery.Body.Span, RawPublisher.Describe<DispatchReceived>());
                await channel.BasicAckAsync(delivery.DeliveryTag, multiple: false);
                finish.Saw();
            }))
        {
            leg = await finish.Done;
        }

        await bench.SettleAsync(bench.Installation.Options.EnricherPrefetch);
        return leg;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
