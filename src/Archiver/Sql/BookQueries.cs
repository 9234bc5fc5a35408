using Newswire.Contracts;

namespace Newswire.Archiver.Sql;

/// <summary>
/// Reads the books. Every number is counted from rows by its own condition, none is the rest of a subtraction: if the books balance, they
/// do so because nothing is missing.
/// </summary>
internal sealed class BookQueries(SqlSession session, DateTimeOffset now)
{
    private const int MostOpen = 100;

    /// <summary>One row a dispatch: its items by what they count as now. item_index -1 is the dispatch as a whole.</summary>
    private const string States = $"""
        SELECT d.dispatch_id, d.file, d.received, d.item_count, d.sha256,
            COUNT(CASE WHEN i.item_index >= 0 THEN 1 END) AS done,
            COUNT(CASE WHEN i.item_index < 0 THEN 1 END) AS whole,
            COUNT(CASE WHEN i.disposition = 'quarantined' THEN 1 END) AS quarantined,
            COUNT(CASE WHEN {Dispositions.Now} = 'held' THEN 1 END) AS held,
            COUNT(CASE WHEN {Dispositions.Now} = 'archived' THEN 1 END) AS archived,
            COUNT(CASE WHEN i.disposition = 'superseded' THEN 1 END) AS superseded
        FROM dispatch d LEFT JOIN item i ON i.dispatch_id = d.dispatch_id
        """;

    private const string Grouped = "GROUP BY d.dispatch_id, d.file, d.received, d.item_count, d.sha256";

    /// <summary>The first that applies; null while it is in flight.</summary>
    private const string Disposition = """
        CASE WHEN s.whole = 0 AND (s.item_count IS NULL OR s.done < s.item_count) THEN NULL
            WHEN s.quarantined > 0 THEN 'quarantined' WHEN s.held > 0 THEN 'held' WHEN s.archived > 0 THEN 'archived'
            WHEN s.superseded > 0 THEN 'superseded' ELSE 'duplicate' END
        """;

    private const string StateColumns = $"""
        s.dispatch_id, s.file, s.received, s.item_count, s.done, {Disposition} AS disposition,
        (SELECT COUNT(*) FROM delivery y WHERE y.dispatch_id = s.dispatch_id) AS deliveries,
        (SELECT COUNT(*) FROM raw r WHERE r.sha256 = s.sha256) AS raw_kept
        """;

    public async Task<IReadOnlyList<DispatchState>> StatesAsync(IReadOnlyCollection<Guid> dispatchIds)
    {
        var states = new List<DispatchState>();
        foreach (var ids in dispatchIds.Select(i => i.ToString()).Chunk(500))
        {
            states.AddRange((await session.QueryAsync<StateRow>(
                $"SELECT {StateColumns} FROM ({States} WHERE d.dispatch_id IN @ids {Grouped}) s ORDER BY s.received, s.dispatch_id",
                new { ids = session.List(ids), now = Instant.Text(now) })).Select(r => r.State()));
        }
        return states;
    }

    /// <summary>Filters by source and time of arrival; the rest of the query is about stories, not about the books.</summary>
    public async Task<Books> AuditAsync(ArchiveQuery query)
    {
        string?[] conditions =
        [
            query.Source is null ? null : "d.source = @source",
            query.From is null ? null : "d.received >= @from",
            query.To is null ? null : "d.received < @to",
        ];
        var where = "WHERE " + string.Join(" AND ", conditions.Where(c => c is not null).DefaultIfEmpty("1 = 1"));
        var parameters = new { source = DbText.Clean(query.Source), from = Instant.Text(query.From), to = Instant.Text(query.To), now = Instant.Text(now), MostOpen };
        var ends = (await session.QueryAsync<Count>(
            $"SELECT COALESCE(e.disposition, 'open') AS what, COUNT(*) AS many FROM (SELECT {Disposition} AS disposition FROM ({States} {where} {Grouped}) s) e GROUP BY e.disposition",
            parameters)).ToDictionary(c => c.What, c => c.Many, StringComparer.Ordinal);
        var items = await session.QueryAsync<Count>(
            $"SELECT {Dispositions.Now} AS what, COUNT(*) AS many FROM dispatch d JOIN item i ON i.dispatch_id = d.dispatch_id {where} AND i.item_index >= 0 GROUP BY 1",
            parameters);
        var furtherDeliveries = await session.ScalarAsync<long>(
            $"""
            SELECT COUNT(*) FROM dispatch d JOIN delivery y ON y.dispatch_id = d.dispatch_id {where}
                AND EXISTS (SELECT 1 FROM delivery e WHERE e.dispatch_id = y.dispatch_id AND e.delivery_no < y.delivery_no)
            """,
            parameters);
        return new Books
        {
            Received = await session.ScalarAsync<long>($"SELECT COUNT(*) FROM dispatch d JOIN delivery y ON y.dispatch_id = d.dispatch_id {where}", parameters),
            Archived = ends.GetValueOrDefault("archived"),
            Duplicate = ends.GetValueOrDefault("duplicate") + furtherDeliveries,
            Superseded = ends.GetValueOrDefault("superseded"),
            Held = ends.GetValueOrDefault("held"),
            Quarantined = ends.GetValueOrDefault("quarantined"),
            InFlight = ends.GetValueOrDefault("open"),
            WithoutRaw = await session.ScalarAsync<long>(WithoutRaw(where), parameters),
            Items = items.ToDictionary(c => Dispositions.Parse(c.What), c => c.Many),
            Open = [.. (await session.QueryAsync<StateRow>(
                $"SELECT {StateColumns} FROM ({States} {where} {Grouped}) s WHERE {Disposition} IS NULL ORDER BY s.received, s.dispatch_id LIMIT @MostOpen",
                parameters)).Select(r => r.State())],
        };
    }

    /// <summary>What the collector itself refused (too large to keep) never had bytes to keep.</summary>
    private static string WithoutRaw(string where) => $"""
        SELECT COUNT(*) FROM dispatch d LEFT JOIN raw r ON r.sha256 = d.sha256 {where} AND r.sha256 IS NULL
            AND EXISTS (SELECT 1 FROM item i WHERE i.dispatch_id = d.dispatch_id)
            AND NOT EXISTS (SELECT 1 FROM quarantine q WHERE q.dispatch_id = d.dispatch_id AND q.stage = 'collect')
        """;

    private sealed class Count
    {
        public required string What { get; set; }

        public long Many { get; set; }
    }

    private sealed class StateRow
    {
        public required string DispatchId { get; set; }

        public string? File { get; set; }

        public required string Received { get; set; }

        public int? ItemCount { get; set; }

        public int Done { get; set; }

        public string? Disposition { get; set; }

        public int Deliveries { get; set; }

        public int RawKept { get; set; }

        public DispatchState State() => new()
        {
            DispatchId = Guid.Parse(DispatchId),
            File = File,
            Received = Instant.Parse(Received),
            Deliveries = Deliveries,
            ItemCount = ItemCount,
            ItemsDone = Done,
            Disposition = Disposition is null ? null : Dispositions.Parse(Disposition),
            RawKept = RawKept > 0,
        };
    }
}
