using Newswire.Archiver;
using Newswire.Contracts;

namespace Newswire.Pipeline.Tests.Archive;

public abstract partial class ArchiveContract
{
    private static DispatchEnriched Planned(DispatchEnriched message, params string[] targets)
        => message.With(r => r with { Translations = [.. targets.Select(t => message.Translation(t, TranslationStates.Pending))] });

    private async Task<Translation> Translated(string uri, string target, int version = 0)
        => Assert.Single((await Archive.VersionsAsync(uri, Cancel))[version].Translations!, t => t.Target == target);

    [Fact]
    public async Task A_planned_translation_is_shown_until_its_outcome_replaces_it()
    {
        var message = Planned(Dispatches.Version("urn:a", "1", "one"), "fr", "es");
        var written = await Write(message);
        Assert.Equal(["es", "fr"], written.Record.Translations!.Select(t => t.Target).ToList());
        await Archive.WriteTranslationsAsync([message.Translated(message.Translation("fr", TranslationStates.Translated, "un"))], Cancel);
        var record = Assert.Single(await Find(new ArchiveQuery()));
        Assert.Equal([TranslationStates.Pending, TranslationStates.Translated], record.Translations!.Select(t => t.State).ToList());
        Assert.Equal("un", record.Translations![1].Fields!.Headline);
    }

    [Fact]
    public async Task An_outcome_may_come_before_its_item()
    {
        var message = Planned(Dispatches.Version("urn:a", "1", "one"), "fr");
        await Archive.WriteTranslationsAsync([message.Translated(message.Translation("fr", TranslationStates.Translated, "un"))], Cancel);
        await Write(message);
        Assert.Equal(TranslationStates.Translated, (await Translated("urn:a", "fr")).State);
    }

    [Fact]
    public async Task A_worse_or_older_outcome_does_not_replace_a_better_one_and_a_machine_never_a_person()
    {
        var message = Planned(Dispatches.Version("urn:a", "1", "one"), "fr");
        await Write(message);
        await Archive.WriteTranslationsAsync([message.Translated(message.Translation("fr", TranslationStates.Translated, "un", quality: "human"))], Cancel);
        await Archive.WriteTranslationsAsync(
            [
                message.Translated(message.Translation("fr", TranslationStates.Translated, "une", attempts: 5)),
                message.Translated(message.Translation("fr", TranslationStates.Failed, attempts: 6)),
            ],
            Cancel);
        Assert.Equal("un", (await Translated("urn:a", "fr")).Fields!.Headline);
    }

    [Fact]
    public async Task A_correction_makes_translations_of_the_old_text_stale_whenever_they_come()
    {
        var first = Planned(Dispatches.Version("urn:a", "1", "one"), "fr", "es");
        await Write(first);
        await Archive.WriteTranslationsAsync([first.Translated(first.Translation("fr", TranslationStates.Translated, "un"))], Cancel);
        await Write(Planned(Dispatches.Version("urn:a", "2", "two"), "fr", "es"));
        await Archive.WriteTranslationsAsync([first.Translated(first.Translation("es", TranslationStates.Translated, "uno"))], Cancel);
        Assert.Equal(TranslationStates.Stale, (await Translated("urn:a", "fr")).State);
        Assert.Equal("un", (await Translated("urn:a", "fr")).Fields!.Headline);
        Assert.NotEqual(TranslationStates.Translated, (await Translated("urn:a", "es")).State);
        Assert.Equal(TranslationStates.Pending, (await Translated("urn:a", "fr", version: 1)).State);
    }

    [Fact]
    public async Task A_kill_deletes_the_text_of_translations_also_of_those_that_come_later()
    {
        var first = Planned(Dispatches.Version("urn:a", "1", "one"), "fr", "es");
        await Write(first);
        await Archive.WriteTranslationsAsync([first.Translated(first.Translation("fr", TranslationStates.Translated, "un"))], Cancel);
        await Write(Dispatches.Version("urn:a", "2", string.Empty, status: Statuses.Canceled));
        await Archive.WriteTranslationsAsync([first.Translated(first.Translation("es", TranslationStates.Translated, "uno"))], Cancel);
        foreach (var target in new[] { "fr", "es" })
        {
            var translation = await Translated("urn:a", target);
            Assert.Equal((TranslationStates.Withheld, "killed", null), (translation.State, translation.WithheldReason, translation.Fields));
        }
    }

    [Fact]
    public async Task Translations_that_are_due_are_claimed_once()
    {
        var silent = Planned(Dispatches.Version("urn:a", "1", "one"), "fr");
        var quota = Planned(Dispatches.Version("urn:b", "1", "two"), "fr");
        await Write(silent);
        await Write(quota);
        await Write(Planned(Dispatches.Version("urn:c", "1", "killed"), "fr"));
        await Write(Dispatches.Version("urn:c", "2", string.Empty, status: Statuses.Canceled));
        await Archive.WriteTranslationsAsync(
            [quota.Translated(quota.Translation("fr", TranslationStates.Quota) with { NextAttemptAt = Time.Now.AddMinutes(5) })], Cancel);
        Assert.Empty(await Archive.ClaimDueTranslationsAsync(Cancel));
        Time.Now = Time.Now.AddMinutes(5);
        var due = Assert.Single(await Archive.ClaimDueTranslationsAsync(Cancel));
        Assert.Equal(("urn:b", "fr"), (due.Record.Uri, due.Translation.Target));
        Assert.Empty(await Archive.ClaimDueTranslationsAsync(Cancel));
        Time.Now = Time.Now.AddMinutes(25);
        Assert.Equal("urn:a", Assert.Single(await Archive.ClaimDueTranslationsAsync(Cancel)).Record.Uri);
    }

    [Fact]
    public async Task The_translation_memory_remembers_forgets_what_was_killed_and_drops_what_was_used_longest_ago()
    {
        var memory = ArchiveFactory.CreateMemory(Address, Time, limit: 3);
        RememberedSegment Segment(int i) => new() { Key = $"key{i}", SegmentHash = $"sha256:{i % 2}", Text = $"text {i}", UnknownWords = i };
        await memory.StoreAsync([Segment(0), Segment(1), Segment(2)], Cancel);
        Time.Now = Time.Now.AddMinutes(1);
        var found = await memory.FindAsync(["key0", "key2", "other"], Cancel);
        Assert.Equal(["key0", "key2"], found.Keys.Order(StringComparer.Ordinal).ToList());
        Assert.Equal(Segment(2), found["key2"]);
        Time.Now = Time.Now.AddMinutes(1);
        await memory.StoreAsync([Segment(3), Segment(4) with { Text = "new" }, Segment(0) with { Text = "never" }], Cancel);
        found = await memory.FindAsync([.. Enumerable.Range(0, 5).Select(i => $"key{i}")], Cancel);
        Assert.Equal(3, found.Count);
        Assert.False(found.ContainsKey("key1"));
        await memory.ForgetAsync(["sha256:1"], Cancel);
        Assert.False((await memory.FindAsync(["key3"], Cancel)).ContainsKey("key3"));
        Assert.Empty(await memory.FindAsync([], Cancel));
        await ((IAsyncDisposable)memory).DisposeAsync();
    }

    [Fact]
    public async Task Budgets_add_up_by_account_and_month()
    {
        var memory = ArchiveFactory.CreateMemory(Address, Time);
        var budgets = (ITranslationBudgets)memory;
        await budgets.AddAsync("deepl/*", "2026-11", 100, Cancel);
        await budgets.AddAsync("deepl/*", "2026-11", 23, Cancel);
        Assert.Equal(123, await budgets.SpentAsync("deepl/*", "2026-11", Cancel));
        Assert.Equal(0, await budgets.SpentAsync("deepl/*", "2026-12", Cancel));
        await ((IAsyncDisposable)memory).DisposeAsync();
    }
}
