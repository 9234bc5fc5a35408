using System.Text;
using Newswire.Contracts;
using Newswire.Formats.Markup;
using Newswire.Formats.Xml;

namespace Newswire.Formats.NewsML;

/// <summary>The text of a contentSet. What the content type says is unreliable: the element inside decides.</summary>
internal sealed class G2Content(DispatchItem item, ReadContext context)
{
    public void Read(Element? contentSet)
    {
        if (contentSet is null) return;
        foreach (var content in contentSet.Children())
        {
            switch (content.Name)
            {
                case "inlineXML" when item.Body is null && item.BodyHtml is null: InlineXml(content); break;
                case "inlineData" when item.Body is null && item.BodyHtml is null: InlineData(content); break;
                case "remoteContent" when content.Attribute("href") is { } href && item.Renditions.Count < 50:
                    // Named, never fetched.
                    item.Renditions.Add(new NinjsRendition { Name = QCode.Suffix(content, "rendition") ?? "remote", Href = href, ContentType = content.Attribute("contenttype") });
                    break;
                default: break;
            }
        }
    }

    private void InlineXml(Element content)
    {
        var root = content.Children().FirstOrDefault();
        if (root is null)
        {
            item.SetBody(content.InnerText());
            return;
        }

        if (root.Name == "nitf")
        {
            new NitfItem(root, item, context).ReadText();
            return;
        }

        // Results and calendars are for machines.
        if (root.Name is "sports-content" or "events") return;
        if (TtText.Is(root))
        {
            new TtText(root).Read(item);
            return;
        }

        var body = root.Name == "html" ? root.Child("body") ?? root : root.Name == "body" ? root : content;
        // The header of the page repeats headline, date and subjects.
        var html = TextMarkup.Of(body, without: e => e.Name is "header" && ReferenceEquals(e.Parent, body));
        if (!string.IsNullOrWhiteSpace(html)) item.BodyHtml = html;
    }

    private void InlineData(Element content)
    {
        var text = content.InnerText();
        var type = content.Attribute("contenttype") ?? "";
        if (content.Attribute("encoding")?.EndsWith("base64", StringComparison.OrdinalIgnoreCase) == true)
        {
            var bytes = new byte[text.Length];
            if (!Convert.TryFromBase64String(text.Trim(), bytes, out var length) || type.StartsWith("image", StringComparison.Ordinal)) return;
            text = Encoding.UTF8.GetString(bytes, 0, length);
        }

        if (content.HasElements) item.BodyHtml = TextMarkup.Of(content);
        else if (type.Contains("plain", StringComparison.OrdinalIgnoreCase) && WrappedLines.OfOneParagraph(text) is { } paragraphs) item.BodyHtml = paragraphs;
        else if (type.Contains("html", StringComparison.OrdinalIgnoreCase) || HtmlText.HasTag(text)) item.BodyHtml = text;
        else if (!string.IsNullOrWhiteSpace(text)) item.Body = text;
    }
}
