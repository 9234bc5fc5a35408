using System.Text.Json;
using Newswire.Contracts;

namespace Newswire.Formats.Json;

/// <summary>Parses JSON documents within limits and reads values of any type as text without ever throwing.</summary>
internal static class JsonText
{
    /// <summary>A document, from its bytes where that spares decoding and encoding it.</summary>
    /// <inheritdoc cref="Parse(string, FormatLimits, List{RecordWarning})"/>
    public static JsonDocument Parse(DispatchText document, FormatLimits limits, List<RecordWarning> warnings)
    {
        var bytes = document.Bytes;
        if (!IsClosed(bytes.Span)) bytes = bytes.Trim("\0 \t\r\n"u8);
        var plain = document.IsUtf8 && IsClosed(bytes.Span) && !LoneSurrogates.MayBeIn(bytes.Span);
        if (!plain) return Parse(document.Text, limits, warnings);
        try
        {
            return JsonDocument.Parse(bytes, Options(limits));
        }
        catch (JsonException e)
        {
            return Leniently(bytes, limits, warnings) ?? throw Refusal(e, closed: true, limits);
        }
    }

    /// <param name="warnings">Gets a note of what was taken out.</param>
    /// <exception cref="UnreadableDispatchException">Not JSON, too deep, or cut off.</exception>
    public static JsonDocument Parse(string text, FormatLimits limits, List<RecordWarning> warnings)
    {
        text = LoneSurrogates.Remove(Trim(text), warnings);
        try
        {
            return JsonDocument.Parse(text, Options(limits));
        }
        catch (JsonException e)
        {
            return Leniently(System.Text.Encoding.UTF8.GetBytes(text), limits, warnings) ?? throw Refusal(e, text is [.., '}' or ']'], limits);
        }
    }

    /// <summary>With a comma after the last value and with comments, as people write JSON; null when that is not all that is wrong with it.</summary>
    private static JsonDocument? Leniently(ReadOnlyMemory<byte> json, FormatLimits limits, List<RecordWarning> warnings)
    {
        try
        {
            var document = JsonDocument.Parse(json, Options(limits) with { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            warnings.Add(new RecordWarning { Code = WarningCodes.MarkupRepaired, Detail = "JSON with comments, or with a comma after the last value" });
            return document;
        }
        catch (JsonException)
        {
            // The strict reader says what is wrong.
            return null;
        }
    }

    /// <summary>The text without what may stand around a document: blanks of any kind, and marks that are none.</summary>
    public static string Trim(string text) => text.Trim('\uFEFF', '\0', ' ', '\t', '\r', '\n', '\u00A0', '\u2028', '\u2029');

    private static bool IsClosed(ReadOnlySpan<byte> json) => json is [(byte)'{' or (byte)'[', .., (byte)'}' or (byte)']'];

    private static JsonDocumentOptions Options(FormatLimits limits) => new() { MaxDepth = limits.JsonDepth };

    private static UnreadableDispatchException Refusal(JsonException e, bool closed, FormatLimits limits)
    {
        if (e.Message.Contains("depth", StringComparison.OrdinalIgnoreCase))
            return new UnreadableDispatchException(ReasonCodes.Depth, $"values nested deeper than {limits.JsonDepth} (Formats:Limits:JsonDepth)");
        var cut = e.Message.Contains("Expected end", StringComparison.Ordinal) || e.Message.Contains("depth to be zero", StringComparison.Ordinal)
            || e.Message.Contains("end of data", StringComparison.Ordinal) || e.Message.Contains("end of string", StringComparison.Ordinal);
        return cut || !closed
            ? new UnreadableDispatchException(ReasonCodes.Truncated, "the JSON document is cut off")
            : new UnreadableDispatchException(ReasonCodes.NotJson, $"not JSON at line {e.LineNumber + 1}");
    }

    /// <summary>A property of an object; an undefined element when there is none.</summary>
    public static JsonElement Get(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;

    /// <summary>The same by a name in UTF-8, which is what the document has: for what is asked of many objects.</summary>
    public static JsonElement Get(this JsonElement element, ReadOnlySpan<byte> name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;

    /// <summary>The first of several spellings that is there.</summary>
    public static JsonElement Get(this JsonElement element, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (element.Get(name) is { ValueKind: not (JsonValueKind.Undefined or JsonValueKind.Null) } value) return value;
        return default;
    }

    /// <summary>A string, or the exact digits of a number; null for anything else or blank.</summary>
    public static string? AsText(this JsonElement element)
    {
        var text = element.ValueKind switch
        {
            JsonValueKind.String => element.GetString(),
            JsonValueKind.Number => element.GetRawText(),
            _ => null,
        };
        return string.IsNullOrWhiteSpace(text) ? null : text;
    }

    /// <summary>Elements of an array; a single value counts as an array of one.</summary>
    public static JsonItems AsList(this JsonElement element) => new(element);
}
