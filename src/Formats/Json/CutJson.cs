using System.Text;
using System.Text.Json;

namespace Newswire.Formats.Json;

/// <summary>Whole items of a JSON feed whose end is missing.</summary>
internal static class CutJson
{
    /// <summary>The document with its list closed after the last whole item of <paramref name="list"/>; null when there is no whole item.</summary>
    public static string? Close(string text, string list, int maxDepth)
    {
        // What is noted of them is noted when the closed document is parsed.
        text = LoneSurrogates.Remove(text, []);
        var bytes = Encoding.UTF8.GetBytes(text);
        var reader = new Utf8JsonReader(bytes, isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = maxDepth }));
        var inside = false;
        long whole = 0;
        try
        {
            while (reader.Read())
            {
                if (reader.CurrentDepth == 1 && reader.TokenType == JsonTokenType.PropertyName) inside = reader.ValueTextEquals(list);
                if (inside && reader.CurrentDepth == 2 && reader.TokenType == JsonTokenType.EndObject) whole = reader.BytesConsumed;
            }
        }
        catch (JsonException)
        {
            // Damaged rather than cut: what is whole before it still counts.
        }

        return whole == 0 ? null : Encoding.UTF8.GetString(bytes, 0, (int)whole) + "]}";
    }
}
