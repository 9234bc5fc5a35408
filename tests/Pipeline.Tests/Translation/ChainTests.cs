using Newswire.Contracts;
using Newswire.Enricher.Translations;

namespace Newswire.Pipeline.Tests.Translations;

public sealed class When_a_dispatch_is_translated
{
    private static readonly string[] Body =
    [
        "Le Premier ministre Imran Khan a annoncé vendredi une reprise des pourparlers de paix avec les insurgés.",
        "Le ministre Fawad Chaudhry a confirmé que ces négociations avaient lieu depuis 2014 en Afghanistan.",
        "La campagne de violence a commencé en 2007 et des milliers de civils ont trouvé la mort depuis.",
    ];

    [Fact]
    public async Task Only_changed_paragraphs_of_a_correction_are_sent_again()
    {
        var engine = Echo();
        await using var translating = Translating.With([engine]);
        await HandleAsync(translating, Body);
        Assert.Equal(2, engine.Requests.Count);
        engine.Requests.Clear();
        var corrected = await HandleAsync(translating, [Body[0], Body[1].Replace("2014", "2015", StringComparison.Ordinal), Body[2]]);
        Assert.Equal("translated", corrected.State);
        Assert.Equal(2, corrected.Stats.CachedSegments);
        Assert.All(engine.Requests, r => Assert.Single(r.Segments));
    }

    [Fact]
    public async Task Two_targets_share_the_legs_they_have_in_common()
    {
        var engine = Echo();
        await using var translating = Translating.With([engine]);
        await HandleAsync(translating, Body, "en");
        engine.Requests.Clear();
        await HandleAsync(translating, Body, "es");
        Assert.Equal(["ca-es"], engine.Requests.Select(r => r.Leg.Mode));
    }

    [Fact]
    public async Task A_repeated_command_costs_nothing_and_gives_the_same_text()
    {
        var engine = Echo();
        await using var translating = Translating.With([engine]);
        var first = await HandleAsync(translating, Body);
        engine.Requests.Clear();
        var second = await HandleAsync(translating, Body);
        Assert.Empty(engine.Requests);
        Assert.Equal(first.Fields!.Body, second.Fields!.Body);
        Assert.Equal(Body.Length, second.Stats.CachedSegments);
    }

    [Fact]
    public async Task Rejected_output_is_never_remembered()
    {
        var memory = new InMemoryTranslationMemory(100);
        await using var translating = Translating.With([new ScriptedTranslator("apertium", Answer(s => s))], memory: memory);
        Assert.Equal("rejected", (await HandleAsync(translating, Body)).State);
        Assert.Equal(0, memory.Count);
    }

    [Fact]
    public async Task A_killed_source_is_forgotten()
    {
        var memory = new InMemoryTranslationMemory(100);
        await using var translating = Translating.With([Echo()], memory: memory);
        var translation = await HandleAsync(translating, Body);
        Assert.Equal(Body.Length * 2, memory.Count);
        await memory.ForgetAsync(translation.SourceRef.SegmentHashes, TestContext.Current.CancellationToken);
        Assert.Equal(0, memory.Count);
    }

    [Fact]
    public async Task A_memory_that_is_down_costs_speed_only()
    {
        await using var translating = Translating.With([Echo()], memory: new BrokenMemory());
        Assert.Equal("translated", (await HandleAsync(translating, Body)).State);
    }

    [Fact]
    public async Task Names_come_back_exactly_and_are_never_shown_to_the_engine()
    {
        var engine = Echo();
        await using var translating = Translating.With([engine]);
        var translation = await HandleAsync(translating, Body);
        Assert.Contains("Imran Khan", translation.Fields!.Body[0], StringComparison.Ordinal);
        Assert.Contains("Fawad Chaudhry", translation.Fields.Body[1], StringComparison.Ordinal);
        Assert.DoesNotContain(engine.Requests.SelectMany(r => r.Segments), s => s.Contains("Khan", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_bad_paragraph_in_ten_gives_a_partial_translation_with_a_hole()
    {
        var body = Enumerable.Range(0, 9).Select(i => $"{Body[0]} {i}").Append("Paragraphe que le moteur rend tel quel sans en traduire un seul mot de toute la phrase entière.").ToArray();
        await using var translating = Translating.With([new ScriptedTranslator("apertium", Answer(s => s.Contains("ZQ0", StringComparison.Ordinal) ? Words(s) : s))]);
        var translation = await HandleAsync(translating, body);
        Assert.Equal("partial", translation.State);
        Assert.Null(translation.Fields!.Body[9]);
        Assert.All(translation.Fields.Body.Take(9), Assert.NotNull);
        Assert.Contains("refused:copied", translation.Warnings);
    }

    [Fact]
    public async Task A_whole_translation_of_a_later_engine_is_better_than_a_partial_one()
    {
        var partial = new ScriptedTranslator("libretranslate", Answer(s => s.Contains("ZQ0", StringComparison.Ordinal) ? Words(s) : s)) { Tier = "neural" };
        var body = Enumerable.Range(0, 9).Select(i => $"{Body[0]} {i}").Append(Body[2]).ToArray();
        await using var translating = Translating.With([partial, Echo()]);
        var translation = await HandleAsync(translating, body);
        Assert.Equal(("translated", "apertium"), (translation.State, translation.Provenance!.Engine));
        await using var alone = Translating.With([partial, new ScriptedTranslator("apertium", _ => TranslatorAnswer.Fail(TranslatorOutcome.Transient))]);
        Assert.Equal(("partial", "libretranslate"), await HandleAsync(alone, body) is var t ? (t.State, t.Provenance!.Engine) : default);
    }

    [Theory]
    [InlineData(TranslatorOutcome.Transient, TranslatorOutcome.QuotaExhausted, "pending")]
    [InlineData(TranslatorOutcome.QuotaExhausted, TranslatorOutcome.InvalidInput, "quota")]
    [InlineData(TranslatorOutcome.InvalidInput, TranslatorOutcome.BadOutput, "rejected")]
    [InlineData(TranslatorOutcome.UnsupportedPair, TranslatorOutcome.InvalidInput, "failed")]
    [InlineData(TranslatorOutcome.UnsupportedPair, TranslatorOutcome.UnsupportedPair, "unsupported-pair")]
    [InlineData(TranslatorOutcome.AuthOrConfig, TranslatorOutcome.UnsupportedPair, "pending")]
    public async Task Hope_decides_the_state_of_a_chain_that_failed(TranslatorOutcome first, TranslatorOutcome second, string state)
    {
        await using var translating = Translating.With(
            [new ScriptedTranslator("deepl", _ => TranslatorAnswer.Fail(first)), new ScriptedTranslator("apertium", _ => TranslatorAnswer.Fail(second))], clock: new ManualClock());
        var translation = await HandleAsync(translating, Body);
        Assert.Equal(state, translation.State);
        Assert.Equal(2, translation.Provenance!.FallbackFrom.Count);
        Assert.Equal(state is "pending" or "quota", translation.NextAttemptAt is not null);
    }

    [Fact]
    public async Task Attempts_are_spread_and_then_used_up()
    {
        var clock = new ManualClock();
        await using var translating = Translating.With([new ScriptedTranslator("apertium", _ => TranslatorAnswer.Fail(TranslatorOutcome.Transient))], clock: clock);
        var waits = new List<double>();
        for (var attempt = 1; attempt <= 5; attempt++)
        {
            var command = Translating.Command("fr", "en", null, Body) with { Attempt = attempt };
            var pending = await translating.Handler.HandleAsync(command, TestContext.Current.CancellationToken);
            Assert.Equal("pending", pending.State);
            waits.Add((pending.NextAttemptAt!.Value - clock.GetUtcNow()).TotalMinutes);
        }
        Assert.Equal([1, 5, 15, 60, 360], waits);
        var last = await translating.Handler.HandleAsync(Translating.Command("fr", "en", null, Body) with { Attempt = 6 }, TestContext.Current.CancellationToken);
        Assert.Equal("failed", last.State);
        Assert.Null(last.NextAttemptAt);
    }

    [Fact]
    public async Task An_engine_that_keeps_failing_is_rested_by_its_breaker_and_asked_again_later()
    {
        var clock = new ManualClock();
        var broken = true;
        var engine = new ScriptedTranslator("apertium", r => broken ? TranslatorAnswer.Fail(TranslatorOutcome.Transient) : Answer(Words)(r));
        await using var translating = Translating.With([engine], clock: clock);
        for (var i = 0; i < 8; i++)
            await HandleAsync(translating, Body);
        Assert.Equal(engine.Traits.Limits.BreakerMinimum, engine.Requests.Count);
        var resting = await HandleAsync(translating, Body);
        Assert.Equal(("pending", "breaker-open"), (resting.State, resting.Error!.Code));
        broken = false;
        clock.Advance(TimeSpan.FromSeconds(16));
        Assert.Equal("translated", (await HandleAsync(translating, Body)).State);
    }

    [Fact]
    public async Task An_engine_whose_answers_are_mostly_useless_is_rested()
    {
        var engine = new ScriptedTranslator("apertium", Answer(s => s));
        await using var translating = Translating.With([engine], clock: new ManualClock());
        for (var i = 0; i < 10; i++)
            Assert.Equal("rejected", (await HandleAsync(translating, Body)).State);
        Assert.Equal("pending", (await HandleAsync(translating, Body)).State);
    }

    [Fact]
    public async Task Budgets_are_kept_by_month_and_feed_and_send_the_chain_on()
    {
        var clock = new ManualClock();
        var options = new TranslationOptions();
        options.MonthlyCharacters["deepl"] = new Dictionary<string, long> { ["belga"] = 500 };
        var paid = new ScriptedTranslator("deepl", r => Answer(Words)(r) with { BilledCharacters = r.Characters }) { Tier = "neural", IsLocal = false, Catalog = ScriptedTranslator.Direct };
        await using var translating = Translating.With([paid, Echo()], options, clock);
        Assert.Equal("deepl", (await HandleAsync(translating, Body)).Provenance!.Engine);
        var other = Body.Select(b => b + " Encore.").ToArray();
        var second = await HandleAsync(translating, other);
        Assert.Equal("apertium", second.Provenance!.Engine);
        Assert.Equal("budget", Assert.Single(second.Provenance.FallbackFrom).Code);
        var status = await translating.Monitor.ReadAsync(TestContext.Current.CancellationToken);
        Assert.InRange(Assert.Single(status.Budgets).Spent, 200, 500);
        clock.Advance(TimeSpan.FromDays(31));
        Assert.Equal("deepl", (await HandleAsync(translating, [.. other.Select(o => o + " Fin.")])).Provenance!.Engine);
    }

    [Fact]
    public async Task Text_that_must_stay_in_the_house_goes_to_local_engines_only()
    {
        var remote = new ScriptedTranslator("deepl", Answer(Words)) { Tier = "neural", IsLocal = false };
        await using var translating = Translating.With([remote, Echo()]);
        var translation = await translating.Handler.HandleAsync(Translating.Command("fr", "en", null, Body) with { Egress = "local" }, TestContext.Current.CancellationToken);
        Assert.Equal("apertium", translation.Provenance!.Engine);
        Assert.Empty(remote.Requests);
    }

    [Fact]
    public async Task Text_with_no_letters_is_not_sent()
    {
        var engine = Echo();
        await using var translating = Translating.With([engine]);
        Assert.Equal("skipped-empty", (await HandleAsync(translating, ["***", "1 - 2", "https://example.org/a"])).State);
        Assert.Empty(engine.Requests);
    }

    private static ScriptedTranslator Echo() => new("apertium", Answer(Words));

    /// <summary>A translation as long as its source, without a word of it but placeholders and numbers.</summary>
    private static string Words(string text)
        => string.Join(' ', text.Split(' ').Select(w => w.Any(char.IsAsciiDigit) ? w : new string(w.Reverse().ToArray()) + "o"));

    private static Func<TranslatorRequest, TranslatorAnswer> Answer(Func<string, string> translate)
        => request => TranslatorAnswer.Ok([.. request.Segments.Select(s => new TranslatedSegment(translate(s)))]);

    private static Task<Translation> HandleAsync(Translating translating, string[] body, string target = "en")
        => translating.Handler.HandleAsync(Translating.Command("fr", target, null, body, "Imran Khan", "Fawad Chaudhry"), TestContext.Current.CancellationToken);

    private sealed class BrokenMemory : ITranslationMemory
    {
        public Task<IReadOnlyDictionary<string, RememberedSegment>> FindAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken) => throw new IOException("down");

        public Task StoreAsync(IReadOnlyCollection<RememberedSegment> segments, CancellationToken cancellationToken) => throw new IOException("down");

        public Task ForgetAsync(IReadOnlyCollection<string> segmentHashes, CancellationToken cancellationToken) => throw new IOException("down");
    }
}
