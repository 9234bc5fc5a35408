using Newswire.Contracts;

namespace Newswire.Archiver.Sql;

/// <summary>Tells what happened to dispatches, from deliveries, items and events.</summary>
internal static class JourneyQueries
{
    /// <summary>What happens at one instant is told in the order of the path.</summary>
    private static readonly string[] Stages = ["collect", "keep-raw", "enrich", "archive", "translate"];

    public static async Task<IReadOnlyList<JourneyEvent>> ReadAsync(SqlSession session, IReadOnlyList<string> stories, string? dispatch, DateTimeOffset now)
    {
        var items = stories.Count == 0
            ? []
            : await session.QueryAsync<ItemRow>($"SELECT {ItemRow.Columns} FROM item i WHERE i.story_id IN @stories", new { stories = session.List(stories) });
        var dispatches = items.Select(i => i.DispatchId).Concat(dispatch is null ? [] : [dispatch]).Distinct(StringComparer.Ordinal).ToList();
        if (dispatches.Count == 0)
            return [];
        var told = await session.QueryAsync<Told>(
            """
            SELECT y.dispatch_id, -2 AS item_index, y.received AS at, 'collect' AS stage, 'received' AS what, y.file AS detail FROM delivery y WHERE y.dispatch_id IN @dispatches
            UNION ALL
            SELECT e.dispatch_id, COALESCE(e.item_index, -2) AS item_index, e.at, e.stage, e.what, e.detail FROM event e WHERE e.dispatch_id IN @dispatches
            """,
            new { dispatches = session.List(dispatches) });
        // Of a document with many items only those of this story belong to it.
        var own = items.Select(i => i.Key).ToHashSet();
        var events = told.Where(t => own.Count == 0 || t.ItemIndex < 0 || own.Contains((t.DispatchId, t.ItemIndex))).Select(t => t.Event()).ToList();
        var records = await RecordRows.ReadAsync(session, [.. items.Select(i => i.ItemId)]);
        foreach (var (item, record) in items.Join(records, i => i.Key, r => (r.DispatchId.ToString(), r.ItemIndex), (i, r) => (i, r)))
            events.AddRange(Written(item, record, now));
        return [.. events.OrderBy(e => e.At).ThenBy(e => Array.IndexOf(Stages, e.Stage))];
    }

    private static IEnumerable<JourneyEvent> Written(ItemRow item, NewsRecord record, DateTimeOffset now)
    {
        var at = Instant.Parse(item.WrittenAt);
        var dispatch = Guid.Parse(item.DispatchId);
        var read = $"{record.Reader.Format} {record.Reader.Version}, language {record.Language?.Tag ?? "unknown"}, {record.Entities?.Count ?? 0} names";
        yield return new JourneyEvent(at, "enrich", "enriched", dispatch, read);
        var version = item.Ordinal is { } ordinal ? $"version {ordinal}" + (item.Label is null ? string.Empty : $" ({item.Label})") : null;
        var detail = string.Join(", ", new[] { version, item.HoldReason, item.Killed != 0 ? "killed" : null }.Where(d => d is not null));
        var disposition = item.Disposition;
        if (disposition == "held" && Instant.ParseOptional(item.LiveFrom) is { } released && released <= now)
        {
            yield return new JourneyEvent(at, "archive", "held", dispatch, $"embargoed until {record.Item.EmbargoedUntil ?? released:yyyy-MM-dd'T'HH:mm:sszzz}");
            (at, disposition) = (released, "archived");
        }
        yield return new JourneyEvent(at, "archive", disposition, dispatch, detail.Length == 0 ? null : detail);
    }

    private sealed class Told
    {
        public required string DispatchId { get; set; }

        /// <summary>Negative: of the dispatch as a whole.</summary>
        public int ItemIndex { get; set; }

        public required string At { get; set; }

        public required string Stage { get; set; }

        public required string What { get; set; }

        public string? Detail { get; set; }

        public JourneyEvent Event() => new(Instant.Parse(At), Stage, What, Guid.Parse(DispatchId), Detail);
    }
}
