using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Newswire.ServiceDefaults.Telemetry;

/// <summary>Every metric and span name of the pipeline, in one file. Meter and activity source are both "Newswire".</summary>
public static class PipelineMetrics
{
    public const string Name = "Newswire";

    public static readonly ActivitySource Activities = new(Name);

    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Dispositions = Meter.CreateCounter<long>(
        "newswire.dispositions", "{dispatch}", "Final status of a dispatch or item in one stage; tags stage, disposition");

    private static readonly Counter<long> Redeliveries = Meter.CreateCounter<long>(
        "newswire.redeliveries", "{message}", "Messages put back for later; tag stage");

    private static readonly Histogram<double> TimeToArchive = Meter.CreateHistogram<double>(
        "newswire.time_to_archive", "s", "From receipt at the collector to the commit in the archive");

    private static readonly Histogram<double> StageSeconds = Meter.CreateHistogram<double>(
        "newswire.stage_seconds", "s", "Time of one stage's own work; tag stage");

    private static readonly Histogram<int> BatchSize = Meter.CreateHistogram<int>(
        "newswire.archive_batch", "{item}", "Items of one archive transaction");

    /// <summary>Exactly one call per dispatch (or item) per stage.</summary>
    public static void Disposed(string stage, string disposition)
        => Dispositions.Add(1, new("stage", stage), new KeyValuePair<string, object?>("disposition", disposition));

    public static void Redelivered(string stage) => Redeliveries.Add(1, new KeyValuePair<string, object?>("stage", stage));

    public static void Archived(TimeSpan sinceReceipt) => TimeToArchive.Record(Math.Max(0, sinceReceipt.TotalSeconds));

    public static void Worked(string stage, TimeSpan time) => StageSeconds.Record(time.TotalSeconds, new KeyValuePair<string, object?>("stage", stage));

    public static void Batch(int items) => BatchSize.Record(items);

    /// <summary>Depth of each queue as the broker tells it: newswire.queue_depth, tag queue.</summary>
    public static void ObserveQueueDepths(Func<IEnumerable<Measurement<long>>> depths)
        => Meter.CreateObservableGauge("newswire.queue_depth", depths, "{message}", "Messages ready in a queue; tag queue");
}
