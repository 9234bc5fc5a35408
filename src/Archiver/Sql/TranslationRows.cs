using System.Text.Json;
using Newswire.Contracts;

namespace Newswire.Archiver.Sql;

/// <summary>
/// Translations, one a (dispatch, item, target). Which of two is kept, TranslationMerge decides. That a source text has been
/// replaced or killed is worked out when reading, too: a translation that comes late needs nobody to go over it again.
/// </summary>
internal sealed class TranslationRows(SqlStore store, SqlSession session, DateTimeOffset now)
{
    public const string Columns = "t.dispatch_id, t.item_index, t.target, t.json, t.changed_at, t.sends";

    /// <summary>What the enricher planned (or decided) for items just stored. True when some of their translations were there before.</summary>
    public async Task<bool> PlanAsync(IReadOnlyList<(ItemRow Row, IReadOnlyList<Translation> Plan)> items)
    {
        var planned = items.SelectMany(i => i.Plan.Select(t => new Incoming(i.Row.Key, t, i.Row))).ToList();
        return await MergeAsync(planned) < planned.Count;
    }

    /// <summary>Outcomes; their items may not be there yet.</summary>
    public async Task WriteAsync(IReadOnlyList<DispatchTranslated> outcomes)
    {
        var dispatches = outcomes.Select(o => o.DispatchId.ToString()).Distinct(StringComparer.Ordinal).ToList();
        var rows = (await session.QueryAsync<ItemRow>(
            $"SELECT {ItemRow.Columns} FROM item i WHERE i.dispatch_id IN @dispatches AND i.story_id IS NOT NULL", new { dispatches = session.List(dispatches) })).ToDictionary(r => r.Key);
        var incoming = outcomes.Select(o => (Key: (o.DispatchId.ToString(), o.ItemIndex), o.Translation))
            .Select(o => new Incoming(o.Key, o.Translation, rows.GetValueOrDefault(o.Key))).ToList();
        await MergeAsync(incoming);
        await EventRows.AddAsync(session, incoming.Where(i => i.Translation.State != TranslationStates.Pending).Select(Event));
    }

    /// <summary>Deletes the text of the translations of killed items.</summary>
    public async Task KillAsync(IReadOnlyList<ItemRow> killed)
    {
        if (killed.Count == 0)
            return;
        var keys = killed.Select(k => k.Key).ToHashSet();
        var stored = (await LockedAsync(keys)).Where(t => keys.Contains(t.Key));
        await UpdateAsync([.. stored.Select(t => (t.Key, TranslationMerge.Kill(t.Translation)))]);
    }

    /// <summary>Final states that no outcome brought: the timeline tells them, too.</summary>
    public async Task EndAsync(IReadOnlyList<((string DispatchId, int ItemIndex) Key, Translation Translation)> ended)
    {
        await UpdateAsync(ended);
        await EventRows.AddAsync(session, ended.Select(e => Event(new Incoming(e.Key, e.Translation with { Provenance = null }, null))));
    }

    public Task<int> UpdateAsync(IReadOnlyList<((string, int) Key, Translation Translation)> translations) => session.ExecuteManyAsync(
        """
        UPDATE translation SET content_hash = $4, state = $5, next_attempt_at = $6, changed_at = $7, json = $8, sends = 0
        WHERE dispatch_id = $1 AND item_index = $2 AND target = $3
        """,
        [.. translations.Select(t => Values(t.Key, t.Translation))]);

    public static string Json(Translation translation) => JsonSerializer.Serialize(translation, NewswireJson.Wire.Translation);

    /// <summary>Translations by item, as they are to be shown now.</summary>
    public static async Task<Dictionary<(string, int), IReadOnlyList<Translation>>> ReadAsync(SqlSession session, IReadOnlyList<ItemRow> items)
    {
        if (items.Count == 0)
            return [];
        var byKey = items.ToDictionary(i => i.Key);
        var dispatches = items.Select(i => i.DispatchId).Distinct(StringComparer.Ordinal).ToList();
        var rows = await session.QueryAsync<TranslationRow>(
            $"SELECT {Columns} FROM translation t WHERE t.dispatch_id IN @dispatches ORDER BY t.target", new { dispatches = session.List(dispatches) });
        return rows.Where(r => byKey.ContainsKey(r.Key)).GroupBy(r => r.Key)
            .ToDictionary(g => g.Key, IReadOnlyList<Translation> (g) => [.. g.Select(t => Shown(t.Translation, byKey[t.Key]))]);
    }

    /// <summary>Translations of an item as they are to be shown now, in the order in which they are read.</summary>
    public static IReadOnlyList<Translation> Shown(IReadOnlyList<Translation> translations, ItemRow item)
        => [.. translations.OrderBy(t => t.Target, StringComparer.Ordinal).Select(t => Shown(t, item))];

    private static Translation Shown(Translation translation, ItemRow item)
        => item.Killed != 0 ? TranslationMerge.Kill(translation)
            : item.CurrentTextHash is { } current && current != translation.SourceRef.ContentHash ? TranslationMerge.Outdate(translation)
            : translation;

    /// <summary>How many were new.</summary>
    private async Task<int> MergeAsync(List<Incoming> incoming)
    {
        if (incoming.Count == 0)
            return 0;
        var firsts = incoming.DistinctBy(i => (i.Key, i.Translation.Target)).OrderBy(i => i.Key.DispatchId, StringComparer.Ordinal)
            .ThenBy(i => i.Key.ItemIndex).ThenBy(i => i.Translation.Target, StringComparer.Ordinal);
        // A row for each comes first, so that two writers meet at it; then what is stored decides.
        var inserted = await session.ExecuteManyAsync(
            """
            INSERT INTO translation (dispatch_id, item_index, target, content_hash, state, next_attempt_at, changed_at, json)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (dispatch_id, item_index, target) DO NOTHING
            """,
            [.. firsts.Select(i => Values(i.Key, Decide(null, i)))]);
        if (inserted == incoming.Count)
            return inserted;
        var stored = (await LockedAsync([.. incoming.Select(i => i.Key)])).ToDictionary(t => (t.Key, t.Target), t => t.Translation);
        var changed = new Dictionary<((string, int), string), Translation>();
        foreach (var one in incoming)
        {
            var place = (one.Key, DbText.Clean(one.Translation.Target));
            var before = changed.GetValueOrDefault(place) ?? stored[place];
            var after = Decide(before, one);
            if (Json(after) != Json(before))
                changed[place] = after;
        }
        await UpdateAsync([.. changed.Select(c => (c.Key.Item1, c.Value))]);
        return inserted;
    }

    private static Translation Decide(Translation? stored, Incoming incoming)
        => TranslationMerge.Decide(
            stored,
            incoming.Item is { Killed: not 0 } ? TranslationMerge.Kill(incoming.Translation) : incoming.Translation,
            incoming.Item?.CurrentTextHash);

    private async Task<List<TranslationRow>> LockedAsync(IReadOnlyCollection<(string DispatchId, int)> keys)
    {
        var dispatches = keys.Select(k => k.DispatchId).Distinct(StringComparer.Ordinal).ToList();
        return await session.QueryAsync<TranslationRow>(
            $"SELECT {Columns} FROM translation t WHERE t.dispatch_id IN @dispatches ORDER BY t.dispatch_id, t.item_index, t.target {store.ForUpdate}",
            new { dispatches = session.List(dispatches) });
    }

    private object?[] Values((string DispatchId, int ItemIndex) key, Translation t) =>
    [
        key.DispatchId, key.ItemIndex, DbText.Clean(t.Target), DbText.Clean(t.SourceRef.ContentHash), DbText.Clean(t.State), Instant.Text(t.NextAttemptAt),
        Instant.Text(now), Json(t),
    ];

    private EventRow Event(Incoming incoming)
    {
        var translation = incoming.Translation;
        var detail = $"{translation.Source} to {translation.Target}" + (translation.Provenance is { } by ? $" by {by.Engine}" : string.Empty)
            + (translation.Error is { } error ? $": {error.Message}" : string.Empty);
        return new EventRow(
            incoming.Key.DispatchId, incoming.Key.ItemIndex, Instant.Text(translation.Provenance?.CompletedAt ?? now), "translate", translation.State, detail);
    }

    private sealed record Incoming((string DispatchId, int ItemIndex) Key, Translation Translation, ItemRow? Item);
}
