using System.Text;
using Newswire.Formats.Markup;
using Newswire.Formats.Xml;

namespace Newswire.Formats.Feeds;

/// <summary>Text constructs and content of Atom, by the type of 1.0 and the mode of 0.3.</summary>
internal static class AtomText
{
    /// <summary>One line; null when nothing is left.</summary>
    public static string? Line(Element? element)
    {
        if (element is null) return null;
        var text = element.HasElements ? element.InnerText() : Markup(element);
        text = Kind(element) == "text" ? HtmlText.Fold(text) : ItemFields.Line(text);
        return string.IsNullOrEmpty(text) ? null : text;
    }

    public static string? Plain(Element element, CancellationToken deadline)
    {
        var text = Markup(element);
        if (Kind(element) != "text") return ItemFields.PlainText(text, deadline);
        text = text.Trim();
        return text.Length == 0 ? null : text;
    }

    /// <summary>HTML or text, as its type says.</summary>
    public static string Markup(Element element) =>
        element.HasElements ? InnerHtml.Of(element)
        : element.Attribute("mode") == "base64" && FromBase64(element.InnerText()) is { } decoded ? decoded
        : element.InnerText();

    /// <summary>False for content that is no text, or blank.</summary>
    public static bool SetBody(DispatchItem item, Element element)
    {
        if (Kind(element) is not { } kind) return false;
        var text = Markup(element);
        var hasTag = HtmlText.HasTag(text);
        // Text that is declared as text and full of tags is HTML all the same; HTML without any may be escaped twice.
        if (hasTag) item.BodyHtml = text;
        else if (kind == "text") item.Body = text;
        else item.SetBody(text);
        return !string.IsNullOrWhiteSpace(text);
    }

    /// <summary>text, html or xhtml; null for pictures, sounds and data.</summary>
    private static string? Kind(Element element)
    {
        var mode = element.Attribute("mode");
        var type = element.Attribute("type")?.ToLowerInvariant();
        var kind = type switch
        {
            null or "text" => "text",
            "text/plain" => mode == "escaped" ? "html" : "text",
            _ when type.StartsWith("image/", StringComparison.Ordinal) || type.StartsWith("audio/", StringComparison.Ordinal) || type.StartsWith("video/", StringComparison.Ordinal) => null,
            _ when type.StartsWith("text/", StringComparison.Ordinal) || type.Contains("xml", StringComparison.Ordinal) || type.Contains("html", StringComparison.Ordinal) => "html",
            // Neither a type of Atom nor a media type: whoever writes "escaped" or "markup" there means HTML.
            _ => element.HasElements || !type.Contains('/', StringComparison.Ordinal) ? "html" : null,
        };
        return kind is not null && (element.HasElements || mode == "xml" && type is "application/xhtml+xml") ? "xhtml" : kind;
    }

    private static string? FromBase64(string value)
    {
        var bytes = new byte[value.Length];
        return Convert.TryFromBase64String(value.Trim(), bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : null;
    }
}
