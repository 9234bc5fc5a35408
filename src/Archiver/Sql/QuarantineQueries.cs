using System.Text.Json;
using Newswire.Contracts;

namespace Newswire.Archiver.Sql;

/// <summary>Reads the quarantine, newest failure first.</summary>
internal static class QuarantineQueries
{
    public static async Task<List<QuarantineEntry>> ReadAsync(SqlSession session, QuarantineQuery query)
    {
        var conditions = new List<string>();
        if (query.Ids is not null)
            conditions.Add("q.quarantine_id IN @ids");
        if (!query.IncludeClosed)
            conditions.Add("q.state IN ('open', 'retried')");
        if (query.Source is not null)
            conditions.Add("q.source = @source");
        if (query.Stage is not null)
            conditions.Add("q.stage = @stage");
        if (query.Code is not null)
            conditions.Add("q.code = @code");
        if (query.From is not null)
            conditions.Add("q.last_at >= @from");
        if (query.To is not null)
            conditions.Add("q.last_at < @to");
        var where = conditions.Count == 0 ? string.Empty : "WHERE " + string.Join(" AND ", conditions);
        var rows = await session.QueryAsync<Row>(
            $"""
            SELECT q.failure, q.state, q.attempts, q.first_at, q.last_at, q.drop_reason, d.sha256, d.bytes
            FROM quarantine q LEFT JOIN dispatch d ON d.dispatch_id = q.dispatch_id {where}
            ORDER BY q.last_at DESC, q.quarantine_id LIMIT @limit
            """,
            new
            {
                ids = session.List(query.Ids?.Select(i => i.ToString()) ?? []),
                source = DbText.Clean(query.Source),
                stage = DbText.Clean(query.Stage),
                code = DbText.Clean(query.Code),
                from = Instant.Text(query.From),
                to = Instant.Text(query.To),
                limit = query.Limit ?? int.MaxValue,
            });
        return [.. rows.Select(r => new QuarantineEntry
        {
            Failure = JsonSerializer.Deserialize(r.Failure, NewswireJson.Wire.DispatchQuarantined)!,
            State = r.State,
            Attempts = r.Attempts,
            FirstAt = Instant.Parse(r.FirstAt),
            LastAt = Instant.Parse(r.LastAt),
            Sha256 = r.Sha256,
            Bytes = r.Bytes,
            DropReason = r.DropReason,
        })];
    }

    private sealed class Row
    {
        public required string Failure { get; set; }

        public required string State { get; set; }

        public int Attempts { get; set; }

        public required string FirstAt { get; set; }

        public required string LastAt { get; set; }

        public string? DropReason { get; set; }

        public string? Sha256 { get; set; }

        public long? Bytes { get; set; }
    }
}
