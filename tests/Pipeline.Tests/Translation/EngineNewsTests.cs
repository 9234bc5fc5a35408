using Newswire.Contracts;
using Newswire.Enricher.Translations;
using Newswire.Enricher.Translations.Resilience;

namespace Newswire.Pipeline.Tests.Translations;

public sealed class When_an_engine_is_new_or_back
{
    private static readonly string[] Body = ["Le ministre a confirmé que ces négociations avaient lieu depuis 2014."];

    private static readonly LanguagePair Other = new("fr", "es");

    private readonly ManualClock _clock = new();

    [Fact]
    public async Task Its_first_catalogue_and_each_change_of_it_are_told_once()
    {
        var engine = new ScriptedTranslator("libretranslate", _ => TranslatorAnswer.Ok([])) { Tier = "neural", Catalog = Catalog(new LanguagePair("fr", "en")) };
        await using var translating = Translating.With([engine], clock: _clock);
        await DiscoverAsync(translating);
        var told = Assert.Single(Take(translating));
        Assert.Equal(("libretranslate", "neural", "fr>en", false), (told.Engine, told.Tier, string.Join(' ', told.Pairs), told.AnyPair));
        await DiscoverAsync(translating);
        Assert.Empty(Take(translating));
        // As many pairs as before, but others: a count would not show it.
        engine.Catalog = Catalog(Other);
        await DiscoverAsync(translating);
        Assert.Equal(["fr>es"], Assert.Single(Take(translating)).Pairs);
    }

    [Fact]
    public async Task An_engine_that_is_away_or_can_do_nothing_is_not_told()
    {
        var away = new ScriptedTranslator("libretranslate", _ => TranslatorAnswer.Ok([])) { Catalog = new TranslatorCatalog { IsReady = false, Problem = "loading" } };
        var empty = new ScriptedTranslator("apertium", _ => TranslatorAnswer.Ok([])) { Catalog = Catalog() };
        await using var translating = Translating.With([away, empty], clock: _clock);
        await DiscoverAsync(translating);
        Assert.Empty(Take(translating));
        away.Catalog = Catalog(Other);
        await DiscoverAsync(translating);
        Assert.Equal("libretranslate", Assert.Single(Take(translating)).Engine);
    }

    [Fact]
    public async Task The_end_of_a_time_of_faults_is_told()
    {
        var broken = true;
        var engine = new ScriptedTranslator("apertium", r => broken ? TranslatorAnswer.Fail(TranslatorOutcome.Transient) : TranslatorAnswer.Ok([.. r.Segments.Select(s => new TranslatedSegment("The minister confirmed that these negotiations took place since 2014."))]))
        {
            Catalog = ScriptedTranslator.Direct,
        };
        await using var translating = Translating.With([engine], clock: _clock);
        for (var i = 0; i < 5; i++)
            Assert.Equal("pending", (await HandleAsync(translating)).State);
        Take(translating);
        broken = false;
        _clock.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal("translated", (await HandleAsync(translating)).State);
        Assert.Equal("apertium", Assert.Single(Take(translating)).Engine);
    }

    [Fact]
    public async Task A_text_that_waited_for_an_engine_that_is_gone_ends_as_the_later_attempt()
    {
        await using var translating = Translating.With([], clock: _clock);
        var command = Translating.Command("fr", "en", null, Body) with { Attempt = 3 };
        var ended = await translating.Handler.HandleAsync(command, TestContext.Current.CancellationToken);
        Assert.Equal(("unsupported-pair", "no-engine", 3), (ended.State, ended.Error!.Class, ended.Provenance!.Attempts));
        var waiting = ended with { State = TranslationStates.Pending, Provenance = ended.Provenance with { Engine = "apertium", Attempts = 2 } };
        Assert.Equal(ended, TranslationMerge.Decide(waiting, ended, command.ContentHash));
        Assert.Equal(ended, TranslationMerge.Decide(ended, waiting, command.ContentHash));
    }

    public static TheoryData<string> Engines => ["apertium on one core", "apertium", "libretranslate", "libretranslate hosted", "deepl", "openai local", "openai"];

    [Theory]
    [MemberData(nameof(Engines))]
    public void A_hang_alone_trips_its_breaker_and_the_retries_of_one_call_do_not(string engine)
    {
        var limits = engine switch
        {
            "apertium on one core" => EngineDefaults.Apertium(1),
            "apertium" => EngineDefaults.Apertium(2),
            "deepl" => EngineDefaults.DeepL,
            "openai local" => EngineDefaults.OpenAi(isLocal: true),
            "openai" => EngineDefaults.OpenAi(isLocal: false),
            _ => EngineDefaults.LibreTranslate(isLocal: engine == "libretranslate"),
        };
        Assert.InRange(limits.BreakerMinimum, limits.Retries + 2, limits.Concurrency * Math.Floor(limits.BreakerWindow / limits.Attempt) - 1);
    }

    private static TranslatorCatalog Catalog(params LanguagePair[] pairs)
        => new() { IsReady = true, Routes = pairs.ToDictionary(p => p, IReadOnlyList<TranslationLeg> (p) => [new TranslationLeg(string.Empty, string.Empty, p)]) };

    private async Task DiscoverAsync(Translating translating)
    {
        _clock.Advance(TimeSpan.FromMinutes(11));
        await translating.Engines.DiscoverAsync(TestContext.Current.CancellationToken);
    }

    private static Task<Translation> HandleAsync(Translating translating)
        => translating.Handler.HandleAsync(Translating.Command("fr", "en", null, Body), TestContext.Current.CancellationToken);

    private static List<TranslatorReady> Take(Translating translating)
    {
        var taken = new List<TranslatorReady>();
        while (translating.News.Reader.TryRead(out var ready))
            taken.Add(ready);
        return taken;
    }
}
