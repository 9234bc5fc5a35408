using System.Diagnostics;
using System.Text;
using Newswire.Enricher.Translations;
using Newswire.Enricher.Translations.Apertium;

namespace Newswire.TranslationBench;

/// <summary>
/// Words a second through one pipe of the pool, in requests the size of a dispatch, against the same text streamed through a bare pipeline of the same
/// mode in the same run; each warmed up, then alternating rounds, medians compared. The CPU column is what both cost, whatever else the machine does.
/// </summary>
internal static class Speed
{
    private const int Rounds = 5;
    private const int ParagraphsPerDispatch = 15; // about 350 words, a usual wire dispatch

    public static async Task<int> RunAsync(string file, string modeName)
    {
        var lines = await Bench.LinesAsync(file);
        var mode = ApertiumModes.Discover("/usr")[modeName];
        var dispatches = lines.Chunk(ParagraphsPerDispatch).ToList();
        await using var translator = new ApertiumTranslator(new ApertiumOptions { PoolSize = 1, RecentCharacters = 0 }, TimeProvider.System);
        await translator.DiscoverAsync(CancellationToken.None);
        var leg = new TranslationLeg(mode.Name, mode.Name, new LanguagePair(mode.Source, mode.Target));
        var words = Bench.Words(lines);
        var pool = new List<double>();
        var bare = new List<double>();
        var cpu = new List<double>();
        await PoolAsync(translator, leg, dispatches);
        for (var round = 0; round < Rounds; round++)
        {
            var (bareTime, bareCpu) = await BareAsync(mode, lines);
            var (poolTime, poolCpu) = await PoolAsync(translator, leg, dispatches);
            bare.Add(words / bareTime);
            pool.Add(words / poolTime);
            cpu.Add(bareCpu / poolCpu);
            Console.WriteLine($"{mode.Name} round {round + 1}: bare {bare[^1],8:F0} words/s, pool {pool[^1],8:F0} words/s, ratio {pool[^1] / bare[^1]:F3}, by CPU {cpu[^1]:F3}");
        }
        Console.WriteLine($"{mode.Name}: {words} words, {dispatches.Count} dispatches, median ratio {Median([.. pool.Zip(bare, (p, b) => p / b)]):F3}, by CPU {Median(cpu):F3} (target ≥ 0.85)");
        return 0;
    }

    private static async Task<(double Time, double Cpu)> PoolAsync(ApertiumTranslator translator, TranslationLeg leg, List<string[]> dispatches)
    {
        var groups = translator.Pools.SelectMany(p => p.ProcessIds).ToList();
        var cpu = CpuTime.Start(groups);
        var started = Stopwatch.GetTimestamp();
        // Two callers: while one prepares and reads its text, the other's is in the pipe.
        await Parallel.ForEachAsync(dispatches, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (dispatch, ct) =>
        {
            var answer = await translator.TranslateAsync(new TranslatorRequest { Leg = leg, Segments = dispatch }, ct);
            if (answer.Outcome != TranslatorOutcome.Ok)
                throw new InvalidOperationException(answer.Message);
        });
        return (Stopwatch.GetElapsedTime(started).TotalSeconds, cpu());
    }

    /// <summary>All texts streamed at once through a pipeline that has served one before.</summary>
    private static async Task<(double Time, double Cpu)> BareAsync(ApertiumMode mode, IReadOnlyList<string> lines)
    {
        var texts = string.Concat(lines.Select(l => ApertiumText.Format(l) + "\0"));
        using var pipe = Shell.Start("setsid", "sh", "-c", mode.Pipeline);
        var output = pipe.StandardOutput.BaseStream;
        var buffer = new byte[64 * 1024];
        await pipe.StandardInput.BaseStream.WriteAsync(Encoding.UTF8.GetBytes(ApertiumText.Format("Hola.") + "\0"));
        await pipe.StandardInput.BaseStream.FlushAsync();
        while (!buffer.AsSpan(0, await output.ReadAsync(buffer)).Contains((byte)0))
        {
        }
        var cpu = CpuTime.Start(pipe.Id);
        var started = Stopwatch.GetTimestamp();
        var writing = Task.Run(async () =>
        {
            await pipe.StandardInput.BaseStream.WriteAsync(Encoding.UTF8.GetBytes(texts));
            await pipe.StandardInput.BaseStream.FlushAsync();
        });
        for (var answers = 0; answers < lines.Count;)
            answers += buffer.AsSpan(0, await output.ReadAsync(buffer)).Count((byte)0);
        await writing;
        var result = (Stopwatch.GetElapsedTime(started).TotalSeconds, cpu());
        pipe.StandardInput.Close();
        await pipe.WaitForExitAsync();
        return result;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
