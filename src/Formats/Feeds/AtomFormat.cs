using System.Text;
using Newswire.Contracts;
using Newswire.Formats.Markup;
using Newswire.Formats.Xml;

namespace Newswire.Formats.Feeds;

/// <summary>Atom 1.0 (RFC 4287) and 0.3, with deleted entries (RFC 6721), which are kills.</summary>
public sealed class AtomFormat : IDispatchFormat
{
    private const string Atom10 = "http://www.w3.org/2005/Atom";
    private const string Atom03 = "http://purl.org/atom/ns#";

    public string Name => "atom";

    public FormatMatch? Match(DispatchHead head)
    {
        if (head.Root is not { Name: "feed" or "entry" } root) return null;
        var old = root.Namespace == Atom03 || root.Attribute("version") is "0.3";
        if (root.Name == "entry" && root.Namespace is not (Atom10 or Atom03)) return null;
        var known = root.Namespace is Atom10 or Atom03;
        if (root.Preceded && !known) return null;
        return new FormatMatch(root.Preceded ? 0.7 : known ? 0.97 : 0.8, $"root {root.Name}" + (known ? " in the Atom namespace" : ""), old ? "atom03" : "atom10");
    }

    public IEnumerable<ItemReading> Read(DispatchText dispatch, ReadContext context)
    {
        var reading = XmlTree.Read(dispatch, context, dispatch.Head.Root!, IsItem);
        foreach (var element in reading.Items)
        {
            var item = element.Name == "deleted-entry" ? Deleted(element, context) : Entry(element, context);
            if (item is null)
            {
                yield return new Refusal(ReasonCodes.NoIdentity, "a deleted entry that names none");
                continue;
            }

            reading.Note(item);
            yield return item;
        }
    }

    private static bool IsItem(Element element) => element.Name is "entry" or "deleted-entry" && element.Parent?.Name is null or "feed";

    private static DispatchItem? Deleted(Element element, ReadContext context)
    {
        if (element.Attribute("ref") is not { } target) return null;
        var item = new DispatchItem { ProviderId = target, PubStatus = Statuses.Canceled, EdNote = ItemFields.PlainText(element.Child("comment")?.InnerText()) };
        item.VersionCreated = item.ReadDate(element.Attribute("when"), context, "when");
        return item;
    }

    private static DispatchItem Entry(Element entry, ReadContext context)
    {
        var feed = entry.Parent;
        var source = entry.Child("source");
        var item = new DispatchItem
        {
            ProviderId = entry.Child("id")?.Value(),
            Headline = Title(entry.Child("title")),
            Language = entry.Inherited("lang"),
            Byline = Names(entry) ?? (source is null ? null : Names(source)) ?? (feed is null ? null : Names(feed)),
            CopyrightNotice = ItemFields.PlainText((entry.Child("rights") ?? entry.Child("copyright"))?.InnerText()),
            BaseUri = Base(entry),
            SignsInWords = true,
        };
        item.VersionCreated = item.ReadDate((entry.Child("updated") ?? entry.Child("modified"))?.Value(), context, "updated");
        item.FirstCreated = item.ReadDate((entry.Child("published") ?? entry.Child("issued") ?? entry.Child("created"))?.Value(), context, "published");
        Links(entry, item);
        foreach (var category in entry.Children())
        {
            if (category.Name == "category" && (category.Attribute("label") ?? category.Attribute("term") ?? category.Value()) is { } word) item.Keywords.Add(word);
            if (category.Name == "subject" && category.Value() is { } subject) item.Keywords.Add(subject);
        }

        Text(entry, item, context);
        item.ProviderId ??= item.Link;
        item.IdentityBasis = [item.Headline, item.Body ?? item.BodyHtml];
        return item;
    }

    private static void Text(Element entry, DispatchItem item, ReadContext context)
    {
        var (content, summary) = (entry.Child("content"), entry.Child("summary"));
        var used = content is not null && content.Attribute("src") is null && SetBody(item, content);
        if (used) SetContext(item, content!);
        if (summary is null) return;
        if (used) item.Summary = Kind(summary) == "text" ? summary.Value() : ItemFields.PlainText(Markup(summary), context.Deadline);
        else if (SetBody(item, summary)) SetContext(item, summary);
    }

    /// <summary>Where links of the text start, and its language: the nearest that is stated, from the text outwards.</summary>
    private static void SetContext(DispatchItem item, Element text)
    {
        item.BaseUri = Base(text) ?? item.BaseUri;
        item.Language = text.Children().FirstOrDefault()?.Attribute("lang") ?? text.Inherited("lang");
    }

    /// <summary>text, html or xhtml, by the type of Atom 1.0 and the mode of 0.3; null for content that is no text.</summary>
    private static string? Kind(Element element)
    {
        var (type, mode) = (element.Attribute("type"), element.Attribute("mode"));
        if (mode == "base64") return "base64";
        if (element.HasElements || mode == "xml" && type is "application/xhtml+xml") return "xhtml";
        return type switch
        {
            null or "text" => "text",
            "text/plain" => mode == "escaped" ? "html" : "text",
            "html" or "xhtml" or "text/html" or "application/xhtml+xml" => "html",
            _ => type.StartsWith("text/", StringComparison.Ordinal) || type.Contains("xml", StringComparison.Ordinal) ? "html" : null,
        };
    }

    private static string Markup(Element element) => element.HasElements ? InnerHtml.Of(element) : element.InnerText();

    private static bool SetBody(DispatchItem item, Element element)
    {
        switch (Kind(element))
        {
            case "text":
                // Text that is declared as text and full of tags is HTML all the same.
                var text = element.InnerText();
                if (HtmlText.HasTag(text)) item.BodyHtml = text;
                else item.Body = text;
                return !string.IsNullOrWhiteSpace(text);
            case "html" or "xhtml":
                item.BodyHtml = Markup(element);
                return !string.IsNullOrWhiteSpace(item.BodyHtml);
            case "base64" when FromBase64(element.InnerText()) is { } decoded:
                item.BodyHtml = decoded;
                return true;
            default:
                return false;
        }
    }

    private static string? FromBase64(string value)
    {
        var bytes = new byte[value.Length];
        return Convert.TryFromBase64String(value.Trim(), bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : null;
    }

    private static string? Title(Element? title)
    {
        if (title is null) return null;
        var text = Kind(title) == "text" ? HtmlText.Fold(title.InnerText()) : ItemFields.Line(title.InnerText());
        return string.IsNullOrEmpty(text) ? null : text;
    }

    private static string? Names(Element element)
    {
        var names = string.Join(", ", element.Children("author").Select(a => a.Child("name")?.Value() ?? (a.HasElements ? null : a.Value())).OfType<string>().Take(20));
        return names.Length == 0 ? null : names;
    }

    private static void Links(Element entry, DispatchItem item)
    {
        foreach (var link in entry.Children("link").Take(50))
        {
            if (link.Attribute("href") is not { } href) continue;
            var rel = link.Attribute("rel") ?? "alternate";
            if (rel == "alternate") item.Link ??= Resolve(Base(link), href);
            else if (rel == "enclosure") item.Renditions.Add(new NinjsRendition { Name = "enclosure", Href = Resolve(Base(link), href), ContentType = link.Attribute("type") });
        }
    }

    /// <summary>xml:base of an element: each is relative to the one around it.</summary>
    private static string? Base(Element element)
    {
        var bases = new Stack<string>();
        for (var at = element; at is not null; at = at.Parent)
            if (at.Attribute("base") is { } value) bases.Push(value);
        string? result = null;
        foreach (var next in bases) result = result is null ? next : Resolve(result, next);
        return result;
    }

    private static string Resolve(string? baseUri, string reference) =>
        Uri.TryCreate(baseUri, UriKind.Absolute, out var start) && Uri.TryCreate(start, reference, out var absolute) ? absolute.AbsoluteUri : reference;
}
