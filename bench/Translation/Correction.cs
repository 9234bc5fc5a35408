using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Newswire.Enricher.Translations;
using Newswire.Enricher.Translations.Apertium;

namespace Newswire.TranslationBench;

/// <summary>Ten-paragraph dispatches, each translated, then again with one paragraph changed: the memory must make the second cheap.</summary>
internal static class Correction
{
    public static async Task<int> RunAsync(string file, string pair)
    {
        var (source, target) = (pair.Split('>')[0], pair.Split('>')[1]);
        var lines = await Bench.LinesAsync(file);
        var paragraphs = lines.Chunk(3).Select(c => string.Join(' ', c)).ToList();
        var dispatches = paragraphs.Chunk(10).Where(d => d.Length == 10).ToList();
        await using var services = Bench.Services(("Apertium:PoolSize", "1"));
        var handler = services.GetRequiredService<TranslationHandler>();
        // The runtime compiles what it meets for the first time: that is not what a translation costs.
        await handler.HandleAsync(Bench.Command(dispatches[^1], source, target), CancellationToken.None);
        var pools = services.GetServices<EngineSet>().SelectMany(s => s.All).Select(e => e.Translator).OfType<ApertiumTranslator>().SelectMany(t => t.Pools);
        var groups = pools.SelectMany(p => p.ProcessIds).ToList();
        (TimeSpan Time, double Cpu) first = default, second = default;
        for (var i = 0; i < dispatches.Count - 1; i++)
        {
            first = Add(first, await TimeAsync(handler, groups, dispatches[i], source, target));
            dispatches[i][i % 10] += " (corrige)";
            second = Add(second, await TimeAsync(handler, groups, dispatches[i], source, target));
        }
        Console.WriteLine($"{pair}: {dispatches.Count - 1} dispatches, first {first.Time.TotalMilliseconds:F0} ms and {first.Cpu:F2} CPU-s, corrected {second.Time.TotalMilliseconds:F0} ms and {second.Cpu:F2} CPU-s: {second.Time / first.Time:P1}, by CPU {second.Cpu / first.Cpu:P1} (target ≤ 15 %)");
        return 0;
    }

    private static (TimeSpan Time, double Cpu) Add((TimeSpan Time, double Cpu) one, (TimeSpan Time, double Cpu) other) => (one.Time + other.Time, one.Cpu + other.Cpu);

    private static async Task<(TimeSpan Time, double Cpu)> TimeAsync(TranslationHandler handler, List<int> groups, string[] body, string source, string target)
    {
        var cpu = CpuTime.Start(groups);
        var started = Stopwatch.GetTimestamp();
        var translation = await handler.HandleAsync(Bench.Command(body, source, target), CancellationToken.None);
        var elapsed = Stopwatch.GetElapsedTime(started);
        if (translation.Fields is null)
            throw new InvalidOperationException($"{translation.State} {translation.Error?.Message}");
        return (elapsed, cpu());
    }
}
