using Newswire.Contracts;
using Newswire.Formats.Markup;
using Newswire.Formats.Xml;

namespace Newswire.Formats.Feeds;

/// <summary>One item of an RSS feed of any version to an item: children sorted into their fields in one pass, then read together.</summary>
internal sealed class RssItem(Element element, Element? channel, ReadContext context)
{
    private readonly DispatchItem _item = new() { SignsInWords = true };
    private readonly List<string?> _creators = [], _authors = [];
    private readonly List<(string Field, string? Value)> _dates = [];
    private Element? _title, _guid, _link, _description, _encoded;
    private string? _updated, _podcaster, _publisher, _source, _mediaCredit, _language, _alternate, _otherText, _otherTitle, _otherId, _subtitle;
    private string? _home;
    private FeedMedia? _media;

    private FeedMedia Media => _media ??= new FeedMedia(_item);

    public DispatchItem Map()
    {
        foreach (var child in element.Children()) Sort(child);
        _home = FeedLinks.Home(channel);
        Identify();
        Date();
        Text();
        _item.Byline = FeedAuthors.Join(_creators) ?? FeedAuthors.Join(_authors) ?? FeedAuthors.NameOf(_podcaster);
        _item.CreditLine = ItemFields.Line(_publisher ?? _source ?? (Media.Any ? null : _mediaCredit));
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
            case "content" when child.Name is "encoded" or "content":
                Keep(ref _encoded, child);
                break;
            case "xhtml" when child.Name is "body" or "div":
                Keep(ref _encoded, child);
                break;
            case "dcterms" when child.Name is "modified":
                _updated ??= child.Value();
                break;
            case "dcterms" when child.Name is "created" or "issued" or "available":
                _dates.Add(("dcterms:" + child.Name, child.Value()));
                break;
            case "prism" when child.Name is "publicationDate":
                _dates.Add(("prism:publicationDate", child.Value()));
                break;
            case "atom":
                SortAtom(child);
                break;
            case "media":
                SortMedia(child);
                break;
            case "itunes":
                SortPodcast(child);
                break;
            // Portals have the whole text in an element of their own namespace.
            case "?" when child.Name is "full-text" or "fulltext":
                Keep(ref _encoded, child);
                break;
            default:
                break;
        }
    }

    private void SortCore(Element child)
    {
        switch (FeedNamespaces.CoreName(child))
        {
            case "title": Keep(ref _title, child); break;
            case "guid": Keep(ref _guid, child); break;
            case "link": Keep(ref _link, child); break;
            case "description": Keep(ref _description, child); break;
            case "encoded" or "content" or "body" or "fulltext" or "full-text": Keep(ref _encoded, child); break;
            case "pubDate" or "pubdate": _dates.Add(("pubDate", child.Value())); break;
            case "date": _dates.Add(("date", child.Value())); break;
            case "author": _authors.Add(FeedAuthors.Of(child)); break;
            case "source": _source ??= child.Value(); break;
            case "language": _language ??= child.Value(); break;
            case "category": Keyword(child.Value()); break;
            case "enclosure": Media.Add("enclosure", child.Attribute("url"), child.Attribute("type")); break;
            default: break;
        }
    }

    private void SortDublinCore(Element child)
    {
        switch (child.Name)
        {
            case "creator" or "author": _creators.Add(FeedAuthors.NameOf(child.Value())); break;
            case "date": _dates.Add(("dc:date", child.Value())); break;
            case "language": _language ??= child.Value(); break;
            case "publisher": _publisher ??= child.Value(); break;
            case "subject": Keyword(child.Value()); break;
            case "rights": _item.CopyrightNotice ??= ItemFields.PlainText(child.Value()); break;
            case "description": _otherText ??= child.Value(); break;
            case "title": _otherTitle ??= child.Value(); break;
            case "identifier": _otherId ??= child.Value(); break;
            default: break;
        }
    }

    private void SortAtom(Element child)
    {
        switch (child.Name)
        {
            case "updated" or "modified": _updated ??= child.Value(); break;
            case "published" or "issued" or "created": _dates.Add(("atom:" + child.Name, child.Value())); break;
            case "link" when child.Attribute("rel") is null or "alternate": _alternate ??= child.Attribute("href"); break;
            case "author": _authors.Add(FeedAuthors.Of(child)); break;
            case "content": Keep(ref _encoded, child); break;
            case "summary": _otherText ??= child.Value(); break;
            case "title": _otherTitle ??= child.Value(); break;
            case "id": _otherId ??= child.Value(); break;
            default: break;
        }
    }

    private void SortMedia(Element child)
    {
        switch (child.Name)
        {
            case "credit": _mediaCredit ??= child.Value(); break;
            case "keywords": foreach (var word in (child.Value() ?? "").Split(',')) Keyword(word); break;
            // Its text is a path or a row of tags, by its scheme.
            case "category": Keyword(child.Attribute("label")); break;
            default: Media.Read(child); break;
        }
    }

    private void SortPodcast(Element child)
    {
        switch (child.Name)
        {
            case "author": _podcaster ??= child.Value(); break;
            case "summary" or "description": _otherText ??= child.Value(); break;
            case "subtitle": _subtitle ??= child.Value(); break;
            case "title": _otherTitle ??= child.Value(); break;
            case "keywords": foreach (var word in (child.Value() ?? "").Split(',')) Keyword(word); break;
            default: break;
        }
    }

    private void Identify()
    {
        var guid = _guid?.Value();
        var link = (_link?.Value() ?? Reference(_link)) is { } written ? FeedLinks.Resolve(FeedLinks.Base(_link!, _home), written) : _alternate;
        // A guid stands in for a missing link unless it says it is none.
        if (link is null && guid is not null && IsPermanentLink(_guid!) && FeedLinks.IsWeb(guid)) link = guid;
        _item.Link = link;
        _item.BaseUri = FeedLinks.Base(element, link ?? _home);
        _item.ProviderId = element.Attribute("about") ?? guid ?? link ?? _otherId;
        _item.IdentityBasis = [_title?.InnerText(), (_description ?? _encoded)?.InnerText()];
    }

    /// <summary>True unless it says so; the attribute is written isPermalink and ispermalink too.</summary>
    private static bool IsPermanentLink(Element guid) =>
        !guid.Attributes.Any(a => a.Name.Equals("isPermaLink", StringComparison.OrdinalIgnoreCase) && a.Value.Trim().Equals("false", StringComparison.OrdinalIgnoreCase));

    /// <summary>The first date that can be read: RSS's own, then Dublin Core's, then those of other modules.</summary>
    private void Date()
    {
        foreach (var (field, value) in _dates.OrderBy(d => d.Field switch { "pubDate" => 0, "date" or "dc:date" => 1, _ => 2 }))
            if ((_item.FirstCreated = _item.ReadDate(value, context, field)) is not null) break;
        _item.VersionCreated = _item.ReadDate(_updated, context, "updated");
    }

    private void Text()
    {
        _item.Headline = ItemFields.Line(_title?.InnerText()) ?? ItemFields.Line(_otherTitle ?? Media.Title);
        if (_encoded is { IsBlank: false } && (HtmlText.HasWords(_encoded.InnerText()) || _description is not { IsBlank: false }))
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
            _item.SetBody(_otherText ?? Media.Description ?? _subtitle);
        }

        if (_item.Headline is not null || _item.Body is not null || _item.BodyHtml is not null) return;
        _item.Headline = ItemFields.Line(Media.First?.Child("title")?.Value());
        _item.SetBody(Media.First?.Child("description")?.Value());
    }

    private void SetBody(Element from)
    {
        _item.BaseUri = FeedLinks.Base(from, _item.Link ?? _home);
        // Markup that was not escaped is still the text's markup.
        if (from.HasElements) _item.BodyHtml = InnerHtml.Of(from, escapedToo: true);
        else _item.SetBody(from.InnerText());
    }

    private void Keyword(string? word)
    {
        if (ItemFields.Line(word) is { } line) _item.Keywords.Add(line);
    }

    /// <summary>The first of a name that is not blank; templates leave empty elements before the real one.</summary>
    private static void Keep(ref Element? slot, Element child)
    {
        if (slot is null || slot is { IsBlank: true } && Reference(slot) is null) slot = child;
    }

    /// <summary>A link in the way of Atom or of RDF.</summary>
    private static string? Reference(Element? link) => link?.Attribute("href") ?? link?.Attribute("resource");
}
