using Newswire.Formats.Markup;
using Newswire.Formats.Xml;

namespace Newswire.Formats.Feeds;

/// <summary>One entry of an Atom feed to an item. Elements of Atom count, not those of the same name in a module (media:title, itunes:author).</summary>
internal sealed class AtomEntry(Element entry, ReadContext context)
{
    private const string RelationPrefix = "http://www.iana.org/assignments/relation/";
    private const int MostLinks = 50;

    private readonly DispatchItem _item = new() { SignsInWords = true };
    private readonly Element? _feed = entry.Parent;
    private string? _home;

    public DispatchItem Map()
    {
        var media = new FeedMedia(_item);
        _home = FeedLinks.Home(_feed) ?? (Own(_feed, "id")?.Value() is { } id && FeedLinks.IsWeb(id) ? id : null);
        Links(media);
        foreach (var child in entry.Children())
        {
            if (FeedNamespaces.Module(child) == "media") media.Read(child);
            else if (child.Name == "category" && IsOwn(child) && (child.Attribute("label") ?? child.Attribute("term") ?? child.Value()) is { } word) _item.Keywords.Add(word);
            else if (child.Name == "subject" && child.Value() is { } subject) _item.Keywords.Add(subject);
        }

        _item.ProviderId = Own(entry, "id")?.Value();
        _item.Headline = AtomText.Line(Own(entry, "title")) ?? ItemFields.Line(media.Title);
        _item.CopyrightNotice = ItemFields.PlainText((Own(entry, "rights") ?? Own(entry, "copyright"))?.InnerText());
        _item.Byline = Names(entry) ?? FeedAuthors.Join(entry.Children("creator").Select(creator => FeedAuthors.NameOf(creator.Value()))) ?? Names(Own(entry, "source")) ?? Names(_feed);
        _item.Language = entry.Inherited("lang") ?? entry.Child("language")?.Value() ?? _feed?.Child("language")?.Value();
        _item.BaseUri = FeedLinks.Base(entry, _item.Link ?? _home);
        _item.VersionCreated = Date("updated", "modified");
        _item.FirstCreated = Date("published", "issued", "created") ?? (_item.VersionCreated is null ? Date("date") : null);
        Text(media);
        AgencyManagement.Read(entry, _item, context);
        _item.ProviderId ??= _item.Link;
        _item.IdentityBasis = [_item.Headline, _item.Body ?? _item.BodyHtml];
        FeedBoilerplate.Take(_item);
        return _item;
    }

    private void Text(FeedMedia media)
    {
        var summary = Own(entry, "summary");
        foreach (var content in entry.Children("content").Where(IsOwn))
        {
            if (content.Attribute("src") is not null || (summary is { IsBlank: false } && !HtmlText.HasWords(AtomText.Markup(content))) || !AtomText.SetBody(_item, content)) continue;
            SetContext(content);
            if (summary is not null) _item.Summary = AtomText.Plain(summary, context.Deadline);
            return;
        }

        if (summary is not null && AtomText.SetBody(_item, summary)) SetContext(summary);
        else _item.SetBody(media.Description);
    }

    /// <summary>Where links of the text start, and its language: the nearest that is stated, from the text outwards.</summary>
    private void SetContext(Element text)
    {
        _item.BaseUri = FeedLinks.Base(text, _item.Link ?? _home);
        _item.Language = text.Children().FirstOrDefault()?.Attribute("lang") ?? text.Inherited("lang") ?? _item.Language;
    }

    private NewsDate? Date(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            var element = name == "date" ? entry.Child(name) : Own(entry, name);
            if (_item.ReadDate(element?.Value(), context, name) is { } date) return date;
        }

        return null;
    }

    /// <summary>The page among the alternatives, where one is; a feed may offer the same story as data first.</summary>
    private void Links(FeedMedia media)
    {
        string? other = null;
        foreach (var link in entry.Children("link").Where(IsOwn).Take(MostLinks))
        {
            if ((link.Attribute("href") ?? link.Value()) is not { } href) continue;
            var address = FeedLinks.Resolve(FeedLinks.Base(link, _home), href);
            var type = link.Attribute("type");
            var relation = link.Attribute("rel") ?? "alternate";
            if (relation.StartsWith(RelationPrefix, StringComparison.OrdinalIgnoreCase)) relation = relation[RelationPrefix.Length..];
            if (relation.Equals("enclosure", StringComparison.OrdinalIgnoreCase)) media.Add("enclosure", address, type);
            if (!relation.Equals("alternate", StringComparison.OrdinalIgnoreCase)) continue;
            if (type is null || type.Contains("html", StringComparison.OrdinalIgnoreCase)) _item.Link ??= address;
            else other ??= address;
        }

        _item.Link ??= other;
    }

    private static string? Names(Element? element) =>
        element is null ? null : FeedAuthors.Join(element.Children("author").Where(IsOwn).Select(FeedAuthors.Of));

    private static Element? Own(Element? parent, string name) => parent?.Children(name).FirstOrDefault(IsOwn);

    private static bool IsOwn(Element child) => child.Namespace == child.Parent!.Namespace || FeedNamespaces.Module(child) is "" or "atom";
}
