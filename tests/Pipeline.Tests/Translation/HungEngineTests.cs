using Newswire.Enricher.Translations;
using Newswire.Enricher.Translations.Resilience;
using Newswire.Enricher.Translations.Text;

namespace Newswire.Pipeline.Tests.Translations;

public sealed class When_an_engine_hangs
{
    [Fact]
    public async Task Planning_goes_on_and_commands_end_pending_those_too_many_at_once()
    {
        var clock = new ManualClock();
        var engine = new Hung();
        await using var translating = Translating.With([engine], clock: clock);
        translating.Engines.DiscoverLocal();

        var limits = engine.Traits.Limits;
        var room = limits.Concurrency + limits.Waiting;
        var commands = Enumerable.Range(0, room + 10)
            .Select(i => translating.Handler.HandleAsync(Translating.Command("fr", "en", null, [$"Le ministre {i} parle."]), TestContext.Current.CancellationToken)).ToList();

        // What finds no room to wait is put off at once: the queue never stands still.
        Assert.Equal(10, commands.Count(c => c.IsCompleted));
        Assert.All(commands.Where(c => c.IsCompleted), c => Assert.Equal(("pending", "busy"), (c.Result.State, c.Result.Error!.Code)));
        Assert.All(translating.Planner.Plan(Records.French()).Commands, c => Assert.Equal("fr", c.Source));
        Assert.Equal(limits.Concurrency, engine.Running);

        clock.Advance(limits.Total + TimeSpan.FromSeconds(1));
        var all = await Task.WhenAll(commands).WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        Assert.All(all, t =>
        {
            Assert.Equal("pending", t.State);
            Assert.NotNull(t.NextAttemptAt);
            Assert.Null(t.Fields);
        });
    }

    private sealed class Hung : ITranslator
    {
        private int _running;

        public string Name => "apertium";

        public int Running => Volatile.Read(ref _running);

        public EngineTraits Traits { get; } = new()
        {
            Tier = "gist",
            IsLocal = true,
            IsInstalled = true,
            Placeholders = PlaceholderStyle.Word,
            MaxSegments = 9,
            MaxCharacters = 999,
            Limits = EngineDefaults.Apertium(2),
        };

        public ValueTask<TranslatorCatalog> DiscoverAsync(CancellationToken cancellationToken) => ValueTask.FromResult(ScriptedTranslator.Direct);

        public async Task<TranslatorAnswer> TranslateAsync(TranslatorRequest request, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _running);
            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new InvalidOperationException("unreachable");
        }
    }
}
