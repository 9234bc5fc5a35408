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

    /// <summary>All items of the dispatch (alias d) have a row.</summary>
    private const string Complete = """
        d.item_count IS NOT NULL AND (SELECT COUNT(*) FROM item c WHERE c.dispatch_id = d.dispatch_id AND c.item_index >= 0) >= d.item_count
        """;

    // The dispatch as a whole (-1) is closed while items of it are missing: what failed half way must not stay in flight for ever.
    private const string CloseItem = $"""
        INSERT INTO item (item_id, dispatch_id, item_index, disposition, source, received, written_at)
        SELECT CAST($1 AS BIGINT), $2, CAST($3 AS INTEGER), 'quarantined', $4, $5, $6
        WHERE CAST($3 AS INTEGER) >= 0 OR NOT EXISTS (SELECT 1 FROM dispatch d WHERE d.dispatch_id = $2 AND {Complete})
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
    public async Task ResolveAsync(IReadOnlyCollection<(string DispatchId, int ItemIndex)> items)
    {
        var waiting = await WaitingAsync(items.Select(i => i.DispatchId));
        if (waiting.Count == 0)
            return;
        var done = items.ToHashSet();
        // A dispatch refused as a whole got through when all of it did: a straggler from before the failure settles nothing.
        var complete = await ReopenAsync(waiting.Where(w => w.ItemIndex is null).Select(w => w.DispatchId));
        await ResolveAsync(waiting.Where(w => Closes(w.Stage) && (w.ItemIndex is { } index ? done.Contains((w.DispatchId, index)) : complete.Contains(w.DispatchId))));
    }

    /// <summary>As <see cref="ResolveAsync(IReadOnlyCollection{ValueTuple{string, int}})"/>, for stages beside the path of the item itself.</summary>
    public async Task ResolveAsync(IEnumerable<string> dispatchIds, string stage)
        => await ResolveAsync((await WaitingAsync(dispatchIds)).Where(w => w.Stage == stage));

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

    private Task<List<Waiting>> WaitingAsync(IEnumerable<string> dispatchIds) => session.QueryAsync<Waiting>(
        "SELECT quarantine_id, dispatch_id, item_index, stage FROM quarantine WHERE dispatch_id IN @dispatches AND state IN ('open', 'retried')",
        new { dispatches = session.List(dispatchIds.Distinct(StringComparer.Ordinal)) });

    /// <summary>Takes the row of the dispatch as a whole from those that are complete; says which these are.</summary>
    private async Task<HashSet<string>> ReopenAsync(IEnumerable<string> dispatchIds)
    {
        var dispatches = dispatchIds.ToHashSet(StringComparer.Ordinal);
        if (dispatches.Count == 0)
            return [];
        var complete = await session.QueryAsync<string>(
            $"SELECT d.dispatch_id FROM dispatch d WHERE d.dispatch_id IN @dispatches AND {Complete}", new { dispatches = session.List(dispatches) });
        await session.ExecuteManyAsync("DELETE FROM item WHERE dispatch_id = $1 AND item_index = -1", [.. complete.Select(c => new object?[] { c })]);
        return complete.ToHashSet(StringComparer.Ordinal);
    }

    private async Task ResolveAsync(IEnumerable<Waiting> settled)
    {
        var ids = settled.Select(w => w.QuarantineId).ToList();
        if (ids.Count > 0)
            await SetStateAsync(ids, "resolved", dropReason: null, now, "processed after all");
    }

    private async Task CloseAsync(IReadOnlyList<DispatchQuarantined> failures)
    {
        if (failures.Count == 0)
            return;
        var ids = await store.NewItemIdsAsync(session, failures.Count);
        await session.ExecuteManyAsync(CloseItem, [.. failures.Select((f, i) => new object?[]
        {
            ids[i], f.DispatchId.ToString(), f.ItemIndex ?? -1, DbText.Clean(f.Source), Instant.Text(f.At), Instant.Text(now),
        })]);
        await ReopenAsync(failures.Where(f => f.ItemIndex is not null).Select(f => f.DispatchId.ToString()!));
    }

    private sealed class Waiting
    {
        public required string QuarantineId { get; set; }

        public string DispatchId { get; set; } = string.Empty;

        public int? ItemIndex { get; set; }

        public required string Stage { get; set; }
    }
}
