using System.Text.Json;
using Newswire.Contracts;

namespace Newswire.Archiver.Sql;

/// <summary>Reads records back, completed by what the archive knows of them.</summary>
internal static class RecordRows
{
    public static async Task<Dictionary<long, string>> JsonAsync(SqlSession session, IReadOnlyList<long> ids)
        => (await session.QueryAsync<JsonRow>("SELECT item_id, json FROM record WHERE item_id IN @ids", new { ids = session.List(ids) })).ToDictionary(r => r.ItemId, r => r.Json);

    /// <summary>Records of items in the order given; quarantined items have none.</summary>
    public static async Task<List<NewsRecord>> ReadAsync(SqlSession session, IReadOnlyList<long> ids)
    {
        if (ids.Count == 0)
            return [];
        var rows = (await session.QueryAsync<ItemRow>($"SELECT {ItemRow.Columns} FROM item i WHERE i.item_id IN @ids", new { ids = session.List(ids) })).ToDictionary(r => r.ItemId);
        var json = await JsonAsync(session, ids);
        var translations = await TranslationRows.ReadAsync(session, [.. rows.Values]);
        var records = new List<NewsRecord>(ids.Count);
        foreach (var id in ids)
        {
            if (rows.TryGetValue(id, out var row) && json.TryGetValue(id, out var text))
                records.Add(Complete(JsonSerializer.Deserialize(text, NewswireJson.Wire.NewsRecord)!, row, translations.GetValueOrDefault(row.Key)));
        }
        return records;
    }

    public static NewsRecord Complete(NewsRecord stored, ItemRow row, IReadOnlyList<Translation>? translations) => stored with
    {
        Version = new RecordVersion { Label = stored.Version.Label, Ordinal = row.Ordinal, IsLatest = row.IsLatest != 0 },
        Status = row.Released != 0 ? row.Standing! : stored.Status,
        Item = row.Released != 0 ? stored.Item with { PubStatus = row.Standing } : stored.Item,
        HoldReason = row.Released != 0 ? null : row.HoldReason ?? stored.HoldReason,
        Translations = translations,
        Warnings = row.Reused == 0 || stored.Warnings?.Any(w => w.Code == "version-reused") == true
            ? stored.Warnings
            : [.. stored.Warnings ?? [], new RecordWarning { Code = "version-reused", Detail = "another text has the same version" }],
    };

    private sealed class JsonRow
    {
        public long ItemId { get; set; }

        public required string Json { get; set; }
    }
}
