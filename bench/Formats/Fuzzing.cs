using System.Diagnostics;
using Newswire.Contracts;
using Newswire.Formats;
using Newswire.Formats.Ninjs;

namespace Newswire.FormatsBench;

/// <summary>Reads mutations of real dispatches: each must end in valid records or in a refusal, in bounded time. Deterministic for a seed.</summary>
internal static class Fuzzing
{
    private static readonly TimeSpan TooSlow = TimeSpan.FromSeconds(2);

    public static int Run(int inputs, string corpus, int seed)
    {
        var seeds = Directory.EnumerateFiles(corpus, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(".jsonl", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Select(File.ReadAllBytes).Where(b => b.Length is > 0 and < 60_000).ToList();
        var reader = FormatRegistry.CreateReader();
        var outcomes = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var faults = 0;
        var slowest = TimeSpan.Zero;
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < inputs; i++)
        {
            var content = new Mutation(new Random(HashCode(seed, i)), seeds).Make();
            // Processor time: what else the machine does is no fault of the input.
            var begun = Environment.CpuUsage.TotalTime;
            var outcome = Read(reader, content, out var fault);
            var took = Environment.CpuUsage.TotalTime - begun;
            if (took > slowest) slowest = took;
            if (took > TooSlow) fault ??= $"took {took.TotalSeconds:F1} s";
            outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;
            if (fault is null) continue;
            faults++;
            var path = Path.Combine(Path.GetTempPath(), $"newswire-fuzz-{seed}-{i}.bin");
            File.WriteAllBytes(path, content);
            Console.Error.WriteLine($"input {i}: {fault}\n  kept as {path}");
            if (faults >= 20) break;
        }

        Console.WriteLine($"{outcomes.Values.Sum():N0} inputs in {Stopwatch.GetElapsedTime(start).TotalSeconds:F0} s from {seeds.Count} files, seed {seed}; slowest {slowest.TotalMilliseconds:F0} ms; {faults} faults");
        foreach (var (outcome, count) in outcomes) Console.WriteLine($"  {count,9:N0}  {outcome}");
        return faults == 0 ? 0 : 1;
    }

    // Random's own seeding is stable for int seeds; HashCode.Combine is not.
    private static int HashCode(int seed, int i) => unchecked((seed * 1_000_003) + i);

    private static string Read(FormatReader reader, byte[] content, out string? fault)
    {
        fault = null;
        try
        {
            var reading = reader.Read(RawDispatch.Of("fuzz", content, new DateTimeOffset(2026, 11, 22, 8, 0, 0, TimeSpan.Zero)));
            foreach (var item in reading.Items)
            {
                if (item.Refusal?.Code == ReasonCodes.InvalidItem) fault = item.Refusal.Reason;
                if (item.Record is not { } record) continue;
                fault ??= NinjsItemChecker.FirstFault(record.Item);
                // What cannot be written as JSON cannot be published.
                _ = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(record, NewswireJson.Wire.NewsRecord);
            }

            return reading.Items.Any(i => i.Record is not null) ? "records" : "only refused items";
        }
        catch (UnreadableDispatchException e)
        {
            return "refused: " + e.Code;
        }
#pragma warning disable CA1031 // Any other exception is exactly what is looked for.
        catch (Exception e)
#pragma warning restore CA1031
        {
            fault = e.ToString();
            return "fault";
        }
    }
}
