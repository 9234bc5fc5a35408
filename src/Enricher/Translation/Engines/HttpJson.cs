using System.Text.Json.Nodes;

namespace Newswire.Enricher.Translations.Engines;

/// <summary>Reads answers that may be of any shape: what is not as expected is null, never an exception.</summary>
internal static class HttpJson
{
    /// <summary>The member at the end of a path of names.</summary>
    public static JsonNode? At(JsonNode? node, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
            node = node is JsonObject member ? Member(member, name) : null;
        return node;
    }

    public static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    public static int? Number(JsonNode? node) => node is JsonValue value && value.TryGetValue<int>(out var number) ? number : null;

    public static bool IsTrue(JsonNode? node) => node is JsonValue value && value.TryGetValue<bool>(out var truth) && truth;

    public static IEnumerable<JsonNode?> Elements(JsonNode? node) => node as JsonArray ?? [];

    /// <summary>An array of strings, or one string as an array of one; null for anything else.</summary>
    public static IReadOnlyList<string>? Strings(JsonNode? node)
    {
        if (Text(node) is { } single)
            return [single];
        if (node is not JsonArray array)
            return null;
        var texts = array.Select(Text).OfType<string>().ToList();
        return texts.Count == array.Count ? texts : null;
    }

    private static JsonNode? Member(JsonObject node, string name)
    {
        try
        {
            return node[name];
        }
        catch (ArgumentException)
        {
            return null; // the same name twice: found out only when read
        }
    }
}
