using System.Text.Json;
using Newswire.Archiver.Versions;
using Newswire.Contracts;

namespace Newswire.Archiver.Sql;

/// <summary>
/// One transaction that merges a batch of items: lock, load the stories they belong to, place each item in turn, write what changed.
/// Used once.
/// </summary>
internal sealed class WriteBatch(SqlStore store, SqlSession session, DateTimeOffset now)
{
    private readonly Dictionary<(string, int), ItemRow> _rows = [];
    private readonly Dictionary<string, List<ItemRow>> _stories = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, int), StagedItem> _fresh = [];
    private readonly HashSet<ItemRow> _moved = [];
    private readonly HashSet<ItemRow> _killed = [];
    private readonly HashSet<(string, int)> _replaced = [];
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, int), NewsRecord> _before = [];
    private Dictionary<long, string> _json = [];
    private bool _earlier;

    public async Task<IReadOnlyList<ArchivedItem>> RunAsync(IReadOnlyList<StagedItem> staged)
    {
        await new BookWriter(session).EnterAsync(staged);
        await LoadAsync(staged);
        var changed = staged.Select(Merge).ToList();
        await AssignIdsAsync();
        var rows = new ItemRows(store, session);
        await rows.RemoveAsync(Surplus(staged));
        await rows.WriteAsync([.. _fresh.Select(f => (_rows[f.Key], f.Value, _known.Contains(f.Key.Item1), _before.GetValueOrDefault(f.Key)))]);
        await rows.MoveAsync([.. _moved.Where(r => !_fresh.ContainsKey(r.Key))]);
        var translations = new TranslationRows(store, session, now);
        _earlier = await translations.PlanAsync([.. _fresh.Select(f => (_rows[f.Key], f.Value.Message.Record.Translations ?? []))]);
        await translations.KillAsync([.. _killed]);
        await new QuarantineRows(store, session, now).ResolveAsync([.. staged.Select(s => (s.DispatchId, s.Message.ItemIndex))]);
        await EventRows.AddAsync(session, _fresh.Values.Where(f => _replaced.Contains((f.DispatchId, f.Message.ItemIndex))).Select(f => new EventRow(
            f.DispatchId, f.Message.ItemIndex, Instant.Text(now), "archive", "replayed", $"replay {f.Message.ReplayId}: the record has changed")));
        return await ResultsAsync(staged, changed);
    }

    /// <summary>Places an item that is stored already anew after something about it changed (an editor's release).</summary>
    public async Task<bool> ReplaceAsync(string dispatchId, int itemIndex, Action<ItemRow> change)
    {
        var story = await session.ScalarAsync<string>(
            "SELECT story_id FROM item WHERE dispatch_id = @dispatchId AND item_index = @itemIndex", new { dispatchId, itemIndex });
        if (story is null)
            return false;
        await LoadStoriesAsync([story], [dispatchId]);
        var row = _rows[(dispatchId, itemIndex)];
        change(row);
        Place(row.StoryId!);
        await new ItemRows(store, session).MoveAsync([.. _moved.Append(row).Distinct()]);
        return true;
    }

    private async Task LoadAsync(IReadOnlyList<StagedItem> staged)
    {
        var dispatches = staged.Select(s => s.DispatchId).Distinct(StringComparer.Ordinal).ToList();
        var earlier = await session.QueryAsync<string>(
            "SELECT DISTINCT story_id FROM item WHERE dispatch_id IN @dispatches AND story_id IS NOT NULL", new { dispatches = session.List(dispatches) });
        var stories = staged.Select(s => s.StoryId).Concat(earlier).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        await new ItemRows(store, session).NameAsync(staged);
        await LoadStoriesAsync(stories, dispatches);
        var known = staged.Select(s => _rows.GetValueOrDefault((s.DispatchId, s.Message.ItemIndex))).Where(r => r?.StoryId is not null).Select(r => r!.ItemId).ToList();
        if (known.Count > 0)
            _json = await RecordRows.JsonAsync(session, known);
    }

    private async Task LoadStoriesAsync(List<string> stories, List<string> dispatches)
    {
        // Whoever holds these rows is the only one to change the stories, until the end of the transaction.
        await session.QueryAsync<string>($"SELECT story_id FROM story WHERE story_id IN @stories ORDER BY story_id {store.ForUpdate}", new { stories = session.List(stories) });
        var rows = await session.QueryAsync<ItemRow>(
            $"SELECT {ItemRow.Columns} FROM item i WHERE i.story_id IN @stories OR i.dispatch_id IN @dispatches", new { stories = session.List(stories), dispatches = session.List(dispatches) });
        foreach (var row in rows)
        {
            _rows[row.Key] = row;
            _known.Add(row.DispatchId);
            if (row.StoryId is { } story)
                Story(story).Add(row);
        }
    }

    /// <summary>True when something changed by it.</summary>
    private bool Merge(StagedItem item)
    {
        var key = (item.DispatchId, item.Message.ItemIndex);
        var existing = _rows.GetValueOrDefault(key);
        if (existing?.StoryId is { } before)
        {
            var storedJson = _fresh.GetValueOrDefault(key)?.Json ?? _json[existing.ItemId];
            if (item.Message.ReplayId is null || item.Json == storedJson)
                return false;
            var stored = JsonSerializer.Deserialize(storedJson, NewswireJson.Wire.NewsRecord)!;
            item = item.WithLocked(stored, storedJson, store);
            if (item.Json == storedJson)
                return false;
            _replaced.Add(key);
            _before.TryAdd(key, stored);
            Story(before).Remove(existing);
            _moved.Remove(existing);
            if (before != item.StoryId)
                Place(before);
        }
        var row = item.Row(existing?.ItemId ?? 0, Instant.Text(now));
        if (existing is { StoryId: not null })
            Inherit(row, existing, sameStory: existing.StoryId == row.StoryId);
        _rows[key] = row;
        _fresh[key] = item;
        Story(item.StoryId).Add(row);
        Place(item.StoryId);
        return true;
    }

    /// <summary>A better reading of a dispatch does not forget what became of it, as long as it is the same story.</summary>
    private static void Inherit(ItemRow row, ItemRow existing, bool sameStory)
    {
        row.Released = existing.Released;
        if (!sameStory)
            return;
        row.Disposition = existing.Disposition;
        row.Ordinal = existing.Ordinal;
        row.IsLatest = existing.IsLatest;
        row.LiveFrom = existing.LiveFrom;
    }

    private void Place(string storyId)
    {
        var story = Story(storyId);
        if (story.Count == 0)
            return;
        var places = VersionMerge.Place([.. story.Select(r => r.Facts())], now);
        var latest = story[Array.FindIndex(places, p => p.IsLatest)];
        for (var i = 0; i < places.Length; i++)
        {
            if (places[i].Killed && story[i].Killed == 0)
                _killed.Add(story[i]);
            if (story[i].Take(places[i], latest.TextHash))
                _moved.Add(story[i]);
        }
    }

    /// <summary>Items that an earlier reading of a replayed dispatch found beyond the end of the present one. Takes them out of their stories.</summary>
    private List<ItemRow> Surplus(IReadOnlyList<StagedItem> staged)
    {
        var counts = staged.Where(s => s.Message.ReplayId is not null).GroupBy(s => s.DispatchId, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Last().Message.ItemCount, StringComparer.Ordinal);
        var surplus = counts.Count == 0 ? [] : _rows.Values.Where(r => counts.TryGetValue(r.DispatchId, out var count) && r.ItemIndex >= count).ToList();
        foreach (var row in surplus)
        {
            _rows.Remove(row.Key);
            _moved.Remove(row);
            if (row.StoryId is not { } story)
                continue;
            Story(story).Remove(row);
            Place(story);
        }
        return surplus;
    }

    private List<ItemRow> Story(string storyId)
    {
        if (!_stories.TryGetValue(storyId, out var story))
            _stories[storyId] = story = [];
        return story;
    }

    private async Task AssignIdsAsync()
    {
        var unnumbered = _fresh.Keys.Select(k => _rows[k]).Where(r => r.ItemId == 0).ToList();
        if (unnumbered.Count == 0)
            return;
        var ids = await store.NewItemIdsAsync(session, unnumbered.Count);
        for (var i = 0; i < unnumbered.Count; i++)
            unnumbered[i].ItemId = ids[i];
    }

    private async Task<IReadOnlyList<ArchivedItem>> ResultsAsync(IReadOnlyList<StagedItem> staged, List<bool> changed)
    {
        var rows = staged.Select(s => _rows[(s.DispatchId, s.Message.ItemIndex)]).ToList();
        // Of a new item whose translations nobody spoke of before, the plan is all there is.
        var read = rows.DistinctBy(r => r.ItemId).Where(r => _earlier || !_fresh.ContainsKey(r.Key) || _known.Contains(r.DispatchId)).ToList();
        var translations = await TranslationRows.ReadAsync(session, read);
        foreach (var row in rows.Except(read))
        {
            if (_fresh[row.Key].Message.Record.Translations is { Count: > 0 } plan)
                translations[row.Key] = TranslationRows.Shown(plan, row);
        }
        return [.. staged.Select((s, i) =>
        {
            var row = rows[i];
            var stored = _fresh.TryGetValue(row.Key, out var fresh)
                ? fresh.Record
                : JsonSerializer.Deserialize(_json[row.ItemId], NewswireJson.Wire.NewsRecord)!;
            return new ArchivedItem
            {
                DispatchId = s.Message.DispatchId,
                ItemIndex = s.Message.ItemIndex,
                Disposition = Dispositions.Parse(row.Disposition),
                Record = RecordRows.Complete(stored, row, translations.GetValueOrDefault(row.Key)),
                Changed = changed[i],
            };
        })];
    }
}
