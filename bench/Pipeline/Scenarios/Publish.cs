namespace Newswire.PipelineBench.Scenarios;

/// <summary>Publishing with confirms, the product with its window of messages at once.</summary>
/// <param name="bench">Queue, messages, publishers.</param>
/// <param name="name">What the report calls it.</param>
/// <param name="rawWindow">Messages the raw side has under way: as many as the product, or one, which is what a simple script does.</param>
internal sealed class Publish(Workbench bench, string name, int rawWindow) : IScenario
{
    public string Name => name;

    public Task<Leg> ProductAsync(int messages) => RunAsync(messages, bench.Window, bench.PublishByProductAsync);

    // One by one every message is a round trip: a tenth of them says as much about the rate.
    public Task<Leg> RawAsync(int messages) => RunAsync(rawWindow == 1 ? Math.Max(100, messages / 10) : messages, rawWindow, bench.PublishByRawAsync);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<Leg> RunAsync(int messages, int window, Func<int, Task> publish)
    {
        var leg = await Leg.MeasureAsync(messages, () => Leg.ForAllAsync(messages, window, publish));
        await bench.TakeBackAsync(messages);
        return leg;
    }
}
