namespace Newswire.Archiver.Sql;

/// <summary>A line for the timeline that no other table tells.</summary>
internal sealed record EventRow(string DispatchId, int? ItemIndex, string At, string Stage, string What, string? Detail);

internal static class EventRows
{
    /// <summary>The same event told twice (a redelivery) is one.</summary>
    private const string Insert = """
        INSERT INTO event (dispatch_id, item_index, at, stage, what, detail)
        SELECT $1, CAST($2 AS INTEGER), $3, $4, $5, $6
        WHERE NOT EXISTS (SELECT 1 FROM event e WHERE e.dispatch_id = $1 AND e.at = $3 AND e.stage = $4 AND e.what = $5
            AND COALESCE(e.item_index, -1) = COALESCE(CAST($2 AS INTEGER), -1) AND COALESCE(e.detail, '') = COALESCE($6, ''))
        """;

    public static Task AddAsync(SqlSession session, IEnumerable<EventRow> events) => session.ExecuteManyAsync(
        Insert, [.. events.Select(e => new object?[] { e.DispatchId, e.ItemIndex, e.At, e.Stage, e.What, DbText.Clean(e.Detail, 2000) })]);
}
