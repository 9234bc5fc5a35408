using System.Runtime.CompilerServices;
using Dapper;
using Newswire.Contracts;

namespace Newswire.Archiver.Sql;

/// <summary>The archive over either store: each operation is one transaction of the classes beside this one.</summary>
internal sealed class SqlArchive : IArchive
{
    /// <summary>Records fetched at a time: enough to make the round trip cheap, few enough to keep memory flat.</summary>
    private const int Fetch = 250;

    private readonly SqlStore _store;
    private readonly TimeProvider _time;

    static SqlArchive() => DefaultTypeMap.MatchNamesWithUnderscores = true;

    public SqlArchive(SqlStore store, TimeProvider time)
    {
        _store = store;
        _time = time;
    }

    public string Place => _store.Place;

    private DateTimeOffset Now => _time.GetUtcNow();

    public Task InitializeAsync(CancellationToken cancellationToken) => new SchemaMigrator(_store, _time).MigrateAsync(cancellationToken);

    public async Task KeepRawAsync(IReadOnlyList<DispatchReceived> deliveries, CancellationToken cancellationToken)
    {
        if (deliveries.Count == 0)
            return;
        var contents = deliveries.Select(RawRows.Pack).OfType<StoredBytes>().ToList();
        var claims = deliveries.Where(d => d.Content is null).Select(d => d.Sha256).ToHashSet(StringComparer.Ordinal);
        claims.ExceptWith(contents.Select(c => c.Sha256));
        await _store.WriteAsync(
            async session =>
            {
                var raw = new RawRows(session);
                await raw.WriteAsync(contents);
                await raw.RequireAsync(claims);
                await new BookWriter(session).EnterAsync(deliveries);
                await new QuarantineRows(_store, session, Now).ResolveAsync(deliveries.Select(d => d.DispatchId.ToString()), "keep-raw");
            },
            cancellationToken);
    }

    public async Task<string> StoreRawAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var packed = RawRows.Pack(DispatchIdentity.Sha256(content.Span), content.Span);
        await _store.WriteAsync(session => new RawRows(session).WriteAsync([packed]), cancellationToken);
        return packed.Sha256;
    }

    public Task<byte[]?> ReadRawAsync(string sha256, CancellationToken cancellationToken)
        => _store.ReadAsync(session => new RawRows(session).ReadAsync(DbText.Clean(sha256)), cancellationToken);

    public async Task<IReadOnlyList<ArchivedItem>> WriteAsync(IReadOnlyList<DispatchEnriched> items, CancellationToken cancellationToken)
    {
        if (items.Count == 0)
            return [];
        var staged = items.Select(i => StagedItem.From(i, _store)).ToList();
        return await _store.WriteAsync(session => new WriteBatch(_store, session, Now).RunAsync(staged), cancellationToken);
    }

    public Task<bool> ReleaseAsync(Guid dispatchId, int itemIndex, string by, CancellationToken cancellationToken) => _store.WriteAsync(
        async session =>
        {
            if (!await new WriteBatch(_store, session, Now).ReplaceAsync(dispatchId.ToString(), itemIndex, row => row.Released = 1))
                return false;
            await EventRows.AddAsync(session, [new EventRow(dispatchId.ToString(), itemIndex, Instant.Text(Now), "archive", "released", $"by {by}")]);
            return true;
        },
        cancellationToken);

    public Task WriteTranslationsAsync(IReadOnlyList<DispatchTranslated> translations, CancellationToken cancellationToken) => translations.Count == 0
        ? Task.CompletedTask
        : _store.WriteAsync(
            async session =>
            {
                await new TranslationRows(_store, session, Now).WriteAsync(translations);
                await new QuarantineRows(_store, session, Now).ResolveAsync(translations.Select(t => t.DispatchId.ToString()), "translate");
            },
            cancellationToken);

    public Task<IReadOnlyList<DueTranslation>> ClaimDueTranslationsAsync(CancellationToken cancellationToken)
        => _store.WriteAsync(session => new DueTranslations(_store, session, Now).ClaimAsync(), cancellationToken);

    public async Task<int> OfferTranslationsAsync(TranslatorReady ready, CancellationToken cancellationToken)
    {
        var (begun, sum) = (Now, 0);
        TranslationRow? last = null;
        do
        {
            var after = last;
            (var offered, last) = await _store.WriteAsync(session => new OfferedTranslations(_store, session, Now).NextAsync(ready, begun, after), cancellationToken);
            sum += offered;
        }
        while (last is not null);
        return sum;
    }

    public Task QuarantineAsync(IReadOnlyList<DispatchQuarantined> failures, CancellationToken cancellationToken) => failures.Count == 0
        ? Task.CompletedTask
        : _store.WriteAsync(session => new QuarantineRows(_store, session, Now).EnterAsync(failures), cancellationToken);

    public async IAsyncEnumerable<NewsRecord> FindAsync(ArchiveQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var filter = ItemFilter.Shown(query, _store, Now);
        if (filter.FindsNothing)
            yield break;
        filter.Parameters.Add("limit", query.Limit ?? int.MaxValue);
        filter.Parameters.Add("offset", query.Offset);
        // Ids first: what is found does not shift while it is read, and no transaction stays open for a slow reader.
        var ids = await _store.ReadAsync(
            session => session.QueryAsync<long>(
                $"SELECT i.item_id FROM item i {filter.Where} ORDER BY i.received DESC, i.item_id DESC LIMIT @limit OFFSET @offset", filter.Parameters),
            cancellationToken);
        foreach (var chunk in ids.Chunk(Fetch))
        {
            foreach (var record in await _store.ReadAsync(session => RecordRows.ReadAsync(session, chunk), cancellationToken))
                yield return record;
        }
    }

    public Task<IReadOnlyList<NewsRecord>> VersionsAsync(string id, CancellationToken cancellationToken) => _store.ReadAsync(
        async session =>
        {
            var stories = await new StoryLookup(session).StoriesAsync(id);
            if (stories.Count == 0)
                return [];
            var ids = await session.QueryAsync<long>(
                "SELECT item_id FROM item WHERE story_id IN @stories AND ordinal IS NOT NULL ORDER BY story_id, ordinal", new { stories = session.List(stories) });
            return (IReadOnlyList<NewsRecord>)await RecordRows.ReadAsync(session, ids);
        },
        cancellationToken);

    public Task<IReadOnlyList<JourneyEvent>> JourneyAsync(string id, CancellationToken cancellationToken) => _store.ReadAsync(
        async session =>
        {
            var lookup = new StoryLookup(session);
            var stories = await lookup.StoriesAsync(id);
            return await JourneyQueries.ReadAsync(session, stories, stories.Count == 0 ? await lookup.DispatchAsync(id) : null, Now);
        },
        cancellationToken);

    public async IAsyncEnumerable<StoredDispatch> DispatchesAsync(
        ArchiveQuery query, Guid? afterDispatch, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        (DateTimeOffset, Guid)? after = null;
        if (afterDispatch is { } start)
        {
            after = await _store.ReadAsync(session => new DispatchQueries(_store, session, Now).PositionAsync(start), cancellationToken)
                ?? throw new ArgumentException($"The archive has no dispatch {start} to start after.", nameof(afterDispatch));
        }
        for (var left = query.Limit ?? int.MaxValue; left > 0;)
        {
            var wanted = Math.Min(left, DispatchQueries.PageSize);
            var position = after;
            var page = await _store.ReadAsync(session => new DispatchQueries(_store, session, Now).PageAsync(query, position, wanted), cancellationToken);
            foreach (var dispatch in page)
                yield return dispatch;
            if (page.Count < wanted)
                yield break;
            after = (page[^1].Received, page[^1].DispatchId);
            left -= page.Count;
        }
    }

    public Task<IReadOnlyList<DispatchState>> StatesAsync(IReadOnlyCollection<Guid> dispatchIds, CancellationToken cancellationToken)
        => _store.ReadAsync(session => new BookQueries(session, Now).StatesAsync(dispatchIds), cancellationToken);

    public Task<Books> AuditAsync(ArchiveQuery query, CancellationToken cancellationToken)
        => _store.ReadAsync(session => new BookQueries(session, Now).AuditAsync(query), cancellationToken);

    public async IAsyncEnumerable<QuarantineEntry> QuarantinedAsync(QuarantineQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var entry in await _store.ReadAsync(session => QuarantineQueries.ReadAsync(session, query), cancellationToken))
            yield return entry;
    }

    public Task MarkRetriedAsync(IReadOnlyCollection<Guid> quarantineIds, DateTimeOffset at, CancellationToken cancellationToken)
        => SetQuarantineAsync(quarantineIds, "retried", null, at, "sent again", cancellationToken);

    public Task DropQuarantinedAsync(IReadOnlyCollection<Guid> quarantineIds, string reason, DateTimeOffset at, CancellationToken cancellationToken)
        => SetQuarantineAsync(quarantineIds, "dropped", reason, at, reason, cancellationToken);

    public Task StartReplayAsync(Guid replayId, ArchiveQuery query, CancellationToken cancellationToken)
        => _store.WriteAsync(session => new ReplayRows(session, Now).StartAsync(replayId, query), cancellationToken);

    public Task AdvanceReplayAsync(Guid replayId, Guid? cursor, long sent, long failed, string state, CancellationToken cancellationToken)
        => _store.WriteAsync(session => new ReplayRows(session, Now).AdvanceAsync(replayId, cursor, sent, failed, state), cancellationToken);

    public Task<ReplayRun?> GetReplayAsync(Guid replayId, CancellationToken cancellationToken)
        => _store.ReadAsync(session => new ReplayRows(session, Now).ReadAsync(replayId), cancellationToken);

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    private Task SetQuarantineAsync(
        IReadOnlyCollection<Guid> ids, string state, string? dropReason, DateTimeOffset at, string detail, CancellationToken cancellationToken) => ids.Count == 0
        ? Task.CompletedTask
        : _store.WriteAsync(
            session => new QuarantineRows(_store, session, Now).SetStateAsync([.. ids.Select(i => i.ToString())], state, dropReason, at, detail), cancellationToken);
}
