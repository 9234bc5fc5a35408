using System.Diagnostics;

namespace Newswire.EnrichmentBench;

/// <summary>
/// Rounds of all steps in turns, so that a slow moment of the machine hits each. The best round of a step is what its code costs; the rest is what the
/// machine does.
/// </summary>
internal static class Stopwatches
{
    private const int Rounds = 40;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Round = TimeSpan.FromMilliseconds(60);

    public static void Run(IReadOnlyList<Step> steps, IReadOnlyList<Input> inputs)
    {
        // The code is compiled anew for a while as it is used: that is no cost of the work.
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < WarmUp;)
        {
            foreach (var step in steps)
                Measure(step, inputs);
        }

        foreach (var step in steps)
            step.Microseconds = double.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var step in steps)
                Measure(step, inputs);
        }
    }

    private static void Measure(Step step, IReadOnlyList<Input> inputs)
    {
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var start = Stopwatch.GetTimestamp();
        var done = 0;
        // Whole passes over the texts: each round is the same work.
        do
        {
            foreach (var input in inputs)
                step.Work(input);
            done += inputs.Count;
        }
        while (Stopwatch.GetElapsedTime(start) < Round);

        var microseconds = Stopwatch.GetElapsedTime(start).TotalMicroseconds / done;
        if (microseconds > step.Microseconds)
            return;
        step.Microseconds = microseconds;
        step.Bytes = (double)(GC.GetAllocatedBytesForCurrentThread() - bytes) / done;
    }
}
