using Newswire.Archiver;
using Newswire.Contracts;

namespace Newswire.Pipeline.Tests.Archive;

/// <summary>No translation waits for ever: it is sent again, offered to an engine that is new or back, or ended.</summary>
public abstract partial class ArchiveContract
{
    private static readonly TranslatorReady Ready = new() { Engine = "test", Tier = "gist", Pairs = ["en>fr"], At = Dispatches.Start };

    private async Task<List<string>> ClaimAfter(TimeSpan time)
    {
        Time.Now += time;
        return [.. (await Archive.ClaimDueTranslationsAsync(Cancel)).Select(d => d.Record.Uri).Order(StringComparer.Ordinal)];
    }

    private async Task<DispatchEnriched> Stored(string uri, string state, string? errorClass = null, string? engine = "test", DateTimeOffset? next = null, string target = "fr")
    {
        var message = Planned(Dispatches.Version(uri, "1", uri), target);
        await Write(message);
        var error = errorClass is null ? null : new TranslationError { Class = errorClass, Message = "no", Engine = engine };
        var tried = new TranslationProvenance { Engine = engine ?? "none", Attempts = 1 };
        await Archive.WriteTranslationsAsync([message.Translated(message.Translation(target, state) with { Error = error, NextAttemptAt = next, Provenance = tried })], Cancel);
        return message;
    }

    [Fact]
    public async Task A_command_that_nobody_answers_is_repeated_ever_more_rarely_and_then_the_translation_has_failed()
    {
        await Write(Planned(Dispatches.Version("urn:a", "1", "one"), "fr"));
        Assert.Empty(await ClaimAfter(TimeSpan.FromMinutes(29)));
        Assert.Single(await ClaimAfter(TimeSpan.FromMinutes(1)));
        for (var silence = TimeSpan.FromMinutes(30); silence <= TimeSpan.FromHours(8); silence *= 2)
        {
            Assert.Empty(await ClaimAfter(silence - TimeSpan.FromMinutes(1)));
            Assert.Equal(TranslationStates.Pending, (await Translated("urn:a", "fr")).State);
            Assert.Single(await ClaimAfter(TimeSpan.FromMinutes(1)));
        }

        Assert.Empty(await ClaimAfter(TimeSpan.FromDays(1)));
        var ended = await Translated("urn:a", "fr");
        Assert.Equal((TranslationStates.Failed, "no-answer"), (ended.State, ended.Error!.Class));
        Assert.Contains(await Archive.JourneyAsync("urn:a", Cancel), e => e is { Stage: "translate", What: TranslationStates.Failed });
        Assert.Empty(await ClaimAfter(TimeSpan.FromDays(99)));
    }

    [Fact]
    public async Task An_answer_starts_the_count_of_unanswered_commands_anew_and_may_come_after_the_end()
    {
        var message = Planned(Dispatches.Version("urn:a", "1", "one"), "fr");
        await Write(message);
        for (var i = 0; i < 6; i++)
            Assert.Single(await ClaimAfter(TimeSpan.FromDays(1)));
        await Archive.WriteTranslationsAsync(
            [message.Translated(message.Translation("fr", TranslationStates.Pending) with { NextAttemptAt = Time.Now.AddMinutes(5), Provenance = new TranslationProvenance { Engine = "test", Attempts = 1 } })], Cancel);
        for (var i = 0; i < 6; i++)
            Assert.Single(await ClaimAfter(TimeSpan.FromDays(1)));
        Assert.Empty(await ClaimAfter(TimeSpan.FromDays(1)));
        Assert.Equal(TranslationStates.Failed, (await Translated("urn:a", "fr")).State);
        await Archive.WriteTranslationsAsync([message.Translated(message.Translation("fr", TranslationStates.Translated, "un"))], Cancel);
        Assert.Equal("un", (await Translated("urn:a", "fr")).Fields!.Headline);
    }

    [Fact]
    public async Task What_is_due_and_has_no_command_left_ends_instead_of_waiting_on()
    {
        await Write(Planned(Dispatches.Version("urn:corrected", "1", "one"), "fr"));
        await Write(Planned(Dispatches.Version("urn:corrected", "2", "two"), "fr"));
        await Write(Planned(Dispatches.Version("urn:canceled", "1", "three", status: Statuses.Canceled), "fr"));
        Assert.Equal(["urn:corrected"], await ClaimAfter(TimeSpan.FromMinutes(30)));
        Assert.Equal(TranslationStates.Superseded, (await Translated("urn:corrected", "fr")).State);
        Assert.Equal(TranslationStates.Withheld, (await Translated("urn:canceled", "fr")).State);
        Assert.Equal(["urn:corrected"], await ClaimAfter(TimeSpan.FromMinutes(30)));
        // Even when the newer text goes again, what has ended stays so.
        Assert.Equal(TranslationStates.Pending, (await Translated("urn:corrected", "fr", version: 1)).State);
    }

    [Fact]
    public async Task A_copy_of_a_dispatch_waits_no_longer_than_the_first()
    {
        var first = Planned(Dispatches.Version("urn:a", "1", "one"), "fr");
        var copy = Planned(Dispatches.Version("urn:a", "1", "one", receivedMinute: 1), "fr");
        await Write(first);
        Assert.Equal(Disposition.Duplicate, (await Write(copy)).Disposition);
        Assert.Equal(2, (await ClaimAfter(TimeSpan.FromMinutes(30))).Count);
    }

    [Fact]
    public async Task An_outcome_whose_item_never_came_is_forgotten_after_the_silence_and_planned_anew_should_the_item_come()
    {
        var message = Planned(Dispatches.Version("urn:a", "1", "one"), "fr");
        await Archive.WriteTranslationsAsync([message.Translated(message.Translation("fr", TranslationStates.Quota) with { NextAttemptAt = Time.Now.AddMinutes(1) })], Cancel);
        Assert.Empty(await ClaimAfter(TimeSpan.FromMinutes(2)));
        Assert.Empty(await ClaimAfter(TimeSpan.FromMinutes(30)));
        await Write(message);
        Assert.Equal(TranslationStates.Pending, (await Translated("urn:a", "fr")).State);
        Assert.Single(await ClaimAfter(TimeSpan.FromMinutes(30)));
    }

    [Fact]
    public async Task An_engine_that_is_new_gets_what_had_none_and_one_that_is_back_what_waited_for_it()
    {
        var far = Time.Now.AddHours(6);
        await Stored("urn:no-engine", TranslationStates.UnsupportedPair, "no-engine", null);
        await Stored("urn:no-route", TranslationStates.UnsupportedPair, "no-route");
        await Stored("urn:waiting", TranslationStates.Pending, "Timeout", next: far);
        await Stored("urn:used-up", TranslationStates.Failed, "Transient");
        await Stored("urn:unanswered", TranslationStates.Failed, "no-answer", null);
        // Not these: another pair, another engine, a tier that is too low, a wait for something else, an answer that would be the same.
        await Stored("urn:pair", TranslationStates.UnsupportedPair, "no-route", target: "nl");
        await Stored("urn:tier", TranslationStates.UnsupportedPair, "below-min-quality", null);
        await Stored("urn:other", TranslationStates.Pending, "Timeout", "deepl", next: far);
        await Stored("urn:embargo", TranslationStates.Pending, next: far);
        await Stored("urn:quota", TranslationStates.Quota, "QuotaExhausted", next: far);
        await Stored("urn:refused", TranslationStates.Rejected, "BadOutput");
        await Stored("urn:large", TranslationStates.Failed, "too-large");
        Time.Now = Time.Now.AddMinutes(1);
        Assert.Equal(5, await Archive.OfferTranslationsAsync(Ready, Cancel));
        Assert.Equal(0, await Archive.OfferTranslationsAsync(Ready with { Engine = "another", Pairs = [] }, Cancel));
        Assert.Equal(TranslationStates.Pending, (await Translated("urn:no-engine", "fr")).State);
        Assert.Equal(["urn:no-engine", "urn:no-route", "urn:unanswered", "urn:used-up", "urn:waiting"], await ClaimAfter(TimeSpan.Zero));
        Assert.Equal(1, await Archive.OfferTranslationsAsync(Ready with { Engine = "better", Tier = "neural" }, Cancel));
        Assert.Equal(["urn:tier"], await ClaimAfter(TimeSpan.Zero));
    }

    [Fact]
    public async Task What_could_not_be_translated_is_offered_for_a_week_page_by_page()
    {
        const int Many = 501;
        var messages = Enumerable.Range(0, Many).Select(i => Dispatches.Version($"urn:{i:D4}", "1", $"text {i}")).ToList();
        await Archive.WriteAsync([.. messages.Select(m => m.With(r => r with { Translations = [m.Translation("fr", TranslationStates.UnsupportedPair)] }))], Cancel);
        Time.Now = Time.Now.AddDays(7);
        Assert.Equal(Many, await Archive.OfferTranslationsAsync(Ready with { Pairs = [], AnyPair = true }, Cancel));
        await Stored("urn:old", TranslationStates.UnsupportedPair);
        Time.Now = Time.Now.AddDays(7).AddSeconds(1);
        Assert.Equal(0, await Archive.OfferTranslationsAsync(Ready, Cancel));
    }
}
