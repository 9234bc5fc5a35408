using Microsoft.Extensions.DependencyInjection;
using Newswire.Enricher.Translations;
using Newswire.Enricher.Translations.Apertium;

namespace Newswire.TranslationBench;

/// <summary>Translates a file line by line, for scoring with tools/TranslationScore: what of the engine's quality does our path keep?</summary>
internal static class WholePath
{
    public static async Task<int> RunAsync(string file, string pair, bool bare)
    {
        var lines = await Bench.LinesAsync(file);
        var (source, target) = (pair.Split('>')[0], pair.Split('>')[1]);
        var translated = bare ? await BareAsync(lines, LanguagePair.Of(source, target)) : await WholeAsync(lines, source, target);
        foreach (var line in translated)
            Console.WriteLine(line.ReplaceLineEndings(" "));
        return 0;
    }

    private static async Task<IReadOnlyList<string>> WholeAsync(IReadOnlyList<string> lines, string source, string target)
    {
        await using var services = Bench.Services();
        var handler = services.GetRequiredService<TranslationHandler>();
        var result = new List<string>();
        var states = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var part in lines.Chunk(10))
        {
            var translation = await handler.HandleAsync(Bench.Command(part, source, target), CancellationToken.None);
            var key = $"{translation.State} {translation.Error?.Message} {string.Join(',', translation.Warnings)}".Trim();
            states[key] = states.GetValueOrDefault(key) + 1;
            result.AddRange(Enumerable.Range(0, part.Length).Select(i => translation.Fields?.Body[i] ?? string.Empty));
        }
        foreach (var (state, count) in states)
            await Console.Error.WriteLineAsync($"{count,5} × {state}");
        return result;
    }

    /// <summary>As a script would: the `apertium` program, hop by hop, without unknown-word marks.</summary>
    private static async Task<IReadOnlyList<string>> BareAsync(IReadOnlyList<string> lines, LanguagePair pair)
    {
        var catalog = await new ApertiumTranslator(new ApertiumOptions(), TimeProvider.System).DiscoverAsync(CancellationToken.None);
        foreach (var leg in catalog.RouteOf(pair))
        {
            // A blank line between texts, or the program takes them for one sentence.
            var output = await Shell.RunAsync($"apertium -u {leg.Mode}", string.Join("\n\n", lines) + "\n");
            lines = [.. output.Split("\n\n").Select(l => l.Trim())];
        }
        return lines;
    }
}
