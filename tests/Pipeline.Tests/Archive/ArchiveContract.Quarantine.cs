using Newswire.Archiver;
using Newswire.Contracts;

namespace Newswire.Pipeline.Tests.Archive;

public abstract partial class ArchiveContract
{
    [Fact]
    public async Task A_refused_dispatch_is_closed_in_the_books_and_waits_in_quarantine()
    {
        var received = Dispatches.Received("<broken");
        await Archive.KeepRawAsync([received], Cancel);
        await Archive.QuarantineAsync([received.Refused()], Cancel);
        var entry = Assert.Single(await Quarantine());
        Assert.Equal(("open", 1, "not-xml", received.Sha256, received.Bytes), (entry.State, entry.Attempts, entry.Failure.Code, entry.Sha256, entry.Bytes));
        var books = await Audit();
        Assert.Equal((1, 1, true), (books.Received, books.Quarantined, books.Balanced));
    }

    [Fact]
    public async Task A_failure_told_twice_is_one_and_a_new_failure_is_another_attempt()
    {
        var received = Dispatches.Received("<broken");
        await Archive.QuarantineAsync([received.Refused()], Cancel);
        await Archive.QuarantineAsync([received.Refused(), received.Refused()], Cancel);
        Assert.Equal(1, Assert.Single(await Quarantine()).Attempts);
        await Archive.MarkRetriedAsync([received.Refused().QuarantineId], Dispatches.Start.AddMinutes(2), Cancel);
        Assert.Equal("retried", Assert.Single(await Quarantine()).State);
        await Archive.QuarantineAsync([received.Refused("truncated", minute: 3)], Cancel);
        var entry = Assert.Single(await Quarantine());
        Assert.Equal(("open", 2, "truncated"), (entry.State, entry.Attempts, entry.Failure.Code));
        Assert.Equal((Dispatches.Start.AddMinutes(1), Dispatches.Start.AddMinutes(3)), (entry.FirstAt, entry.LastAt));
    }

    [Fact]
    public async Task A_retry_that_succeeds_settles_the_entry_and_changes_the_disposition()
    {
        var received = Dispatches.Received("<broken");
        await Archive.KeepRawAsync([received], Cancel);
        await Archive.QuarantineAsync([received.Refused()], Cancel);
        await Archive.MarkRetriedAsync([received.Refused().QuarantineId], Dispatches.Start.AddMinutes(2), Cancel);
        await Archive.WriteAsync([received.Enriched("urn:a", "one", index: 0, count: 2), received.Enriched("urn:b", "two", index: 1, count: 2)], Cancel);
        Assert.Empty(await Quarantine());
        Assert.Equal("resolved", Assert.Single(await Quarantine(new QuarantineQuery { IncludeClosed = true })).State);
        var books = await Audit();
        Assert.Equal((1, 1, 0, true), (books.Received, books.Archived, books.Quarantined, books.Balanced));
        Assert.Equal(2, books.Items[Disposition.Archived]);
    }

    [Fact]
    public async Task A_dispatch_that_failed_half_way_is_quarantined_until_all_of_it_got_through()
    {
        var received = Dispatches.Received("feed");
        await Archive.KeepRawAsync([received], Cancel);
        await Write(received.Enriched("urn:a", "one", index: 0, count: 3));
        await Archive.QuarantineAsync([received.Refused("retries-exhausted")], Cancel);
        await Write(received.Enriched("urn:b", "two", index: 1, count: 3));
        Assert.Equal(("open", 1, 0), (Assert.Single(await Quarantine()).State, (await Audit()).Quarantined, (await Audit()).InFlight));
        await Archive.WriteAsync([.. Enumerable.Range(0, 3).Select(i => received.Enriched($"urn:{(char)('a' + i)}", "text", index: i, count: 3))], Cancel);
        Assert.Empty(await Quarantine());
        Assert.Equal((1, 0, true), ((await Audit()).Archived, (await Audit()).Quarantined, (await Audit()).Balanced));
    }

    [Fact]
    public async Task A_dropped_entry_is_closed_with_its_reason_and_stays_in_the_books()
    {
        var received = Dispatches.Received("<broken");
        await Archive.KeepRawAsync([received], Cancel);
        await Archive.QuarantineAsync([received.Refused()], Cancel);
        await Archive.DropQuarantinedAsync([received.Refused().QuarantineId], "anna: not news", Dispatches.Start.AddMinutes(2), Cancel);
        Assert.Empty(await Quarantine());
        var entry = Assert.Single(await Quarantine(new QuarantineQuery { IncludeClosed = true }));
        Assert.Equal(("dropped", "anna: not news"), (entry.State, entry.DropReason));
        Assert.Equal((1, true), ((await Audit()).Quarantined, (await Audit()).Balanced));
    }

    [Fact]
    public async Task A_failure_beside_the_path_of_the_item_does_not_close_it()
    {
        var received = Dispatches.Received("one");
        await Archive.KeepRawAsync([received], Cancel);
        await Archive.QuarantineAsync([received.Refused("retries-exhausted", index: 0, count: 1, stage: "translate")], Cancel);
        Assert.Equal(1, (await Audit()).InFlight);
        await Write(received.Enriched("urn:a", "one"));
        Assert.Equal(1, (await Audit()).Archived);
        Assert.Single(await Quarantine());
    }

    [Fact]
    public async Task A_late_failure_of_what_is_archived_is_shown_but_takes_nothing_back()
    {
        var received = Dispatches.Received("one");
        await Archive.KeepRawAsync([received], Cancel);
        await Write(received.Enriched("urn:a", "one"));
        await Archive.QuarantineAsync([received.Refused(index: 0, count: 1), received.Refused()], Cancel);
        Assert.Equal(1, (await Audit()).Archived);
        Assert.Equal(2, (await Quarantine()).Count);
    }

    [Fact]
    public async Task What_the_collector_refused_to_keep_balances_without_bytes()
    {
        await Archive.QuarantineAsync([Dispatches.Received("huge").Refused("too-large", stage: "collect")], Cancel);
        var books = await Audit();
        Assert.Equal((1, 1, 0, true), (books.Received, books.Quarantined, books.WithoutRaw, books.Balanced));
    }

    [Fact]
    public async Task A_message_that_was_never_a_dispatch_keeps_its_body_and_stays_out_of_the_books()
    {
        var poison = new DispatchQuarantined
        {
            QuarantineId = DispatchIdentity.ForQuarantine("enrich", null, null, [1, 2]),
            Stage = "enrich",
            Code = "poison",
            Reason = "Not JSON.",
            At = Dispatches.Start,
            Queue = "enrich",
            MessageBody = [1, 2],
        };
        await Archive.QuarantineAsync([poison], Cancel);
        Assert.Equal([1, 2], Assert.Single(await Quarantine()).Failure.MessageBody!);
        Assert.Equal(0, (await Audit()).Received);
    }

    [Fact]
    public async Task The_quarantine_can_be_narrowed()
    {
        await Archive.QuarantineAsync(
            [
                Dispatches.Received("1").Refused("not-xml", minute: 1),
                Dispatches.Received("2", source: "afp").Refused("depth", minute: 2),
                Dispatches.Received("3").Refused("retries-exhausted", stage: "archive", minute: 3),
            ],
            Cancel);
        Assert.Equal(["retries-exhausted", "depth", "not-xml"], (await Quarantine()).ConvertAll(e => e.Failure.Code));
        Assert.Equal("depth", Assert.Single(await Quarantine(new QuarantineQuery { Source = "afp" })).Failure.Code);
        Assert.Equal("depth", Assert.Single(await Quarantine(new QuarantineQuery { Code = "depth" })).Failure.Code);
        Assert.Equal("archive", Assert.Single(await Quarantine(new QuarantineQuery { Stage = "archive" })).Failure.Stage);
        Assert.Single(await Quarantine(new QuarantineQuery { From = Dispatches.Start.AddMinutes(3) }));
        Assert.Equal(2, (await Quarantine(new QuarantineQuery { Limit = 2 })).Count);
        Assert.Empty(await Quarantine(new QuarantineQuery { Ids = [] }));
    }
}
