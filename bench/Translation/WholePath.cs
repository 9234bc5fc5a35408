using Microsoft.Extensions.DependencyInjection;
using Newswire.Contracts;
using Newswire.Enricher.Entities;
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
        var recognizer = new EntityRecognizer();
        var result = new List<string>();
        var states = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var part in lines.Chunk(10))
        {
            var command = Bench.Command(part, source, target) with { Protected = Names(recognizer, string.Join("\n\n", part), source) };
            var translation = await handler.HandleAsync(command, CancellationToken.None);
            var key = $"{translation.State} {translation.Error?.Message} {string.Join(',', translation.Warnings)}".Trim();
            states[key] = states.GetValueOrDefault(key) + 1;
            result.AddRange(Enumerable.Range(0, part.Length).Select(i => translation.Fields?.Body[i] ?? string.Empty));
        }
        foreach (var (state, count) in states)
            await Console.Error.WriteLineAsync($"{count,5} × {state}");
        return result;
    }

    /// <summary>Protected as in the pipeline: persons, found by the models.</summary>
    private static IReadOnlyList<ProtectedName> Names(EntityRecognizer recognizer, string text, string language)
        => [.. recognizer.Recognize(null, text, language).Where(e => e.Type == "person")
            .SelectMany(e => e.Mentions.Select(m => new ProtectedName { Text = text.Substring(m[0], m[1]), Key = e.Key, Spans = [] })).DistinctBy(n => n.Text)];

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
