using System.Text.Json;
using Newswire.Contracts;

namespace Newswire.Archiver.Sql;

/// <summary>Writes the quarantine: the one table of what could not be processed.</summary>
internal sealed class QuarantineRows(SqlStore store, SqlSession session, DateTimeOffset now)
{
    private const string Upsert = """
        INSERT INTO quarantine (quarantine_id, dispatch_id, item_index, source, stage, code, state, attempts, first_at, last_at, failure)
        VALUES ($1, $2, $3, $4, $5, $6, 'open', 1, $7, $7, $8)
        ON CONFLICT (quarantine_id) DO UPDATE SET code = excluded.code, state = 'open', attempts = quarantine.attempts + 1,
            last_at = excluded.last_at, failure = excluded.failure, drop_reason = NULL
        WHERE excluded.last_at > quarantine.last_at
        """;

    // The dispatch as a whole (-1) is closed only while nothing of it has been read.
    private const string CloseItem = """
        INSERT INTO item (item_id, dispatch_id, item_index, disposition, source, received, written_at)
        SELECT CAST($1 AS BIGINT), $2, CAST($3 AS INTEGER), 'quarantined', $4, $5, $6
        WHERE CAST($3 AS INTEGER) >= 0 OR NOT EXISTS (SELECT 1 FROM item WHERE dispatch_id = $2)
        ON CONFLICT (dispatch_id, item_index) DO NOTHING
        """;

    public async Task EnterAsync(IReadOnlyList<DispatchQuarantined> failures)
    {
        await new BookWriter(session).EnterAsync(failures);
        await CloseAsync([.. failures.Where(f => f.DispatchId is not null && Closes(f.Stage))]);
        await session.ExecuteManyAsync(Upsert, [.. failures.OrderBy(f => f.QuarantineId.ToString(), StringComparer.Ordinal).Select(f => new object?[]
        {
            f.QuarantineId.ToString(), f.DispatchId?.ToString(), f.ItemIndex, DbText.Clean(f.Source), DbText.Clean(f.Stage), DbText.Clean(f.Code),
            Instant.Text(f.At), JsonSerializer.Serialize(f, NewswireJson.Wire.DispatchQuarantined),
        })]);
        await EventRows.AddAsync(session, failures.Where(f => f.DispatchId is not null).Select(f =>
            new EventRow(f.DispatchId.ToString()!, f.ItemIndex, Instant.Text(f.At), f.Stage, "quarantined", $"{f.Code}: {f.Reason}")));
    }

    /// <summary>Items that got through: what they were in quarantine for is settled.</summary>
    public Task ResolveAsync(IReadOnlyCollection<(string DispatchId, int ItemIndex)> items)
    {
        var done = items.ToHashSet();
        return ResolveAsync(
            items.Select(i => i.DispatchId),
            waiting => Closes(waiting.Stage) && (waiting.ItemIndex is not { } index || done.Contains((waiting.DispatchId, index))));
    }

    /// <summary>As <see cref="ResolveAsync(IReadOnlyCollection{ValueTuple{string, int}})"/>, for stages beside the path of the item itself.</summary>
    public Task ResolveAsync(IEnumerable<string> dispatchIds, string stage) => ResolveAsync(dispatchIds, waiting => waiting.Stage == stage);

    public async Task SetStateAsync(IReadOnlyCollection<string> ids, string state, string? dropReason, DateTimeOffset at, string detail)
    {
        var open = await session.QueryAsync<Waiting>(
            $"SELECT quarantine_id, dispatch_id, item_index, stage FROM quarantine WHERE quarantine_id IN @ids AND state IN ('open', 'retried') ORDER BY quarantine_id {store.ForUpdate}",
            new { ids = session.List(ids) });
        await session.ExecuteManyAsync(
            "UPDATE quarantine SET state = $2, drop_reason = $3 WHERE quarantine_id = $1",
            [.. open.Select(o => new object?[] { o.QuarantineId, state, DbText.Clean(dropReason) })]);
        await EventRows.AddAsync(session, open.Where(o => o.DispatchId.Length > 0).Select(o =>
            new EventRow(o.DispatchId, o.ItemIndex, Instant.Text(at), o.Stage, state, detail)));
    }

    /// <summary>Stages without which there is no record. The others work beside it: the item goes its way.</summary>
    private static bool Closes(string stage) => stage is not ("keep-raw" or "translate");

    private async Task ResolveAsync(IEnumerable<string> dispatchIds, Func<Waiting, bool> settled)
    {
        var dispatches = dispatchIds.Distinct(StringComparer.Ordinal).ToList();
        var waiting = await session.QueryAsync<Waiting>(
            "SELECT quarantine_id, dispatch_id, item_index, stage FROM quarantine WHERE dispatch_id IN @dispatches AND state IN ('open', 'retried')",
            new { dispatches = session.List(dispatches) });
        var ids = waiting.Where(settled).Select(w => w.QuarantineId).ToList();
        if (ids.Count > 0)
            await SetStateAsync(ids, "resolved", dropReason: null, now, "processed after all");
    }

    private async Task CloseAsync(IReadOnlyList<DispatchQuarantined> failures)
    {
        if (failures.Count == 0)
            return;
        await session.ExecuteManyAsync(
            "DELETE FROM item WHERE dispatch_id = $1 AND item_index = -1",
            [.. failures.Where(f => f.ItemIndex is not null).Select(f => new object?[] { f.DispatchId.ToString() })]);
        var ids = await store.NewItemIdsAsync(session, failures.Count);
        await session.ExecuteManyAsync(CloseItem, [.. failures.Select((f, i) => new object?[]
        {
            ids[i], f.DispatchId.ToString(), f.ItemIndex ?? -1, DbText.Clean(f.Source), Instant.Text(f.At), Instant.Text(now),
        })]);
    }

    private sealed class Waiting
    {
        public required string QuarantineId { get; set; }

        public string DispatchId { get; set; } = string.Empty;

        public int? ItemIndex { get; set; }

        public required string Stage { get; set; }
    }
}
