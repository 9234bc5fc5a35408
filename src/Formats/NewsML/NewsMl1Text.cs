using System.Net;
using System.Text;
using Newswire.Formats.Markup;
using Newswire.Formats.Xml;

namespace Newswire.Formats.NewsML;

/// <summary>The text of a component, with the lead and the abstract that stand beside it.</summary>
internal static class NewsMl1Text
{
    // Longer than a machine's wrap: then every line is a paragraph.
    private const int WidestWrap = 100;

    public static void ReadStory(DispatchItem item, Element component, ReadContext context)
    {
        ReadText(item, component, context);
        if (NewsComponents.HasRole(component, "Body") && NewsComponents.Part(component.Parent, "Lead") is { } lead) PutBefore(item, lead, context);
        if (NewsComponents.Part(component.Parent, "Abstract") is { } summary && !ReferenceEquals(summary, component))
            item.Summary ??= PlainBody(TextOf(summary, context), context)?.Trim();
    }

    /// <summary>The lead is the first paragraph of the story, unless the body repeats it.</summary>
    private static void PutBefore(DispatchItem item, Element lead, ReadContext context)
    {
        var first = TextOf(lead, context);
        if (PlainBody(first, context)?.Trim() is not { Length: > 0 } text) return;
        item.Summary ??= text;
        var rest = PlainBody(item, context)?.TrimStart() ?? "";
        if (rest.StartsWith(text, StringComparison.Ordinal)) return;
        if (item.BodyHtml is { } html) item.BodyHtml = (first.BodyHtml ?? $"<p>{WebUtility.HtmlEncode(text)}</p>") + html;
        else item.Body = text + "\n\n" + rest;
    }

    private static DispatchItem TextOf(Element component, ReadContext context)
    {
        var text = new DispatchItem();
        ReadText(text, component, context);
        return text;
    }

    private static string? PlainBody(DispatchItem item, ReadContext context) => item.Body ?? ItemFields.PlainText(item.BodyHtml, context.Deadline);

    /// <summary>The first of its contents that holds any.</summary>
    private static void ReadText(DispatchItem item, Element component, ReadContext context)
    {
        foreach (var content in component.Children("ContentItem"))
        {
            if (item.Body is not null || item.BodyHtml is not null) return;
            if (content.Child("DataContent") is { } data) ReadContent(item, data, content, context);
        }
    }

    /// <summary>NITF, XHTML, escaped text or base64: the content itself decides.</summary>
    private static void ReadContent(DispatchItem item, Element data, Element content, ReadContext context)
    {
        if (content.Child("Encoding")?.Attribute("Notation") is { } notation && notation.Contains("base64", StringComparison.OrdinalIgnoreCase))
        {
            var encoded = data.InnerText().Trim();
            var bytes = new byte[encoded.Length];
            if (!Convert.TryFromBase64String(encoded, bytes, out var length)) return;
            item.SetBody(Encoding.UTF8.GetString(bytes, 0, length));
            return;
        }

        if (data.Descendants("nitf").FirstOrDefault() is { } nitf)
        {
            new NitfItem(nitf, item, context).ReadText();
            return;
        }

        if (data.HasElements)
        {
            var body = data.Descendants("body").FirstOrDefault() ?? data;
            item.BodyHtml = TextMarkup.Of(body.Child("body.content") ?? body);
            return;
        }

        item.SetBody(LineParagraphs(data.InnerText()));
    }

    /// <summary>A text with a few words in bold is still lines: HTML would fold its paragraphs into one.</summary>
    private static string LineParagraphs(string text)
    {
        if (!HtmlText.HasTag(text) || HtmlText.HasParagraphs(text)) return text;
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        return Array.Exists(lines, line => line.Length > WidestWrap) || Array.Exists(lines[1..], line => line.StartsWith('\t'))
            ? string.Concat(lines.Where(line => !string.IsNullOrWhiteSpace(line)).Select(line => $"<p>{line.Trim()}</p>"))
            : text;
    }
}
