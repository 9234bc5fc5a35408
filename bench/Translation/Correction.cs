using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Newswire.Enricher.Translations;

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
        await handler.HandleAsync(Bench.Command(["Bonjour à tous."], source, target), CancellationToken.None);
        var first = TimeSpan.Zero;
        var second = TimeSpan.Zero;
        for (var i = 0; i < dispatches.Count; i++)
        {
            first += await TimeAsync(handler, dispatches[i], source, target);
            // The changed paragraph is one of another dispatch cut short: new text of the usual length.
            var changed = paragraphs[(i * 10 + 15) % paragraphs.Count];
            dispatches[i][i % 10] = changed[..(changed.Length - 2)] + " !";
            second += await TimeAsync(handler, dispatches[i], source, target);
        }
        Console.WriteLine($"{pair}: {dispatches.Count} dispatches, first {first.TotalMilliseconds:F0} ms, corrected {second.TotalMilliseconds:F0} ms, {second / first:P1} (target ≤ 15 %)");
        return 0;
    }

    private static async Task<TimeSpan> TimeAsync(TranslationHandler handler, string[] body, string source, string target)
    {
        var started = Stopwatch.GetTimestamp();
        var translation = await handler.HandleAsync(Bench.Command(body, source, target), CancellationToken.None);
        var elapsed = Stopwatch.GetElapsedTime(started);
        if (translation.Fields is null)
            throw new InvalidOperationException($"{translation.State} {translation.Error?.Message}");
        return elapsed;
    }
}
