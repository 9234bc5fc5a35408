using Newswire.Contracts;

namespace Newswire.Archiver.Sql;

/// <summary>Writes items with their record, words, entities and names.</summary>
internal sealed class ItemRows(SqlStore store, SqlSession session)
{
    private const string InsertItem = """
        INSERT INTO item (item_id, dispatch_id, item_index, disposition, live_from, story_id, source, received, written_at, label, created, content_hash,
            status, signal, embargoed_until, stated_hold, released, ordinal, is_latest, reused, killed, hold_reason, language, headline, text_hash, current_text_hash)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26)
        """;

    private const string MoveItem = """
        UPDATE item SET disposition = $2, live_from = $3, released = $4, ordinal = $5, is_latest = $6, reused = $7, killed = $8, hold_reason = $9,
            current_text_hash = $10, status = $11
        WHERE item_id = $1
        """;

    /// <summary>Stories and the names they can be asked for by; also what a writer then locks.</summary>
    public async Task NameAsync(IReadOnlyList<StagedItem> items)
    {
        var stories = items.DistinctBy(i => i.StoryId, StringComparer.Ordinal).OrderBy(i => i.StoryId, StringComparer.Ordinal).ToList();
        await session.ExecuteManyAsync(
            "INSERT INTO story (story_id, family, uri) VALUES ($1, $2, $3) ON CONFLICT (story_id) DO NOTHING",
            [.. stories.Select(s => new object?[] { s.StoryId, DbText.Clean(s.Record.Family ?? s.Record.Source), DbText.Clean(s.Record.Uri) })]);
        var names = items.SelectMany(i => i.Names().Select(name => (Key: StoryIdentity.NameKey(name), i.StoryId, Name: DbText.Clean(name, 200))))
            .DistinctBy(n => (n.Key, n.StoryId)).OrderBy(n => n.Key, StringComparer.Ordinal).ThenBy(n => n.StoryId, StringComparer.Ordinal);
        await session.ExecuteManyAsync(
            "INSERT INTO story_name (name_key, story_id, name) VALUES ($1, $2, $3) ON CONFLICT (name_key, story_id) DO NOTHING",
            [.. names.Select(n => new object?[] { n.Key, n.StoryId, n.Name })]);
    }

    /// <param name="items">Each with whether anything of its dispatch is there already, and the record it replaces.</param>
    public async Task WriteAsync(IReadOnlyList<(ItemRow Row, StagedItem Item, bool Known, NewsRecord? Before)> items)
    {
        if (items.Count == 0)
            return;
        await session.ExecuteManyAsync(
            "DELETE FROM item WHERE dispatch_id = $1 AND item_index = $2",
            [.. items.Where(i => i.Known).Select(i => new object?[] { i.Row.DispatchId, i.Row.ItemIndex })]);
        await session.ExecuteManyAsync(InsertItem, [.. items.Select(i => Values(i.Row))]);
        var replaced = items.Where(i => i.Before is not null).Select(i => new object?[] { i.Row.ItemId }).ToList();
        await session.ExecuteManyAsync("DELETE FROM record WHERE item_id = $1", replaced);
        await session.ExecuteManyAsync(
            "DELETE FROM entity WHERE entity_key = $1 AND item_id = $2",
            [.. items.Where(i => i.Before is not null).SelectMany(i => StagedItem.Entities(i.Before!).Select(e => new object?[] { e.Key, i.Row.ItemId }))]);
        await session.ExecuteManyAsync(store.DeleteWords, replaced);
        await session.ExecuteManyAsync(
            "INSERT INTO record (item_id, json) VALUES ($1, $2)", [.. items.Select(i => new object?[] { i.Row.ItemId, i.Item.Json })]);
        await session.ExecuteManyAsync(store.InsertWords, [.. items.Select(i => new object?[] { i.Row.ItemId, i.Item.Words })]);
        await session.ExecuteManyAsync(
            "INSERT INTO entity (entity_key, item_id, type, name) VALUES ($1, $2, $3, $4)",
            [.. items.SelectMany(i => StagedItem.Entities(i.Item.Record).Select(e => new object?[] { e.Key, i.Row.ItemId, e.Type, e.Name }))]);
    }

    /// <summary>Items that are none after all, with everything that hangs on them. Rare: names are looked for without an index.</summary>
    public async Task RemoveAsync(IReadOnlyList<ItemRow> rows)
    {
        var ids = rows.Select(r => new object?[] { r.ItemId }).ToList();
        await session.ExecuteManyAsync("DELETE FROM item WHERE item_id = $1", ids);
        await session.ExecuteManyAsync("DELETE FROM record WHERE item_id = $1", ids);
        await session.ExecuteManyAsync("DELETE FROM entity WHERE item_id = $1", ids);
        await session.ExecuteManyAsync(store.DeleteWords, ids);
        await session.ExecuteManyAsync(
            "DELETE FROM translation WHERE dispatch_id = $1 AND item_index = $2", [.. rows.Select(r => new object?[] { r.DispatchId, r.ItemIndex })]);
    }

    public Task MoveAsync(IReadOnlyList<ItemRow> rows) => session.ExecuteManyAsync(MoveItem, [.. rows.OrderBy(r => r.ItemId).Select(r => new object?[]
    {
        r.ItemId, r.Disposition, r.LiveFrom, r.Released, r.Ordinal, r.IsLatest, r.Reused, r.Killed, r.HoldReason, r.CurrentTextHash, r.Standing,
    })]);

    private static object?[] Values(ItemRow r) =>
    [
        r.ItemId, r.DispatchId, r.ItemIndex, r.Disposition, r.LiveFrom, r.StoryId, r.Source, r.Received, r.WrittenAt, r.Label, r.Created, r.ContentHash,
        r.Standing, r.Signal, r.EmbargoedUntil, r.StatedHold, r.Released, r.Ordinal, r.IsLatest, r.Reused, r.Killed, r.HoldReason, r.Language, r.Headline,
        r.TextHash, r.CurrentTextHash,
    ];
}
