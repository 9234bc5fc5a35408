using Newswire.Contracts;
using Newswire.PipelineBench.Product;
using Newswire.PipelineBench.Raw;

namespace Newswire.PipelineBench.Scenarios;

/// <summary>Consuming in batches with the archiver's prefetch and batch size, written nowhere.</summary>
/// <param name="bench">Queue, messages, publishers.</param>
/// <param name="rawAcksAtOnce">Whether the raw side acknowledges a batch at once, which the product cannot, or each message, as it does.</param>
internal sealed class Batch(Workbench bench, bool rawAcksAtOnce) : IScenario
{
    public string Name => rawAcksAtOnce ? "batch, 1 ack" : "batch";

    public Task<Leg> ProductAsync(int messages) => bench.ConsumeByProductAsync<BatchCountingConsumer>(messages, o => o.ArchiveBatch * 2, o => o.ArchiveBatch * 2);

    public async Task<Leg> RawAsync(int messages)
    {
        await Leg.ForAllAsync(messages, bench.Window, bench.PublishByRawAsync);
        var finish = new Finish(messages);
        Leg leg;
        await using (await RawBatches<DispatchReceived>.OpenAsync(
            bench.Installation, bench.Installation.Connection, bench.Queue, rawAcksAtOnce, _ => Task.CompletedTask, finish.Begin, finish.Saw))
        {
            leg = await finish.Done;
        }

        await bench.SettleAsync(bench.Installation.Options.ArchiveBatch * 2);
        return leg;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
