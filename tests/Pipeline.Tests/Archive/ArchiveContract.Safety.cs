using System.Globalization;
using Newswire.Archiver;
using Newswire.Contracts;

namespace Newswire.Pipeline.Tests.Archive;

public abstract partial class ArchiveContract
{
    [Fact]
    public async Task A_batch_with_a_bad_item_leaves_nothing_behind()
    {
        var good = Dispatches.Version("urn:a", "1", "good");
        var bad = Dispatches.Version("urn:b", "1", "bad").With(r => r with { Source = null! });
        await Assert.ThrowsAnyAsync<Exception>(() => Archive.WriteAsync([good, bad], Cancel));
        await Assert.ThrowsAnyAsync<Exception>(() => Archive.KeepRawAsync([Dispatches.Received("x"), Dispatches.Received("y") with { Sha256 = null! }], Cancel));
        Assert.Equal(0, (await Audit()).Received);
        Assert.Empty(await Find(new ArchiveQuery { AllVersions = true }));
        await Write(good);
        Assert.Equal(["good"], await Bodies(new ArchiveQuery()));
    }

    [Fact]
    public async Task A_transaction_that_fails_at_its_end_leaves_nothing_behind()
    {
        var store = ArchiveFactory.Open(Address);
        await Assert.ThrowsAsync<FormatException>(() => store.WriteAsync<int>(
            async session =>
            {
                await session.ExecuteManyAsync("INSERT INTO raw (sha256, bytes, codec, content) VALUES ($1, $2, $3, $4)", [["half", 1L, "none", new byte[] { 1 }]]);
                throw new FormatException();
            },
            Cancel));
        Assert.Null(await Archive.ReadRawAsync("half", Cancel));
        await store.DisposeAsync();
    }

    [Theory]
    [InlineData("'; DROP TABLE item; --")]
    [InlineData("../../../etc/passwd")]
    [InlineData("C:\\windows\\system32")]
    [InlineData("nul\0in the middle")]
    [InlineData("half a pair \ud800")]
    [InlineData("%_[]*?")]
    [InlineData(" ")]
    [InlineData("\u202Ereversed\r\n\u001b[31m")]
    public async Task Hostile_ids_are_only_ids(string id)
    {
        await Write(Dispatches.Version(id, id, "one", source: id).With(r => r with
        {
            File = id,
            Signal = id,
            Language = new RecordLanguage { Tag = id },
            Item = r.Item with { AltIds = [new NinjsAltId { Role = "guid", Value = id + "guid" }] },
            Entities = [new NamedEntity { Text = id, Key = id, Type = id, Mentions = [], By = id }],
        }));
        await Archive.KeepRawAsync([Dispatches.Received(id, source: id, file: id) with { MediaType = id, Charset = id }], Cancel);
        await Archive.QuarantineAsync([Dispatches.Received(id + "q", source: id, file: id).Refused(id) with { Reason = id }], Cancel);
        var found = Assert.Single(await Archive.VersionsAsync(id, Cancel));
        Assert.Equal("one", Body(found));
        Assert.Single(await Archive.VersionsAsync(id + "guid", Cancel));
        Assert.Single(await Find(new ArchiveQuery { Uri = id, Source = id, Signal = id, Language = id }));
        Assert.Single(await Quarantine(new QuarantineQuery { Source = id, Code = id }));
        await Archive.JourneyAsync(id, Cancel);
    }

    [Fact]
    public async Task An_id_of_100_kilobytes_is_only_an_id()
    {
        // Not one letter repeated: a database could compress that into an index row.
        var id = "urn:x:" + string.Concat(Enumerable.Range(0, 3_000).Select(i => DispatchIdentity.Sha256(BitConverter.GetBytes(i))[..34]));
        await Write(Dispatches.Version(id, id, "one").With(r => r with
        {
            Source = id,
            Language = new RecordLanguage { Tag = id },
            Entities = [new NamedEntity { Text = id, Key = id, Type = "misc", Mentions = [], By = "x" }],
        }));
        await Write(Dispatches.Version(id + "x", "1", "another"));
        Assert.Equal("one", Body(Assert.Single(await Archive.VersionsAsync(id, Cancel))));
        Assert.Equal("another", Body(Assert.Single(await Archive.VersionsAsync(id + "x", Cancel))));
    }

    [Fact]
    public async Task A_batch_of_250_dispatches_is_one_transaction_and_all_of_it_is_there()
    {
        var received = Enumerable.Range(0, 250).Select(i => Dispatches.Received($"text {i}")).ToList();
        await Archive.KeepRawAsync(received, Cancel);
        var results = await Archive.WriteAsync([.. received.Select((r, i) => Planned(r.Enriched($"urn:{i % 200}", $"body {i}"), "fr"))], Cancel);
        Assert.Equal(250, results.Count(r => r.Changed));
        Assert.Equal(200, (await Find(new ArchiveQuery())).Count);
        var books = await Audit();
        Assert.Equal((250, 250, true), (books.Received, books.Archived + books.Superseded, books.Balanced));
    }

    [Fact]
    public async Task Four_writers_at_once_agree_on_every_chain()
    {
        var writers = new[] { Archive, Open(), Open(), Open() };
        var versions = Enumerable.Range(1, 24).SelectMany(v => Enumerable.Range(0, 5).Select(s =>
            Dispatches.Version($"urn:{s}", v.ToString(CultureInfo.InvariantCulture), $"story {s} version {v}"))).ToList();
        await Task.WhenAll(writers.Select((archive, w) => Task.Run(
            async () =>
            {
                // Everyone writes everything, each in another order and in other batches: also the same item at the same time.
                var order = versions.OrderBy(v => (v.DispatchId.ToByteArray()[w] * 7) + w).ToList();
                foreach (var batch in order.Chunk(7 + w))
                {
                    await archive.WriteAsync(batch, Cancel);
                    await archive.WriteTranslationsAsync([.. batch.Select(m => m.Translated(m.Translation("fr", TranslationStates.Translated, "x")))], Cancel);
                    await archive.QuarantineAsync([Refused(batch[0])], Cancel);
                }
            },
            Cancel)));
        for (var story = 0; story < 5; story++)
        {
            var chain = await Archive.VersionsAsync($"urn:{story}", Cancel);
            Assert.Equal(Enumerable.Range(1, 24).Select(v => $"story {story} version {v}").ToList(), Texts(chain));
            Assert.Equal(Enumerable.Range(1, 24).ToList(), chain.Select(v => v.Version.Ordinal!.Value).ToList());
            Assert.Equal(24, Assert.Single(chain, v => v.Version.IsLatest!.Value).Version.Ordinal);
        }
        Assert.Equal(5, (await Find(new ArchiveQuery())).Count);
        var books = await Audit();
        Assert.Equal((120, 120, 0), (books.Received, books.Archived + books.Superseded, books.InFlight));
    }

    private static DispatchQuarantined Refused(DispatchEnriched message) => new()
    {
        QuarantineId = DispatchIdentity.ForQuarantine("archive", message.DispatchId, 0, []),
        DispatchId = message.DispatchId,
        ItemIndex = 0,
        ItemCount = 1,
        Stage = "archive",
        Code = "retries-exhausted",
        Reason = "Told by another worker.",
        At = Dispatches.Start,
    };

    [Fact]
    public async Task Programs_that_start_together_share_one_schema()
    {
        await CloseAllAsync();
        await DropDatabaseAsync();
        await CreateDatabaseAsync();
        var archives = Enumerable.Range(0, 4).Select(_ => Open()).ToList();
        await Task.WhenAll(archives.Select(a => Task.Run(() => a.InitializeAsync(Cancel), Cancel)));
        await archives[3].WriteAsync([Dispatches.Version("urn:a", "1", "one")], Cancel);
        Assert.Single(await archives[0].VersionsAsync("urn:a", Cancel));
    }

    [Fact]
    public async Task An_archive_with_a_newer_schema_is_refused()
    {
        var store = ArchiveFactory.Open(Address);
        await store.WriteAsync(session => session.ExecuteAsync("INSERT INTO archive_schema (version, applied_at) VALUES (99, '')"), Cancel);
        await store.DisposeAsync();
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => Open().InitializeAsync(Cancel));
        Assert.Contains("schema 99", error.Message, StringComparison.Ordinal);
    }
}
