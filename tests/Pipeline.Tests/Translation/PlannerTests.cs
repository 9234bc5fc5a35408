using Newswire.Contracts;
using Newswire.Enricher.Translations;
using Newswire.Enricher.Translations.Apertium;

namespace Newswire.Pipeline.Tests.Translations;

public sealed class When_translations_are_planned
{
    private readonly ManualClock _clock = new();

    [Fact]
    public async Task A_pair_some_engine_knows_is_pending_with_a_self_contained_command()
    {
        await using var translating = With(Local());
        var record = Records.French() with { Entities = [Records.Person("Imran Khan", [[20, 10]]), Records.Person("Kaboul", [[0, 2]]) with { Type = "place" }] };
        var plan = translating.Planner.Plan(record);
        Assert.Equal(["en", "es"], plan.Translations.Select(t => t.Target));
        Assert.All(plan.Translations, t => Assert.Equal("pending", t.State));
        var command = plan.Commands[0];
        Assert.Equal(plan.Translations[0].SourceRef.ContentHash, command.ContentHash);
        Assert.Equal(("belga", "fr", "en", 1, "any"), (command.Feed, command.Source, command.Target, command.Attempt, command.Egress));
        Assert.Equal(["Imran Khan"], command.Protected.Select(p => p.Text));
        Assert.Equal(2, command.Body.Count);
        Assert.Equal(TranslationHash.OfContent(command.Headline, command.Body), command.ContentHash);
    }

    [Fact]
    public async Task With_nothing_installed_the_state_says_what_to_install()
    {
        using var empty = new FakeApertium();
        await using var translating = With(new ApertiumTranslator(new ApertiumOptions { Prefix = empty.Path }, _clock));
        translating.Engines.DiscoverLocal();
        var plan = translating.Planner.Plan(Records.French());
        Assert.Empty(plan.Commands);
        Assert.All(plan.Translations, t =>
        {
            Assert.Equal(("unsupported-pair", "no-engine"), (t.State, t.Error!.Class));
            Assert.Contains("apertium-fra-cat apertium-spa-cat apertium-eng-spa", t.Error.Message, StringComparison.Ordinal);
            Assert.Equal(3, t.SourceRef.SegmentHashes.Count);
        });
        Assert.Equal("none", (await translating.Monitor.ReadAsync(TestContext.Current.CancellationToken)).Note);
    }

    [Fact]
    public async Task A_pair_no_engine_knows_is_unsupported_at_once()
    {
        await using var translating = With(Local());
        var translation = translating.Planner.Plan(Records.French() with { Language = new RecordLanguage { Tag = "nl" } }).Translations[0];
        Assert.Equal(("unsupported-pair", "no-route"), (translation.State, translation.Error!.Class));
    }

    [Fact]
    public async Task A_minimum_of_quality_no_engine_reaches_is_said_so()
    {
        var options = new TranslationOptions();
        options.MinQuality["en"] = "neural";
        await using var translating = With(options, Local());
        var plan = translating.Planner.Plan(Records.French());
        Assert.Equal("below-min-quality", plan.Translations[0].Error!.Class);
        Assert.Equal("pending", plan.Translations[1].State);
    }

    [Theory]
    [InlineData("en", "en", "skipped-same-language")]
    [InlineData("en-GB", "EN-us", "skipped-same-language")]
    [InlineData("fr", "en", "pending")]
    [InlineData("und", "en", "unsupported-pair")]
    public async Task The_same_language_is_told_by_primary_subtags(string source, string target, string state)
    {
        await using var translating = With(new TranslationOptions { Targets = [target] }, Local());
        Assert.Equal(state, translating.Planner.Plan(Records.French() with { Language = new RecordLanguage { Tag = source } }).Translations[0].State);
    }

    [Fact]
    public async Task A_feed_may_have_targets_of_its_own_or_none()
    {
        await using var translating = With(Local());
        Assert.Equal(["es"], translating.Planner.Plan(Records.French(), new SourceSettings { TranslateTo = ["es"] }).Translations.Select(t => t.Target));
        Assert.Empty(translating.Planner.Plan(Records.French(), new SourceSettings { TranslateTo = [] }).Translations);
    }

    [Fact]
    public async Task A_feed_whose_text_may_not_be_translated_is_withheld()
    {
        var options = new TranslationOptions();
        options.Egress["belga"] = "none";
        await using var translating = With(options, Local());
        var plan = translating.Planner.Plan(Records.French());
        Assert.All(plan.Translations, t => Assert.Equal(("withheld", "policy"), (t.State, t.WithheldReason)));
        Assert.Empty(plan.Commands);
    }

    [Fact]
    public async Task A_killed_item_is_withheld()
    {
        await using var translating = With(Local());
        Assert.All(translating.Planner.Plan(Records.French() with { Status = Statuses.Canceled }).Translations, t => Assert.Equal(("withheld", "killed"), (t.State, t.WithheldReason)));
    }

    [Fact]
    public void Persons_are_protected_and_what_has_a_name_in_each_language_is_not()
    {
        var record = Records.With("Imran Khan saisit la Cour suprême à Kaboul. Le Tehreek-e-Taliban Pakistan nie.", null) with
        {
            Entities =
            [
                Records.Person("Imran Khan", [[0, 10]]),
                Records.Person("Cour suprême", [[21, 12]]) with { Type = "organization" },
                Records.Person("Kaboul", [[36, 6]]) with { Type = "place" },
                Records.Person("Tehreek-e-Taliban Pakistan", [[47, 26]]) with { Type = "organization" },
            ],
        };
        var names = ProtectedNames.From(record);
        Assert.Equal(["Imran Khan", "Tehreek-e-Taliban"], names.Select(p => p.Text));
        Assert.Equal([47, 17], Assert.Single(names[1].Spans));
    }

    [Fact]
    public async Task Embargoed_text_stays_in_the_house_or_waits_for_the_end_of_the_embargo()
    {
        var end = _clock.GetUtcNow().AddHours(3);
        var record = Records.French();
        record = record with { Item = record.Item with { EmbargoedUntil = end } };
        await using var local = With(Local());
        Assert.All(local.Planner.Plan(record).Commands, c => Assert.Equal("local", c.Egress));
        await using var remote = With(new ScriptedTranslator("deepl", _ => TranslatorAnswer.Ok([])) { IsLocal = false });
        var plan = remote.Planner.Plan(record);
        Assert.Empty(plan.Commands);
        var waiting = plan.Translations[0];
        Assert.Equal(("pending", "embargo", end), (waiting.State, waiting.WithheldReason, waiting.NextAttemptAt));
        Assert.Equal("any", TranslationSchedule.Command(record, waiting, end)!.Egress);
    }

    [Fact]
    public async Task Text_beyond_the_limit_fails_as_too_large_and_empty_text_is_skipped()
    {
        await using var translating = With(new TranslationOptions { MaxCharacters = 50 }, Local());
        var translation = translating.Planner.Plan(Records.French()).Translations[0];
        Assert.Equal(("failed", "too-large"), (translation.State, translation.Error!.Class));
        Assert.Equal("skipped-empty", translating.Planner.Plan(Records.With("***", null)).Translations[0].State);
    }

    [Fact]
    public async Task An_engine_that_has_not_answered_yet_never_delays_the_plan()
    {
        await using var translating = With(new ScriptedTranslator("libretranslate", _ => TranslatorAnswer.Ok([])) { Catalog = new() { IsReady = false, Problem = "loading" } });
        Assert.Equal("pending", translating.Planner.Plan(Records.French()).Translations[0].State);
    }

    private Translating With(params ITranslator[] engines) => With(new TranslationOptions(), engines);

    private Translating With(TranslationOptions options, params ITranslator[] engines)
    {
        var translating = Translating.With(engines, options, _clock);
        translating.Engines.DiscoverLocal();
        return translating;
    }

    private static ScriptedTranslator Local() => new("apertium", _ => TranslatorAnswer.Ok([]));
}
