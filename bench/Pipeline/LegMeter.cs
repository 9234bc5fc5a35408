using System.Diagnostics;

namespace Newswire.PipelineBench;

/// <summary>Clock, processor time and heap of this process from the start of a leg to its end.</summary>
internal sealed record LegMeter(long Started, TimeSpan Processor, long Allocated)
{
    public static LegMeter Start() => new(Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes(precise: true));

    public Leg Stop(int messages) => new(
        messages, Stopwatch.GetElapsedTime(Started), Environment.CpuUsage.TotalTime - Processor, GC.GetTotalAllocatedBytes(precise: true) - Allocated);
}
