using Newswire.Contracts;

namespace Newswire.Archiver.Sql;

/// <summary>
/// Finds translations to be tried again, keeps other sweepers off them, and ends those that nothing can be sent for: none stays pending for ever.
/// </summary>
internal sealed class DueTranslations(SqlStore store, SqlSession session, DateTimeOffset now)
{
    private const int Most = 200;

    // Its time has come, or it was never heard of. Without its item nothing can be sent: an outcome may come before its item, so it is given time.
    private const string Due = """
        t.state IN ('pending', 'quota') AND COALESCE(t.next_attempt_at, '') <= @now AND (t.changed_at <= @silent OR t.next_attempt_at IS NOT NULL
            AND EXISTS (SELECT 1 FROM item i WHERE i.dispatch_id = t.dispatch_id AND i.item_index = t.item_index AND i.story_id IS NOT NULL))
        """;

    private readonly TranslationRows _translations = new(store, session, now);

    public async Task<IReadOnlyList<DueTranslation>> ClaimAsync()
    {
        var rows = await session.QueryAsync<TranslationRow>(
            $"SELECT {TranslationRows.Columns} FROM translation t WHERE {Due} ORDER BY t.changed_at LIMIT {Most} {store.ForUpdateSkipLocked}",
            new { now = Instant.Text(now), silent = Instant.Text(now - TranslationSchedule.SilentAfter) });
        if (rows.Count == 0)
            return [];
        var dispatches = rows.Select(r => r.DispatchId).Distinct(StringComparer.Ordinal).ToList();
        var items = (await session.QueryAsync<ItemRow>(
            $"SELECT {ItemRow.Columns} FROM item i WHERE i.dispatch_id IN @dispatches AND i.story_id IS NOT NULL", new { dispatches = session.List(dispatches) }))
            .ToDictionary(i => i.Key);
        var records = (await RecordRows.ReadAsync(session, [.. items.Values.Select(i => i.ItemId)])).ToDictionary(r => (r.DispatchId.ToString(), r.ItemIndex));
        var due = new List<(TranslationRow Row, DueTranslation Due)>();
        var ended = new List<((string, int) Key, Translation Translation)>();
        var orphans = new List<TranslationRow>();
        foreach (var row in rows)
        {
            if (!items.TryGetValue(row.Key, out var item) || !records.TryGetValue(row.Key, out var record))
                orphans.Add(row);
            else if (End(row, item) is { } end)
                ended.Add((row.Key, end));
            else if (Again(row.Translation) is var again && TranslationSchedule.Command(record, again, now) is { } command)
                due.Add((row, new DueTranslation(record, again, command)));
            else
                ended.Add((row.Key, TranslationSchedule.WithoutCommand(record, row.Translation)));
        }
        await _translations.EndAsync(ended);
        await ForgetAsync(orphans);
        await ClaimAsync(due);
        return [.. due.Select(d => d.Due)];
    }

    private static Translation Again(Translation translation)
        => translation with { State = TranslationStates.Pending, NextAttemptAt = null, WithheldReason = null };

    private static Translation? End(TranslationRow row, ItemRow item)
        => item.Killed != 0 ? TranslationMerge.Kill(row.Translation)
            : item.CurrentTextHash is { } current && current != row.Translation.SourceRef.ContentHash ? TranslationMerge.Outdate(row.Translation)
            : row.Sends >= TranslationSchedule.MostSilentSends ? TranslationSchedule.Unanswered(row.Translation, row.Sends)
            : null;

    /// <summary>Should the item come after all, it brings its plan along.</summary>
    private Task<int> ForgetAsync(IReadOnlyList<TranslationRow> orphans) => session.ExecuteManyAsync(
        "DELETE FROM translation WHERE dispatch_id = $1 AND item_index = $2 AND target = $3", [.. orphans.Select(r => new object?[] { r.DispatchId, r.ItemIndex, r.Target })]);

    /// <summary>If the command or its answer is lost, the row is due again after a silence.</summary>
    private Task<int> ClaimAsync(IReadOnlyList<(TranslationRow Row, DueTranslation Due)> due) => session.ExecuteManyAsync(
        """
        UPDATE translation SET changed_at = $4, next_attempt_at = $5, state = 'pending', sends = $6, json = $7
        WHERE dispatch_id = $1 AND item_index = $2 AND target = $3
        """,
        [.. due.Select(d => new object?[]
        {
            d.Row.DispatchId, d.Row.ItemIndex, d.Row.Target, Instant.Text(now), Instant.Text(now + TranslationSchedule.SilenceAfter(d.Row.Sends + 1)), d.Row.Sends + 1,
            TranslationRows.Json(d.Due.Translation),
        })]);
}
