using Newswire.Archiver;
using Newswire.Contracts;

namespace Newswire.Pipeline.Tests.Archive;

public abstract partial class ArchiveContract
{
    [Fact]
    public async Task A_first_version_is_archived_and_live()
    {
        var item = await Write(Dispatches.Version("urn:a", "1", "one"));
        Assert.Equal(Disposition.Archived, item.Disposition);
        Assert.True(item.Changed);
        Assert.Equal((1, true, "1"), (item.Record.Version.Ordinal, item.Record.Version.IsLatest, item.Record.Version.Label));
        Assert.Equal(["one"], await Bodies(new ArchiveQuery()));
    }

    [Fact]
    public async Task A_correction_replaces_what_was_live_and_both_are_kept()
    {
        await Write(Dispatches.Version("urn:a", "1", "one"));
        var second = await Write(Dispatches.Version("urn:a", "2", "two"));
        Assert.Equal((2, true), (second.Record.Version.Ordinal, second.Record.Version.IsLatest));
        Assert.Equal(["two"], await Bodies(new ArchiveQuery()));
        Assert.Equal(["one", "two"], Texts(await Archive.VersionsAsync("urn:a", Cancel)));
        Assert.Equal(["two", "one"], await Bodies(new ArchiveQuery { AllVersions = true, Uri = "urn:a" }));
    }

    [Fact]
    public async Task An_older_version_that_comes_late_is_superseded_and_not_live()
    {
        await Write(Dispatches.Version("urn:a", "10", "ten"));
        var nine = await Write(Dispatches.Version("urn:a", "9", "nine"));
        Assert.Equal(Disposition.Superseded, nine.Disposition);
        Assert.Equal((1, false), (nine.Record.Version.Ordinal, nine.Record.Version.IsLatest));
        Assert.Equal(["ten"], await Bodies(new ArchiveQuery()));
    }

    [Fact]
    public async Task The_same_version_with_the_same_text_from_elsewhere_is_a_duplicate()
    {
        await Write(Dispatches.Version("urn:a", "1", "one text"));
        var copy = await Write(Dispatches.Version("urn:a", "1", "one  text\n", receivedMinute: 5));
        Assert.Equal(Disposition.Duplicate, copy.Disposition);
        Assert.Single(await Archive.VersionsAsync("urn:a", Cancel));
    }

    [Fact]
    public async Task The_same_version_with_another_text_is_kept_and_flagged_and_the_later_made_is_live()
    {
        await Write(Dispatches.Version("urn:a", "1", "later", Dispatches.Start.AddMinutes(2)));
        var other = await Write(Dispatches.Version("urn:a", "1", "earlier", Dispatches.Start));
        Assert.Equal(Disposition.Superseded, other.Disposition);
        var versions = await Archive.VersionsAsync("urn:a", Cancel);
        Assert.Equal(["earlier", "later"], Texts(versions));
        Assert.All(versions, v => Assert.Contains(v.Warnings!, w => w.Code == "version-reused"));
        Assert.Equal(["later"], await Bodies(new ArchiveQuery()));
    }

    [Fact]
    public async Task Only_the_family_that_owns_a_story_can_kill_it()
    {
        await Write(Dispatches.Version("urn:a", "1", "ours", source: "belga-fr", family: "belga"));
        await Write(Dispatches.Version("urn:a", "2", "theirs", source: "other", status: Statuses.Canceled));
        Assert.Equal(["ours"], await Bodies(new ArchiveQuery()));
        await Write(Dispatches.Version("urn:a", "2", "kill", source: "belga-nl", family: "belga", status: Statuses.Canceled));
        Assert.Empty(await Find(new ArchiveQuery()));
        Assert.Equal(3, (await Archive.VersionsAsync("urn:a", Cancel)).Count);
    }

    [Fact]
    public async Task A_kill_ends_every_version_and_its_history_stays()
    {
        await Write(Dispatches.Version("urn:a", "1", "one"));
        await Write(Dispatches.Version("urn:a", "2", "two"));
        var kill = await Write(Dispatches.Version("urn:a", "3", string.Empty, status: Statuses.Canceled));
        Assert.Equal((Disposition.Archived, true), (kill.Disposition, kill.Changed));
        Assert.Empty(await Find(new ArchiveQuery()));
        Assert.Empty(await Search("two"));
        Assert.Equal(3, (await Archive.VersionsAsync("urn:a", Cancel)).Count);
        Assert.Single(await Find(new ArchiveQuery { Status = Statuses.Canceled }));
    }

    [Fact]
    public async Task A_kill_of_an_unknown_story_is_a_tombstone_for_what_comes_late()
    {
        await Write(Dispatches.Version("urn:a", null, string.Empty, Dispatches.Start, status: Statuses.Canceled));
        var late = await Write(Dispatches.Version("urn:a", "1", "one", Dispatches.Start.AddHours(-1), receivedMinute: 9));
        Assert.Equal(Disposition.Superseded, late.Disposition);
        Assert.Empty(await Find(new ArchiveQuery()));
    }

    [Fact]
    public async Task A_kill_with_the_number_and_date_of_what_it_kills_wins_in_either_order()
    {
        await Write(Dispatches.Version("urn:a", "1", string.Empty, Dispatches.Start, status: Statuses.Canceled));
        Assert.Equal(Disposition.Superseded, (await Write(Dispatches.Version("urn:a", "1", "one", Dispatches.Start, receivedMinute: 9))).Disposition);
        await Write(Dispatches.Version("urn:b", "1", "one", Dispatches.Start, receivedMinute: 9));
        await Write(Dispatches.Version("urn:b", "1", string.Empty, Dispatches.Start, status: Statuses.Canceled));
        Assert.Empty(await Find(new ArchiveQuery()));
    }

    [Fact]
    public async Task A_usable_version_newer_than_a_kill_is_held_until_an_editor_releases_it()
    {
        await Write(Dispatches.Version("urn:a", "1", "one"));
        await Write(Dispatches.Version("urn:a", "2", string.Empty, status: Statuses.Canceled));
        var third = Dispatches.Version("urn:a", "3", "three");
        var held = await Write(third);
        Assert.Equal((Disposition.Held, "newer-than-kill"), (held.Disposition, held.Record.HoldReason));
        Assert.Empty(await Find(new ArchiveQuery()));
        Assert.Equal(["three"], await Bodies(new ArchiveQuery { Status = "held" }));
        Assert.True(await Archive.ReleaseAsync(third.DispatchId, 0, "anna", Cancel));
        Assert.Equal(["three"], await Bodies(new ArchiveQuery()));
        Assert.Null((await Find(new ArchiveQuery()))[0].HoldReason);
        Assert.False(await Archive.ReleaseAsync(Guid.Empty, 0, "anna", Cancel));
    }

    [Fact]
    public async Task An_embargo_holds_the_story_until_it_has_passed_and_nobody_needs_to_do_anything()
    {
        var until = Time.Now.AddHours(2);
        await Write(Dispatches.Version("urn:a", "1", "one").EmbargoedUntil(until));
        var second = await Write(Dispatches.Version("urn:a", "2", "two"));
        Assert.Equal(Disposition.Held, second.Disposition);
        Assert.Empty(await Find(new ArchiveQuery()));
        Assert.Empty(await Find(new ArchiveQuery { Status = Statuses.Usable }));
        Assert.Equal(1, (await Audit()).Held);
        Time.Now = until;
        Assert.Equal(["two"], await Bodies(new ArchiveQuery()));
        Assert.Empty(await Find(new ArchiveQuery { Status = "held" }));
        var books = await Audit();
        Assert.Equal((0, 1, 1), (books.Held, books.Archived, books.Superseded));
    }

    [Fact]
    public async Task A_newer_version_may_move_an_embargo()
    {
        await Write(Dispatches.Version("urn:a", "1", "one").EmbargoedUntil(Time.Now.AddHours(2)));
        var second = await Write(Dispatches.Version("urn:a", "2", "two").EmbargoedUntil(Time.Now.AddHours(-1)));
        Assert.Equal(Disposition.Archived, second.Disposition);
        Assert.Equal(["two"], await Bodies(new ArchiveQuery()));
    }

    [Fact]
    public async Task A_withheld_version_holds_the_story_until_a_usable_one_comes()
    {
        await Write(Dispatches.Version("urn:a", "1", "one"));
        Assert.Equal(Disposition.Held, (await Write(Dispatches.Version("urn:a", "2", "two", status: Statuses.Withheld))).Disposition);
        Assert.Empty(await Find(new ArchiveQuery()));
        Assert.Equal(["two"], await Bodies(new ArchiveQuery { Status = Statuses.Withheld }));
        await Write(Dispatches.Version("urn:a", "3", "three"));
        Assert.Equal(["three"], await Bodies(new ArchiveQuery()));
    }

    [Fact]
    public async Task A_hold_reason_of_the_reader_holds()
    {
        var item = await Write(Dispatches.Version("urn:a", "1", "one").With(r => r with { HoldReason = "embargo-unreadable" }));
        Assert.Equal((Disposition.Held, "embargo-unreadable"), (item.Disposition, item.Record.HoldReason));
        Assert.Empty(await Find(new ArchiveQuery()));
    }

    [Fact]
    public async Task What_a_reader_withheld_is_usable_once_an_editor_released_it_and_its_embargo_has_passed()
    {
        var until = Time.Now.AddHours(2);
        var embargoed = Dispatches.Version("urn:a", "1", "one", status: Statuses.Withheld).With(r => r with { HoldReason = "an embargo in words" }).EmbargoedUntil(until);
        await Write(embargoed);
        Assert.True(await Archive.ReleaseAsync(embargoed.DispatchId, 0, "anna", Cancel));
        Assert.Empty(await Find(new ArchiveQuery()));
        Time.Now = until;
        var record = Assert.Single(await Find(new ArchiveQuery()));
        Assert.Equal((Statuses.Usable, Statuses.Usable, null), (record.Status, record.Item.PubStatus, record.HoldReason));

        // The provider's own word stands, whoever releases it.
        var withheld = Dispatches.Version("urn:b", "1", "one", status: Statuses.Withheld);
        await Write(withheld);
        Assert.True(await Archive.ReleaseAsync(withheld.DispatchId, 0, "anna", Cancel));
        Assert.Equal(["one"], await Bodies(new ArchiveQuery { Status = Statuses.Withheld }));
    }

    [Fact]
    public async Task Every_order_of_arrival_of_four_versions_ends_in_the_same_chain()
    {
        string[] bodies = ["one", "two", "two again", "three"];
        DispatchEnriched[] versions =
        [
            Dispatches.Version("urn:a", "1", bodies[0], Dispatches.Start, receivedMinute: 3),
            Dispatches.Version("urn:a", "2", bodies[1], Dispatches.Start.AddMinutes(1), receivedMinute: 2),
            Dispatches.Version("urn:a", "2", bodies[2], Dispatches.Start.AddMinutes(2), receivedMinute: 1),
            Dispatches.Version("urn:a", "10", bodies[3], Dispatches.Start.AddMinutes(-9), receivedMinute: 0),
        ];
        foreach (var (order, number) in Permutations.Of(versions).Select((o, i) => (o, i)))
        {
            var uri = $"urn:order:{number}";
            foreach (var version in order)
                await Write(version.With(r => r with { Uri = uri }) with { DispatchId = DispatchIdentity.ForDispatch(uri, version.DispatchId.ToByteArray()) });
            var chain = await Archive.VersionsAsync(uri, Cancel);
            Assert.Equal(bodies, Texts(chain));
            Assert.Equal([1, 2, 3, 4], chain.Select(v => v.Version.Ordinal!.Value));
            Assert.Equal([false, false, false, true], chain.Select(v => v.Version.IsLatest!.Value));
        }
        Assert.All(await Bodies(new ArchiveQuery()), body => Assert.Equal("three", body));
    }

    [Fact]
    public async Task A_redelivered_item_changes_nothing()
    {
        var message = Dispatches.Version("urn:a", "1", "one");
        await Write(message);
        var again = await Write(message);
        Assert.Equal((Disposition.Archived, false), (again.Disposition, again.Changed));
        Assert.Single(await Archive.VersionsAsync("urn:a", Cancel));
    }

    [Fact]
    public async Task The_versions_of_one_batch_are_merged_in_turn()
    {
        var one = Dispatches.Version("urn:a", "1", "one");
        var two = Dispatches.Version("urn:a", "2", "two");
        var results = await Archive.WriteAsync([two, one, two, Dispatches.Version("urn:b", "1", "other")], Cancel);
        Assert.Equal([Disposition.Archived, Disposition.Superseded, Disposition.Archived, Disposition.Archived], results.Select(r => r.Disposition));
        Assert.Equal([true, true, false, true], results.Select(r => r.Changed));
        Assert.Equal([2, 1, 2, 1], results.Select(r => r.Record.Version.Ordinal!.Value));
    }

    [Fact]
    public async Task The_same_text_without_an_identifier_is_one_story_whichever_sources_bring_it()
    {
        const string Uri = "urn:newswire:text:0123456789abcdef";
        var first = await Write(Dispatches.Received("wire copy", "folder").Enriched(Uri, "Body"));
        var second = await Write(Dispatches.Received("wire copy", "mail").Enriched(Uri, "Body"));
        Assert.Equal((Disposition.Archived, Disposition.Duplicate), (first.Disposition, second.Disposition));
        Assert.Single(await Find(new ArchiveQuery()));
    }
}
