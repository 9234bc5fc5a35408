using Newswire.Contracts;
using Newswire.Formats.Markup;
using Newswire.Formats.Xml;

namespace Newswire.Formats.Feeds;

/// <summary>One item of an RSS feed of any version to an item: children sorted into their fields in one pass, then read together.</summary>
internal sealed class RssItem(Element element, Element? channel, ReadContext context)
{
    private const int MaxRenditions = 20;

    private readonly DispatchItem _item = new() { SignsInWords = true };
    private readonly List<string> _creators = [];
    private Element? _title, _guid, _link, _description, _encoded, _source;
    private string? _published, _date, _issued, _updated, _author, _publisher, _mediaCredit, _language, _alternate, _otherText, _otherTitle;

    public DispatchItem Map()
    {
        foreach (var child in element.Children()) Sort(child);
        Identify();
        Date();
        Text();
        _item.Byline = _creators.Count > 0 ? string.Join(", ", _creators) : NameOf(_author);
        _item.CreditLine = ItemFields.Line(_publisher ?? _source?.Value() ?? _mediaCredit);
        _item.Language = _language ?? element.Inherited("lang") ?? channel?.Child("language")?.Value();
        return _item;
    }

    private void Sort(Element child)
    {
        switch (FeedNamespaces.Module(child))
        {
            case "":
                SortCore(child);
                break;
            case "dc":
                SortDublinCore(child);
                break;
            case "content" when child.Name == "encoded":
                _encoded ??= child;
                break;
            case "xhtml" when child.Name is "body" or "div":
                _encoded ??= child;
                break;
            case "dcterms" when child.Name is "modified":
                _updated ??= child.Value();
                break;
            case "dcterms" when child.Name is "created" or "issued" or "available":
                _issued ??= child.Value();
                break;
            case "atom":
                SortAtom(child);
                break;
            case "media":
                SortMedia(child);
                break;
            case "itunes":
                SortITunes(child);
                break;
            default:
                break;
        }
    }

    private void SortCore(Element child)
    {
        switch (child.Name)
        {
            case "title": _title ??= child; break;
            case "guid": _guid ??= child; break;
            case "link": _link ??= child; break;
            case "description": _description ??= child; break;
            case "encoded" or "content" or "body" or "fulltext" or "full-text": _encoded ??= child; break;
            case "pubDate" or "pubdate": _published ??= child.Value(); break;
            case "date": _date ??= child.Value(); break;
            case "author": _author ??= child.Value(); break;
            case "source": _source ??= child; break;
            case "language": _language ??= child.Value(); break;
            case "category": Keyword(child.Value()); break;
            case "enclosure": Rendition("enclosure", child.Attribute("url"), child.Attribute("type")); break;
            default: break;
        }
    }

    private void SortDublinCore(Element child)
    {
        switch (child.Name)
        {
            case "creator" when ItemFields.Line(child.Value()) is { } name: _creators.Add(NameOf(name)!); break;
            case "date": _date ??= child.Value(); break;
            case "language": _language ??= child.Value(); break;
            case "publisher": _publisher ??= child.Value(); break;
            case "subject": Keyword(child.Value()); break;
            case "rights": _item.CopyrightNotice ??= ItemFields.PlainText(child.Value()); break;
            case "description": _otherText ??= child.InnerText(); break;
            case "title": _otherTitle ??= child.InnerText(); break;
            default: break;
        }
    }

    private void SortAtom(Element child)
    {
        switch (child.Name)
        {
            case "updated" or "modified": _updated ??= child.Value(); break;
            case "published": _issued ??= child.Value(); break;
            case "link" when child.Attribute("rel") is null or "alternate": _alternate ??= child.Attribute("href"); break;
            case "author": _author ??= child.Child("name")?.Value(); break;
            case "content": _encoded ??= child; break;
            case "summary": _otherText ??= child.InnerText(); break;
            default: break;
        }
    }

    private void SortMedia(Element child)
    {
        switch (child.Name)
        {
            case "credit": _mediaCredit ??= child.Value(); break;
            case "keywords": foreach (var word in (child.Value() ?? "").Split(',')) Keyword(word); break;
            case "description" or "text": _otherText ??= child.InnerText(); break;
            case "title": _otherTitle ??= child.InnerText(); break;
            case "thumbnail": Rendition("thumbnail", child.Attribute("url"), null); break;
            case "content":
                Rendition("media", child.Attribute("url"), child.Attribute("type"));
                foreach (var inner in child.Children()) if (inner.Name is "credit") SortMedia(inner);
                break;
            case "group":
                foreach (var inner in child.Children("content").Take(MaxRenditions)) SortMedia(inner);
                break;
            default: break;
        }
    }

    private void SortITunes(Element child)
    {
        switch (child.Name)
        {
            case "author": _author ??= child.Value(); break;
            case "summary": _otherText ??= child.InnerText(); break;
            case "title": _otherTitle ??= child.InnerText(); break;
            case "keywords": foreach (var word in (child.Value() ?? "").Split(',')) Keyword(word); break;
            default: break;
        }
    }

    private void Identify()
    {
        var guid = _guid?.Value();
        var link = _link?.Value() ?? _link?.Attribute("href") ?? _alternate;
        // A guid stands in for a missing link unless it says it is none.
        if (link is null && guid is not null && _guid!.Attribute("isPermaLink") is null or "true" && guid.StartsWith("http", StringComparison.OrdinalIgnoreCase)) link = guid;
        _item.Link = link;
        _item.BaseUri = element.Inherited("base") ?? link ?? channel?.Child("link")?.Value();
        _item.ProviderId = element.Attribute("about") ?? guid ?? link;
        _item.IdentityBasis = [_title?.InnerText(), (_description ?? _encoded)?.InnerText()];
    }

    private void Date()
    {
        var (first, name) = _published is not null ? (_published, "pubDate") : _date is not null ? (_date, "dc:date") : (_issued, "dcterms:issued");
        _item.FirstCreated = _item.ReadDate(first, context, name);
        _item.VersionCreated = _item.ReadDate(_updated, context, "updated");
    }

    private void Text()
    {
        _item.Headline = ItemFields.Line(_title?.InnerText() ?? _otherTitle);
        if (_encoded is { IsBlank: false })
        {
            SetBody(_encoded);
            _item.Summary = ItemFields.PlainText(_description?.InnerText(), context.Deadline);
        }
        else if (_description is { IsBlank: false })
        {
            SetBody(_description);
        }
        else
        {
            _item.SetBody(_otherText);
        }
    }

    private void SetBody(Element from)
    {
        // Markup that was not escaped is still the text's markup.
        if (from.HasElements) _item.BodyHtml = InnerHtml.Of(from);
        else _item.SetBody(from.InnerText());
    }

    private void Keyword(string? word)
    {
        if (ItemFields.Line(word) is { } line) _item.Keywords.Add(line);
    }

    private void Rendition(string name, string? href, string? type)
    {
        if (href is not null && _item.Renditions.Count < MaxRenditions)
            _item.Renditions.Add(new NinjsRendition { Name = name, Href = href, ContentType = type });
    }

    /// <summary><c>a@b.example (Name)</c> → Name; an address alone is no name.</summary>
    private static string? NameOf(string? author)
    {
        if (ItemFields.Line(author) is not { } line) return null;
        if (!line.Contains('@', StringComparison.Ordinal)) return line;
        var open = line.IndexOf('(', StringComparison.Ordinal);
        if (open >= 0 && line.TrimEnd().EndsWith(')')) return line[(open + 1)..].TrimEnd(' ', ')').Trim();
        var bracket = line.IndexOf('<', StringComparison.Ordinal);
        return bracket > 0 ? line[..bracket].Trim(' ', '"') : line;
    }
}
