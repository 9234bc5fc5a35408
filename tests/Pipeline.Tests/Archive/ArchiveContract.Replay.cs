using Newswire.Archiver;
using Newswire.Contracts;

namespace Newswire.Pipeline.Tests.Archive;

public abstract partial class ArchiveContract
{
    private static readonly Guid Replay = DispatchIdentity.ForDispatch("replay", "1"u8);

    [Fact]
    public async Task A_replay_that_reads_the_same_changes_nothing()
    {
        var message = Dispatches.Version("urn:a", "1", "one");
        await Write(message);
        Assert.False((await Write(message with { ReplayId = Replay, DeliveryId = Replay })).Changed);
        Assert.Equal(1, (await Audit()).Received);
    }

    [Fact]
    public async Task A_replay_that_reads_better_replaces_the_record_in_place()
    {
        var message = Dispatches.Version("urn:a", "1", "one");
        await Write(message);
        await Write(Dispatches.Version("urn:a", "2", "two"));
        var better = await Write((message with { ReplayId = Replay }).With(r => r with
        {
            Item = r.Item with { Bodies = [new NinjsBody { ContentType = "text/plain", Value = "one, read better" }] },
        }));
        Assert.Equal((Disposition.Archived, true, 1), (better.Disposition, better.Changed, better.Record.Version.Ordinal));
        Assert.Equal(["one, read better", "two"], Texts(await Archive.VersionsAsync("urn:a", Cancel)));
        Assert.Single(await Bodies(new ArchiveQuery { Text = "better", AllVersions = true }));
    }

    [Fact]
    public async Task A_replay_that_finds_the_right_story_moves_the_record_there()
    {
        var message = Dispatches.Version("urn:wrong", "2", "two");
        await Write(Dispatches.Version("urn:right", "1", "one"));
        await Write(Dispatches.Version("urn:wrong", "1", "other"));
        await Write(message);
        await Write((message with { ReplayId = Replay }).With(r => r with { Uri = "urn:right" }));
        Assert.Equal(["one", "two"], Texts(await Archive.VersionsAsync("urn:right", Cancel)));
        Assert.Equal(["other"], Texts(await Archive.VersionsAsync("urn:wrong", Cancel)));
        Assert.Equal(["other", "two"], [.. (await Bodies(new ArchiveQuery())).Order(StringComparer.Ordinal)]);
    }

    [Fact]
    public async Task A_replay_that_finds_fewer_items_takes_back_what_was_none()
    {
        var received = Dispatches.Received("feed");
        await Archive.KeepRawAsync([received], Cancel);
        await Archive.WriteAsync([received.Enriched("urn:a", "one", index: 0, count: 2), Planned(received.Enriched("urn:b", "footer", index: 1, count: 2), "fr")], Cancel);
        await Write(received.Enriched("urn:a", "one", index: 0, count: 1) with { ReplayId = Replay });
        Assert.Equal(["one"], await Bodies(new ArchiveQuery { AllVersions = true }));
        Assert.Empty(await Search("footer"));
        Assert.Empty(await Archive.VersionsAsync("urn:b", Cancel));
        Assert.Equal((1, 1, true), ((await Audit()).Archived, (int)(await Audit()).Items[Disposition.Archived], (await Audit()).Balanced));
    }

    [Fact]
    public async Task Fields_an_editor_has_locked_survive_a_replay()
    {
        var message = Dispatches.Version("urn:a", "1", "one").With(r => r with
        {
            Locked = ["language", "item.slugline", "credit"],
            Language = new RecordLanguage { Tag = "fr", By = "anna" },
            Item = r.Item with { Slugline = "anna's" },
        });
        await Write(message);
        var again = await Write((message with { ReplayId = Replay }).With(r => r with
        {
            Locked = null,
            Language = new RecordLanguage { Tag = "nl", By = "model/2" },
            Credit = [new Credit { Name = "Machine", Role = "provider" }],
            Item = r.Item with { Slugline = "machine's", By = "By Somebody" },
        }));
        var record = again.Record;
        Assert.Equal(("fr", "anna's", null, "By Somebody"), (record.Language!.Tag, record.Item.Slugline, record.Credit, record.Item.By));
        Assert.Equal(3, record.Locked!.Count);
    }

    [Fact]
    public async Task A_replay_run_remembers_its_query_and_how_far_it_got()
    {
        var query = new ArchiveQuery { Source = "belga", From = Dispatches.Start, Limit = 9 };
        await Archive.StartReplayAsync(Replay, query, Cancel);
        await Archive.StartReplayAsync(Replay, new ArchiveQuery(), Cancel);
        await Archive.AdvanceReplayAsync(Replay, Guid.Empty, 5, 1, "running", Cancel);
        await Archive.AdvanceReplayAsync(Replay, null, 2, 0, "done", Cancel);
        var run = (await Archive.GetReplayAsync(Replay, Cancel))!;
        Assert.Equal((query, (Guid?)Guid.Empty, "done", 7, 1), (run.Query, run.Cursor, run.State, run.Sent, run.Failed));
        Assert.Null(await Archive.GetReplayAsync(Guid.Empty, Cancel));
        await Assert.ThrowsAsync<ArgumentException>(() => Archive.AdvanceReplayAsync(Guid.Empty, null, 0, 0, "done", Cancel));
    }

    [Fact]
    public async Task The_journey_of_a_story_is_told_in_time_order()
    {
        var received = Dispatches.Received("one");
        var message = received.Enriched("urn:a", "one");
        await Archive.KeepRawAsync([received], Cancel);
        await Archive.QuarantineAsync([received.Refused(minute: 1)], Cancel);
        Assert.Equal(["received", "quarantined"], (await Archive.JourneyAsync(received.DispatchId.ToString(), Cancel)).Select(e => e.What).ToList());
        await Archive.MarkRetriedAsync([received.Refused().QuarantineId], Dispatches.Start.AddMinutes(2), Cancel);
        await Write(message);
        Time.Now = Time.Now.AddMinutes(1);
        await Archive.WriteTranslationsAsync(
            [message.Translated(message.Translation("fr", TranslationStates.Translated, "un") with { Provenance = new TranslationProvenance { Engine = "x", CompletedAt = Time.Now } })], Cancel);
        Time.Now = Time.Now.AddMinutes(1);
        await Write((message with { ReplayId = Replay }).With(r => r with { Signal = Signals.Urgent }));
        var journey = await Archive.JourneyAsync("urn:a", Cancel);
        foreach (var what in new[] { "received", "quarantined", "retried", "resolved", "translated", "replayed", "enriched", "archived" })
            Assert.Contains(journey, e => e.What == what);
        Assert.Equal(journey.Select(e => e.At).Order().ToList(), journey.Select(e => e.At).ToList());
        Assert.All(journey, e => Assert.Equal(received.DispatchId, e.DispatchId));
        Assert.Empty(await Archive.JourneyAsync("nothing like it", Cancel));
    }
}
