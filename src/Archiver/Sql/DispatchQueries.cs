using Dapper;

namespace Newswire.Archiver.Sql;

/// <summary>Stored dispatches in order of arrival, a page at a time: a replay of millions holds no transaction open.</summary>
internal sealed class DispatchQueries(SqlStore store, SqlSession session, DateTimeOffset now)
{
    public const int PageSize = 500;

    public async Task<List<StoredDispatch>> PageAsync(ArchiveQuery query, (DateTimeOffset Received, Guid Id)? after, int limit)
    {
        var items = ItemFilter.OfDispatch(query, store, now);
        if (items.FindsNothing)
            return [];
        var conditions = new List<string> { "d.sha256 IS NOT NULL" };
        var parameters = new DynamicParameters(items.Parameters);
        Add(conditions, parameters, "d.source = @source", "source", DbText.Clean(query.Source));
        Add(conditions, parameters, "d.dispatch_id = @dispatch", "dispatch", query.DispatchId?.ToString());
        Add(conditions, parameters, "d.received >= @from", "from", Instant.Text(query.From));
        Add(conditions, parameters, "d.received < @to", "to", Instant.Text(query.To));
        if (after is { } last)
        {
            conditions.Add("(d.received > @lastReceived OR d.received = @lastReceived AND d.dispatch_id > @lastId)");
            parameters.Add("lastReceived", Instant.Text(last.Received));
            parameters.Add("lastId", last.Id.ToString());
        }
        if (items.Where.Length > 0)
            conditions.Add($"d.dispatch_id IN (SELECT i.dispatch_id FROM item i {items.Where})");
        parameters.Add("limit", limit);
        var rows = await session.QueryAsync<Row>(
            $"""
            SELECT d.dispatch_id, d.source, d.file, d.received, d.media_type, d.charset, d.sha256, d.bytes FROM dispatch d
            WHERE {string.Join(" AND ", conditions)} ORDER BY d.received, d.dispatch_id LIMIT @limit
            """,
            parameters);
        return [.. rows.Select(r => r.Stored())];
    }

    /// <summary>Where a dispatch stands in the order.</summary>
    public async Task<(DateTimeOffset, Guid)?> PositionAsync(Guid dispatchId)
        => await session.ScalarAsync<string>("SELECT received FROM dispatch WHERE dispatch_id = @id", new { id = dispatchId.ToString() }) is { } received
            ? (Instant.Parse(received), dispatchId)
            : null;

    private static void Add(List<string> conditions, DynamicParameters parameters, string condition, string name, string? value)
    {
        if (value is null)
            return;
        conditions.Add(condition);
        parameters.Add(name, value);
    }

    private sealed class Row
    {
        public required string DispatchId { get; set; }

        public required string Source { get; set; }

        public string? File { get; set; }

        public required string Received { get; set; }

        public string? MediaType { get; set; }

        public string? Charset { get; set; }

        public required string Sha256 { get; set; }

        public long Bytes { get; set; }

        public StoredDispatch Stored() => new()
        {
            DispatchId = Guid.Parse(DispatchId),
            Source = Source,
            File = File,
            Received = Instant.Parse(Received),
            MediaType = MediaType,
            Charset = Charset,
            Sha256 = Sha256,
            Bytes = Bytes,
        };
    }
}
