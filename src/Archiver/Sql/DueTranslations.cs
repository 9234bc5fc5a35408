using Newswire.Contracts;

namespace Newswire.Archiver.Sql;

/// <summary>Finds translations to be tried again, and keeps other sweepers off them.</summary>
internal sealed class DueTranslations(SqlStore store, SqlSession session, DateTimeOffset now)
{
    private const int Most = 200;

    // The same conditions as TranslationSchedule.IsDue, where the index can use them.
    private const string Due = """
        (t.state IN ('pending', 'quota') AND t.next_attempt_at <= @now OR t.state = 'pending' AND t.next_attempt_at IS NULL AND t.changed_at <= @silent)
        """;

    public async Task<IReadOnlyList<DueTranslation>> ClaimAsync()
    {
        var at = Instant.Text(now);
        var rows = await session.QueryAsync<TranslationRow>(
            $"""
            SELECT t.dispatch_id, t.item_index, t.target, t.json, t.changed_at FROM translation t
            WHERE {Due} AND EXISTS (SELECT 1 FROM item i WHERE i.dispatch_id = t.dispatch_id AND i.item_index = t.item_index
                AND i.killed = 0 AND i.ordinal IS NOT NULL AND i.current_text_hash = t.content_hash)
            ORDER BY t.changed_at LIMIT {Most} {store.ForUpdateSkipLocked}
            """,
            new { now = at, silent = Instant.Text(now - TranslationSchedule.SilentAfter) });
        // Claimed: silent from now. If the command is lost, the next sweep after the silence finds it again.
        await session.ExecuteManyAsync(
            "UPDATE translation SET changed_at = $4, next_attempt_at = NULL, state = 'pending' WHERE dispatch_id = $1 AND item_index = $2 AND target = $3",
            [.. rows.Select(r => new object?[] { r.DispatchId, r.ItemIndex, r.Target, at })]);
        var dispatches = rows.Select(r => r.DispatchId).Distinct(StringComparer.Ordinal).ToList();
        var items = await session.QueryAsync<ItemRow>($"SELECT {ItemRow.Columns} FROM item i WHERE i.dispatch_id IN @dispatches", new { dispatches = session.List(dispatches) });
        var records = (await RecordRows.ReadAsync(session, [.. items.Where(i => i.StoryId is not null).Select(i => i.ItemId)]))
            .ToDictionary(r => (r.DispatchId.ToString(), r.ItemIndex));
        return [.. rows.Where(r => records.ContainsKey(r.Key)).Select(r => new DueTranslation(records[r.Key], r.Translation))];
    }
}
