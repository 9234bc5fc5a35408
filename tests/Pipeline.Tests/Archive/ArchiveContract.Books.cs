using System.Text;
using Newswire.Archiver;
using Newswire.Contracts;

namespace Newswire.Pipeline.Tests.Archive;

public abstract partial class ArchiveContract
{
    [Fact]
    public async Task Raw_bytes_come_back_as_they_went_in()
    {
        var received = Dispatches.Received(string.Concat(Enumerable.Repeat("A short text, again and again. ", 100)));
        await Archive.KeepRawAsync([received, Dispatches.Received("x")], Cancel);
        Assert.Equal(received.Content, await Archive.ReadRawAsync(received.Sha256, Cancel));
        Assert.Equal("x"u8.ToArray(), await Archive.ReadRawAsync(DispatchIdentity.Sha256("x"u8), Cancel));
        Assert.Null(await Archive.ReadRawAsync("no such hash", Cancel));
        var empty = Dispatches.Received(string.Empty);
        await Archive.KeepRawAsync([empty], Cancel);
        Assert.Empty((await Archive.ReadRawAsync(empty.Sha256, Cancel))!);
    }

    [Fact]
    public async Task Bytes_that_are_not_what_the_message_says_are_refused()
    {
        var received = Dispatches.Received("one") with { Content = Encoding.UTF8.GetBytes("other") };
        Assert.Equal("damaged", (await Assert.ThrowsAsync<UncurableException>(() => Archive.KeepRawAsync([received], Cancel))).Code);
        Assert.Equal(0, (await Audit()).Received);
    }

    [Fact]
    public async Task A_claim_check_needs_its_bytes()
    {
        var received = Dispatches.Received("large");
        var claim = received with { Content = null, ClaimCheck = received.Sha256 };
        await Assert.ThrowsAsync<UncurableException>(() => Archive.KeepRawAsync([claim], Cancel));
        Assert.Equal(received.Sha256, await Archive.StoreRawAsync(received.Content, Cancel));
        await Archive.KeepRawAsync([claim], Cancel);
        Assert.True((await Archive.StatesAsync([received.DispatchId], Cancel))[0].RawKept);
    }

    [Fact]
    public async Task The_books_count_deliveries_and_balance()
    {
        var first = Dispatches.Received("one");
        var open = Dispatches.Received("open");
        await Archive.KeepRawAsync([first, Dispatches.Received("one", copy: 1), open], Cancel);
        await Write(first.Enriched("urn:a", "one"));
        var books = await Audit();
        Assert.Equal((3, 1, 1, 1), (books.Received, books.Archived, books.Duplicate, books.InFlight));
        Assert.True(books.Balanced);
        Assert.Equal(open.DispatchId, Assert.Single(books.Open).DispatchId);
        Assert.Equal(1, books.Items[Disposition.Archived]);
    }

    [Fact]
    public async Task The_same_messages_twice_and_in_any_order_end_in_the_same_books()
    {
        var received = Dispatches.Received("one");
        var enriched = received.Enriched("urn:a", "one");
        await Write(enriched);
        var early = await Audit();
        Assert.Equal((1, 1, 1, false), (early.Received, early.Archived, early.WithoutRaw, early.Balanced));
        await Archive.KeepRawAsync([received], Cancel);
        await Archive.KeepRawAsync([received, received], Cancel);
        await Write(enriched);
        var books = await Audit();
        Assert.Equal((1, 1, 0, 0, true), (books.Received, books.Archived, books.Duplicate, books.WithoutRaw, books.Balanced));
    }

    [Fact]
    public async Task A_dispatch_is_open_until_all_its_items_are_closed_and_the_first_disposition_that_applies_is_its_own()
    {
        var received = Dispatches.Received("feed");
        await Archive.KeepRawAsync([received], Cancel);
        await Write(received.Enriched("urn:a", "one", index: 0, count: 3));
        await Archive.QuarantineAsync([received.Refused(index: 2, count: 3)], Cancel);
        var state = Assert.Single(await Archive.StatesAsync([received.DispatchId, Guid.Empty], Cancel));
        Assert.Equal((3, 2, null, 1), (state.ItemCount, state.ItemsDone, state.Disposition, state.Deliveries));
        await Write(received.Enriched("urn:b", "two", index: 1, count: 3));
        Assert.Equal(Disposition.Quarantined, (await Archive.StatesAsync([received.DispatchId], Cancel))[0].Disposition);
        await Write(received.Enriched("urn:c", "three", index: 2, count: 3));
        Assert.Equal(Disposition.Archived, (await Archive.StatesAsync([received.DispatchId], Cancel))[0].Disposition);
        Assert.True((await Audit()).Balanced);
    }

    [Fact]
    public async Task The_audit_can_be_of_one_source_or_time()
    {
        await Archive.KeepRawAsync([Dispatches.Received("one"), Dispatches.Received("two", source: "afp"), Dispatches.Received("3", at: Dispatches.Start.AddDays(1))], Cancel);
        Assert.Equal(1, (await Archive.AuditAsync(new ArchiveQuery { Source = "afp" }, Cancel)).Received);
        Assert.Equal(2, (await Archive.AuditAsync(new ArchiveQuery { To = Dispatches.Start.AddHours(1) }, Cancel)).Received);
        Assert.Equal(1, (await Archive.AuditAsync(new ArchiveQuery { From = Dispatches.Start.AddHours(1) }, Cancel)).Received);
    }

    [Fact]
    public async Task Stored_dispatches_come_in_order_of_arrival_and_a_replay_can_go_on_where_it_stopped()
    {
        var all = Enumerable.Range(0, 5).Select(i => Dispatches.Received($"text {i}", at: Dispatches.Start.AddMinutes(-i))).ToList();
        await Archive.KeepRawAsync(all, Cancel);
        await Write(all[0].Enriched("urn:a", "about whales"));
        var stored = await Stored(new ArchiveQuery());
        Assert.Equal(all.AsEnumerable().Reverse().Select(d => d.DispatchId), stored.Select(d => d.DispatchId));
        Assert.Equal((all[4].Received, all[4].Sha256, "text/plain", "utf-8", all[4].File), (stored[0].Received, stored[0].Sha256, stored[0].MediaType, stored[0].Charset, stored[0].File));
        Assert.Equal(stored[2..].Select(d => d.DispatchId), (await Stored(new ArchiveQuery(), stored[1].DispatchId)).Select(d => d.DispatchId));
        Assert.Equal([all[0].DispatchId], (await Stored(new ArchiveQuery { Text = "whales" })).Select(d => d.DispatchId));
        Assert.Equal(2, (await Stored(new ArchiveQuery { Limit = 2 })).Count);
        await Assert.ThrowsAsync<ArgumentException>(() => Stored(new ArchiveQuery(), Guid.Empty));
    }
}
