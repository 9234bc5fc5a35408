namespace Newswire.PipelineBench;

/// <summary>One timed run of one side.</summary>
/// <param name="Messages">How many there were.</param>
/// <param name="Time">On the clock.</param>
/// <param name="Processor">Of this process, the broker's not counted: on a busy machine it says more than the clock.</param>
/// <param name="Allocated">Bytes on the managed heap.</param>
internal sealed record Leg(int Messages, TimeSpan Time, TimeSpan Processor, long Allocated)
{
    /// <summary>Messages a second.</summary>
    public double Rate => Messages / Time.TotalSeconds;

    public double BytesPerMessage => (double)Allocated / Messages;

    public double ProcessorMicroseconds => Processor.TotalMicroseconds / Messages;

    public static async Task<Leg> MeasureAsync(int messages, Func<Task> run)
    {
        var meter = LegMeter.Start();
        await run();
        return meter.Stop(messages);
    }

    /// <summary>The same number of messages in work at once for both sides: the window of the product's publisher.</summary>
    public static Task ForAllAsync(int messages, int window, Func<int, Task> run)
        => Parallel.ForEachAsync(Enumerable.Range(0, messages), new ParallelOptions { MaxDegreeOfParallelism = window }, async (i, _) => await run(i));
}
