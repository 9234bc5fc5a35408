namespace Newswire.PipelineBench;

/// <summary>Runs both sides in turns, A B A B, so that a slow moment of the machine hits both; the median of the pairs' ratios counts.</summary>
internal static class Pairing
{
    public static async Task<PairedResult> RunAsync(IScenario scenario, int warmUp, int messages, int pairs)
    {
        await RunLegAsync(scenario, "warm-up", scenario.ProductAsync, warmUp);
        await RunLegAsync(scenario, "warm-up", scenario.RawAsync, warmUp);
        var result = new List<Pair>(pairs);
        for (var i = 1; i <= pairs; i++)
        {
            var product = await RunLegAsync(scenario, $"pair {i}: product", scenario.ProductAsync, messages);
            var raw = await RunLegAsync(scenario, $"pair {i}: raw", scenario.RawAsync, messages);
            result.Add(new Pair(product, raw));
        }

        return new PairedResult(scenario.Name, result);
    }

    private static async Task<Leg> RunLegAsync(IScenario scenario, string label, Func<int, Task<Leg>> run, int messages)
    {
        // Each leg starts with a clean heap: nobody pays for the garbage of the other.
        GC.Collect();
        var leg = await run(messages);
        await Console.Error.WriteLineAsync($"{scenario.Name,-12} {label,-16} {leg.Rate,8:N0} /s {leg.ProcessorMicroseconds,7:N0} µs of processor {leg.BytesPerMessage / 1_000,6:N1} kB allocated a message");
        return leg;
    }
}

/// <summary>A leg of the product and the raw leg right after it.</summary>
internal sealed record Pair(Leg Product, Leg Raw)
{
    public double Ratio => Product.Rate / Raw.Rate;

    /// <summary>The same of the processor time of both clients; above 1 the product needs less.</summary>
    public double ProcessorRatio => Raw.ProcessorMicroseconds / Product.ProcessorMicroseconds;
}

internal sealed record PairedResult(string Name, IReadOnlyList<Pair> Pairs)
{
    public double Ratio => Median(p => p.Ratio);

    public double Median(Func<Pair, double> of)
    {
        var sorted = Pairs.Select(of).Order().ToList();
        var middle = sorted.Count / 2;
        return sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
