using Newswire.Contracts;

namespace Newswire.Archiver.Sql;

/// <summary>Makes what an engine that is new or back may be able to translate due, a page a transaction: the sweeper sends it at its own pace.</summary>
internal sealed class OfferedTranslations(SqlStore store, SqlSession session, DateTimeOffset now)
{
    private const int Page = 500;

    /// <param name="ready">The engine.</param>
    /// <param name="begun">Start of the whole run; what it has changed itself is not seen again.</param>
    /// <param name="after">Last row of the page before.</param>
    /// <returns>How many are due now, and the last row seen; null at the end.</returns>
    public async Task<(int Offered, TranslationRow? Last)> NextAsync(TranslatorReady ready, DateTimeOffset begun, TranslationRow? after)
    {
        var rows = await session.QueryAsync<TranslationRow>(
            $"""
            SELECT {TranslationRows.Columns} FROM translation t
            WHERE t.state IN ('pending', 'unsupported-pair', 'failed') AND t.changed_at >= @since AND t.changed_at <= @begun
                AND (t.changed_at, t.dispatch_id, t.item_index, t.target) > (@changedAt, @dispatchId, @itemIndex, @target)
            ORDER BY t.changed_at, t.dispatch_id, t.item_index, t.target LIMIT {Page} {store.ForUpdate}
            """,
            new
            {
                since = Instant.Text(begun - TranslationSchedule.OfferedFor),
                begun = Instant.Text(begun),
                changedAt = after?.ChangedAt ?? string.Empty,
                dispatchId = after?.DispatchId ?? string.Empty,
                itemIndex = after?.ItemIndex ?? 0,
                target = after?.Target ?? string.Empty,
            });
        var offered = rows.Where(r => TranslationSchedule.IsOffered(r.Translation, ready)).ToList();
        await new TranslationRows(store, session, now).UpdateAsync(
            [.. offered.Select(r => (r.Key, r.Translation with { State = TranslationStates.Pending, NextAttemptAt = now }))]);
        return (offered.Count, rows.Count < Page ? null : rows[^1]);
    }
}
