using Newswire.PipelineBench.Scenarios;

namespace Newswire.PipelineBench;

/// <summary>One run: the scenarios asked for, one after the other, then the report.</summary>
internal sealed class BenchRun(BenchOptions options)
{
    private const int DelayRate = 200;
    private readonly Report _report = new();
    private (Delays Product, Delays Raw)? _delays;

    /// <returns>0, or 1 when what does not depend on the machine misses its target.</returns>
    public async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("newswire-bench-");
        try
        {
            await using var broker = await Broker.FindAsync(options.Bus);
            await Console.Error.WriteLineAsync(broker.IsPrivate ? "a private broker for this run" : "the broker that was named");
            await MeasureBusAsync(broker.Url);
            await MeasureStagesAsync(broker.Url, folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        _report.Write(Console.Out);
        if (_delays is { } delays)
            await Console.Out.WriteLineAsync($"\nMilliseconds from receipt to commit at {DelayRate}/s: product {delays.Product}; raw {delays.Raw}");
        if (options.Json is { } file)
            await _report.SaveAsync(file, options, _delays?.Product, _delays?.Raw);
        return _report.Failed ? 1 : 0;
    }

    private async Task MeasureBusAsync(string url)
    {
        await using var bench = await Workbench.CreateAsync(url);
        var publish = await PairAsync("publish", () => new Publish(bench, "publish", bench.Window));
        var consume = await PairAsync("consume", () => new Consume(bench, options.Concurrency));
        var batch = await PairAsync("batch", () => new Batch(bench, rawAcksAtOnce: false));
        await PairAsync("batch-one-ack", () => new Batch(bench, rawAcksAtOnce: true));
        var script = await PairAsync("one-by-one", () => new Publish(bench, "one by one", rawWindow: 1));

        _report.Ratio("publish / raw tracked publish", 0.65, publish);
        _report.Ratio("consume / raw consume, ack each", 0.85, consume);
        _report.Ratio("batch consumer / raw batch consumer", 0.60, batch);
        _report.Ratio("publish / raw publisher confirmed one by one", 4, script);
        _report.AtMost("kB allocated a message, consume", 19, consume?.Median(p => p.Product.BytesPerMessage) / 1_000, gates: true);
        _report.AtMost("kB allocated a message, publish", 14, publish?.Median(p => p.Product.BytesPerMessage) / 1_000, gates: true);
    }

    private async Task MeasureStagesAsync(string url, string folder)
    {
        PairedResult? result = null;
        if (options.Only.Contains("stages") || options.Only.Contains("delay"))
        {
            await using var stages = await Stages.StartAsync(url, folder, options.Concurrency);
            if (options.Only.Contains("stages"))
                _report.Add(result = await Pairing.RunAsync(stages, Math.Min(options.WarmUp, options.StageMessages), options.StageMessages, options.Pairs));
            if (options.Only.Contains("delay"))
                _delays = await stages.DelaysAsync(DelayRate, TimeSpan.FromSeconds(options.DelaySeconds));
        }

        _report.Ratio("three stages / the same on the raw client", 0.60, result);
        _report.AtLeast("three stages, dispatches a second", 1_500, result?.Median(p => p.Product.Rate));
        _report.AtMost($"p99 from receipt to commit at {DelayRate}/s, ms", 250, _delays?.Product.P99, gates: false);
    }

    private async Task<PairedResult?> PairAsync(string name, Func<IScenario> create)
    {
        if (!options.Only.Contains(name))
            return null;
        await using var scenario = create();
        var result = await Pairing.RunAsync(scenario, options.WarmUp, options.Messages, options.Pairs);
        _report.Add(result);
        return result;
    }
}
