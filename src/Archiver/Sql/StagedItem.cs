using System.Text.Json;
using System.Text.Json.Nodes;
using Newswire.Archiver.Search;
using Newswire.Archiver.Versions;
using Newswire.Contracts;

namespace Newswire.Archiver.Sql;

/// <summary>One item with everything worked out that needs no database, so that the transaction is short.</summary>
internal sealed class StagedItem
{
    /// <summary>More names of one story are of no use to anybody looking for it.</summary>
    private const int MaxNames = 20;

    private StagedItem(DispatchEnriched message, NewsRecord record, string json, string words)
    {
        Message = message;
        Record = record;
        Json = json;
        Words = words;
        StoryId = StoryIdentity.Of(record);
    }

    public DispatchEnriched Message { get; }

    /// <summary>As stored: without what the archive adds when it is read.</summary>
    public NewsRecord Record { get; }

    public string Json { get; }

    public string Words { get; }

    public string StoryId { get; }

    public string DispatchId { get; private init; } = string.Empty;

    public static StagedItem From(DispatchEnriched message, SqlStore store)
    {
        var record = message.Record with
        {
            DispatchId = message.DispatchId,
            ItemIndex = message.ItemIndex,
            Translations = null,
            Version = new RecordVersion { Label = message.Record.Version.Label },
        };
        return new StagedItem(message, record, ToJson(record), store.Words(SearchDocument.Words(record))) { DispatchId = message.DispatchId.ToString() };
    }

    /// <summary>The same with the fields an editor has locked taken from the stored record.</summary>
    public StagedItem WithLocked(NewsRecord stored, string storedJson, SqlStore store)
    {
        if (stored.Locked is not { Count: > 0 } locked)
            return this;
        var from = JsonNode.Parse(storedJson)!.AsObject();
        var into = JsonNode.Parse(Json)!.AsObject();
        foreach (var path in locked.Append("locked"))
            CopyPath(from, into, path.Split('.'));
        var merged = into.Deserialize(NewswireJson.Wire.NewsRecord)! with { Translations = Message.Record.Translations };
        return From(Message with { Record = merged }, store);
    }

    public ItemRow Row(long itemId, string writtenAt)
    {
        var item = Record.Item;
        var text = TranslationText.From(Record);
        return new ItemRow
        {
            ItemId = itemId,
            DispatchId = DispatchId,
            ItemIndex = Message.ItemIndex,
            Disposition = string.Empty,
            StoryId = StoryId,
            Source = DbText.Clean(Record.Source),
            Received = Instant.Text(Record.Received),
            WrittenAt = writtenAt,
            Label = DbText.Clean(Record.Version.Label ?? item.Version),
            Created = Record.Dates?.FirstSeen == true ? null : Instant.Text(item.VersionCreated ?? item.FirstCreated),
            ContentHash = Versions.ContentHash.Of(Record),
            Status = DbText.Clean(Record.Status),
            Signal = DbText.Clean(Record.Signal),
            EmbargoedUntil = Instant.Text(item.EmbargoedUntil),
            StatedHold = DbText.Clean(Record.HoldReason),
            Language = DbText.Clean(Record.Language?.Tag ?? item.Language),
            Headline = DbText.Clean(text.Headline, 1000),
            TextHash = text.ContentHash,
        };
    }

    /// <summary>What the story can be asked for by.</summary>
    public IEnumerable<string> Names()
        => new[] { Record.Uri, Record.Item.Uri }.Concat(Record.Item.AltIds?.Select(a => a.Value) ?? [])
            .Where(n => n.Length > 0).Distinct(StringComparer.Ordinal).Take(MaxNames);

    /// <summary>(key, type, name) of each named entity, by its key and by the name as printed.</summary>
    public static IEnumerable<(string Key, string Type, string Name)> Entities(NewsRecord record)
        => (record.Entities ?? [])
            .SelectMany(e => new[] { e.Key, e.Text }.Concat(e.AlsoKnownAs ?? []).Select(name => (Key: SearchText.Key(name), Type: DbText.Clean(e.Type, 100), Name: DbText.Clean(e.Text, 1000))))
            .Where(e => e.Key.Length > 0).DistinctBy(e => e.Key, StringComparer.Ordinal);

    private static string ToJson(NewsRecord record) => JsonSerializer.Serialize(record, NewswireJson.Wire.NewsRecord);

    private static void CopyPath(JsonObject from, JsonObject into, string[] path)
    {
        foreach (var step in path[..^1])
        {
            if (from[step] is not JsonObject inner)
                return;
            from = inner;
            if (into[step] is not JsonObject target)
                into[step] = target = [];
            into = target;
        }
        // A locked field may be locked as absent.
        if (from[path[^1]] is { } value)
            into[path[^1]] = value.DeepClone();
        else
            into.Remove(path[^1]);
    }
}
