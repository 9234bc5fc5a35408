using System.Diagnostics;
using Microsoft.Extensions.Hosting;
using Newswire.Archiver;
using Newswire.Archiver.Consumers;
using Newswire.Collector;
using Newswire.Contracts;
using Newswire.Enricher;
using Newswire.Pipeline.BrokerTests.Rig;

namespace Newswire.Pipeline.BrokerTests.Broker;

/// <summary>Translation is never a gate: whatever an engine does, dispatches are archived as if there were none, and no translation is lost.</summary>
public abstract class HungEngineContract(IBroker broker) : BrokerContract(broker)
{
    /// <summary>Who asks earlier is put off once more, and for longer.</summary>
    private static readonly TimeSpan BreakerRest = TimeSpan.FromSeconds(16);

    private readonly ShiftedTime _archiveTime = new();

    protected override TimeProvider ArchiveTime => _archiveTime;

    [Fact]
    public async Task Five_thousand_dispatches_are_archived_with_pending_and_all_of_them_are_translated_once_the_engine_is_back()
    {
        const int Before = 1000;
        const int Count = 5000;
        var plain = await StartAllAsync();
        var plainRate = await ArchiveAsync(plain, "Plain", Before, settled: Before);
        await plain.StopAsync();

        var engine = new HangingEngine(Folder);
        engine.Hang();
        Settings["Enricher:Translation:Targets:0"] = "es";
        Settings["Enricher:Translation:Apertium:Prefix"] = engine.Prefix;
        // As many calls as trip the breaker run into their time limit together.
        Settings["Enricher:Translation:Apertium:PoolSize"] = "4";
        var host = await StartAsync(newswire => newswire.AddIntake().AddEnricher().AnnounceTranslators().AddArchiver());
        var rate = await ArchiveAsync(host, "Town", Count, settled: Before + Count);
        TestContext.Current.TestOutputHelper?.WriteLine($"archived {plainRate:F0}/s without translation, {rate:F0}/s with an engine that hangs: {rate / plainRate:F2}");
        Assert.Equal(Count, (await StatesAsync())[TranslationStates.Pending]);
        // Coarse on purpose: waiting for an engine would be a hundred times slower.
        Assert.True(rate > plainRate / 5, $"{rate:F0} dispatches a second with a hung engine, {plainRate:F0} without translation");

        await Eventually.TrueAsync("the engine is given up", async () => (await TranslationsAsync()).Exists(t => t.Error is { Engine: "apertium" }));
        engine.GoOn();
        await Task.Delay(BreakerRest, Stop);
        var sweeper = host.Get<IEnumerable<IHostedService>>().OfType<TranslationSweeper>().Single();
        await Eventually.TrueAsync(
            "all are translated",
            async () =>
            {
                while (await sweeper.SweepAsync(Stop) > 0)
                {
                }

                // What was asked in the very moment in which the engine was tried again waits a while longer.
                _archiveTime.Ahead += TimeSpan.FromMinutes(2);
                return (await StatesAsync()).GetValueOrDefault(TranslationStates.Translated) == Count;
            },
            async () => string.Join(", ", (await StatesAsync()).Select(s => $"{s.Value} {s.Key}")) + "; " + await StateAsync());
        Assert.Equal([TranslationStates.Translated], (await StatesAsync()).Keys);
        Assert.All(await TranslationsAsync(), t => Assert.StartsWith("El consejo de ", t.Fields!.Headline, StringComparison.Ordinal));
        Assert.Empty(await QuarantineAsync());
        // Not after a stop: a command that was repeated may be in work, and its answer outlives the archiver that stops first.
        await NothingWaitsAsync();
    }

    private async Task<double> ArchiveAsync(RoleHost host, string mark, int count, int settled)
    {
        var started = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = 128 }, async (i, _) => await CollectAsync(host, $"{mark}{i}"));
        await SettledAsync(settled);
        return count / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private async Task<List<Translation>> TranslationsAsync()
        => [.. (await Archive.FindAsync(new ArchiveQuery(), Stop).ToListAsync(Stop)).SelectMany(r => r.Translations ?? [])];

    private async Task<Dictionary<string, int>> StatesAsync()
        => (await TranslationsAsync()).GroupBy(t => t.State, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
}
