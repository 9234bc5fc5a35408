using System.Text.Json;
using System.Text.Json.Nodes;
using Newswire.Contracts;

namespace Newswire.Archiver.Replay;

/// <summary>Field-level difference of two records, by JSON path. Members that differ by nature (arrival, place in the chain) can be left out.</summary>
public static class RecordDiff
{
    /// <summary>What the archive adds, and what depends on when or where the dispatch came in rather than on reader and model.</summary>
    public static readonly IReadOnlySet<string> ByNature = new HashSet<string>(StringComparer.Ordinal)
    {
        "received", "version.ordinal", "version.isLatest", "translations", "locked",
    };

    public static IReadOnlyList<FieldDifference> Compare(NewsRecord before, NewsRecord after, IReadOnlySet<string> leaveOut)
        => Compare(
            JsonSerializer.SerializeToNode(before, NewswireJson.Wire.NewsRecord),
            JsonSerializer.SerializeToNode(after, NewswireJson.Wire.NewsRecord),
            leaveOut);

    public static IReadOnlyList<FieldDifference> Compare(JsonNode? before, JsonNode? after, IReadOnlySet<string> leaveOut)
    {
        var differences = new List<FieldDifference>();
        Walk("", before, after, leaveOut, differences);
        return differences;
    }

    private static void Walk(string path, JsonNode? before, JsonNode? after, IReadOnlySet<string> leaveOut, List<FieldDifference> differences)
    {
        if (leaveOut.Contains(path) || JsonNode.DeepEquals(before, after))
            return;

        switch (before, after)
        {
            case (JsonObject a, JsonObject b):
                foreach (var name in a.Select(m => m.Key).Union(b.Select(m => m.Key), StringComparer.Ordinal))
                    Walk(path.Length == 0 ? name : $"{path}.{name}", a[name], b[name], leaveOut, differences);
                break;
            case (JsonArray a, JsonArray b) when a.Count == b.Count:
                for (var i = 0; i < a.Count; i++)
                    Walk($"{path}[{i}]", a[i], b[i], leaveOut, differences);
                break;
            default:
                differences.Add(new FieldDifference(path, before?.ToJsonString(Readable), after?.ToJsonString(Readable)));
                break;
        }
    }

    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}

/// <summary>One field as JSON before and after; null where it is absent.</summary>
public sealed record FieldDifference(string Path, string? Before, string? After);
