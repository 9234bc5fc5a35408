using System.Diagnostics;
using Newswire.Enricher.Translations;
using Newswire.Enricher.Translations.Apertium;

namespace Newswire.TranslationBench;

/// <summary>
/// Words a second through one pipe of the pool, in requests the size of a dispatch, against the same text streamed through a bare pipeline of the same
/// mode in the same run; each warmed up, then alternating rounds, medians compared.
/// </summary>
internal static class Speed
{
    private const int Rounds = 5;
    private const int ParagraphsPerDispatch = 8;

    public static async Task<int> RunAsync(string file, string modeName)
    {
        var lines = await Bench.LinesAsync(file);
        var mode = ApertiumModes.Discover("/usr")[modeName];
        var dispatches = lines.Chunk(ParagraphsPerDispatch).ToList();
        await using var translator = new ApertiumTranslator(new ApertiumOptions { PoolSize = 1 }, TimeProvider.System);
        await translator.DiscoverAsync(CancellationToken.None);
        var leg = new TranslationLeg(mode.Name, mode.Name, new LanguagePair(mode.Source, mode.Target));
        var words = Bench.Words(lines);
        var pool = new List<double>();
        var bare = new List<double>();
        await PoolAsync(translator, leg, dispatches);
        for (var round = 0; round < Rounds; round++)
        {
            bare.Add(words / await BareAsync(mode, lines));
            pool.Add(words / await PoolAsync(translator, leg, dispatches));
            Console.WriteLine($"{mode.Name} round {round + 1}: bare {bare[^1],8:F0} words/s, pool {pool[^1],8:F0} words/s, ratio {pool[^1] / bare[^1]:F3}");
        }
        Console.WriteLine($"{mode.Name}: {words} words, {dispatches.Count} dispatches, median ratio {Median([.. pool.Zip(bare, (p, b) => p / b)]):F3} (target ≥ 0.85)");
        return 0;
    }

    private static async Task<double> PoolAsync(ApertiumTranslator translator, TranslationLeg leg, List<string[]> dispatches)
    {
        var started = Stopwatch.GetTimestamp();
        // Two callers: while one prepares and reads its text, the other's is in the pipe.
        await Parallel.ForEachAsync(dispatches, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (dispatch, ct) =>
        {
            var answer = await translator.TranslateAsync(new TranslatorRequest { Leg = leg, Segments = dispatch }, ct);
            if (answer.Outcome != TranslatorOutcome.Ok)
                throw new InvalidOperationException(answer.Message);
        });
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    /// <summary>One run of the pipeline over all texts, the start of its programs (measured with an empty text) taken off.</summary>
    private static async Task<double> BareAsync(ApertiumMode mode, IReadOnlyList<string> lines)
    {
        var started = Stopwatch.GetTimestamp();
        await Shell.RunAsync(mode.Pipeline, string.Empty);
        var start = Stopwatch.GetElapsedTime(started);
        var input = string.Concat(lines.Select(l => ApertiumText.Format(l) + "\0"));
        started = Stopwatch.GetTimestamp();
        await Shell.RunAsync(mode.Pipeline, input);
        return (Stopwatch.GetElapsedTime(started) - start).TotalSeconds;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
