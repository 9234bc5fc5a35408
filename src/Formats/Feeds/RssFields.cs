using Newswire.Formats.Xml;

namespace Newswire.Formats.Feeds;

/// <summary>The children of an RSS item sorted into their fields, in the names of all versions and modules; the first that says something counts.</summary>
internal sealed class RssFields(DispatchItem item)
{
    private FeedMedia? _media;

    public DispatchItem Item => item;

    public List<string?> Creators { get; } = [];

    public List<string?> Authors { get; } = [];

    public List<(string Field, string? Value)> Dates { get; } = [];

    public Element? Title { get; private set; }

    public Element? Guid { get; private set; }

    public Element? Link { get; private set; }

    /// <summary>The page itself, where <see cref="Link"/> leads through a service that counts readers.</summary>
    public string? Original { get; private set; }

    public Element? Description { get; private set; }

    public Element? Encoded { get; private set; }

    public string? Updated { get; private set; }

    public string? Podcaster { get; private set; }

    public string? Publisher { get; private set; }

    public string? Source { get; private set; }

    public string? MediaCredit { get; private set; }

    public string? Language { get; private set; }

    public string? Alternate { get; private set; }

    public string? OtherText { get; private set; }

    public string? OtherTitle { get; private set; }

    public string? OtherId { get; private set; }

    public string? Subtitle { get; private set; }

    public FeedMedia Media => _media ??= new FeedMedia(item);

    /// <summary>A link in the way of Atom or of RDF.</summary>
    public static string? Reference(Element? link) => link?.Attribute("href") ?? link?.Attribute("resource");

    public void Sort(Element child)
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
                Encoded = First(Encoded, child);
                break;
            case "xhtml" when child.Name is "body" or "div":
                Encoded = First(Encoded, child);
                break;
            case "dcterms" when child.Name is "modified":
                Updated ??= child.Value();
                break;
            case "dcterms" when child.Name is "created" or "issued" or "available":
                Dates.Add(("dcterms:" + child.Name, child.Value()));
                break;
            case "prism" when child.Name is "publicationDate":
                Dates.Add(("prism:publicationDate", child.Value()));
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
                Encoded = First(Encoded, child);
                break;
            case "?" or "feedburner" or "pheedo" when child.Name is "origLink":
                Original ??= child.Value();
                break;
            default:
                break;
        }
    }

    private void SortCore(Element child)
    {
        switch (FeedNamespaces.CoreName(child))
        {
            case "title": Title = First(Title, child); break;
            case "guid": Guid = First(Guid, child); break;
            case "link": Link = First(Link, child); break;
            case "description": Description = First(Description, child); break;
            case "encoded" or "content" or "body" or "fulltext" or "full-text": Encoded = First(Encoded, child); break;
            case "pubDate" or "pubdate": Dates.Add(("pubDate", child.Value())); break;
            case "date": Dates.Add(("date", child.Value())); break;
            case "author": Authors.Add(FeedAuthors.Of(child)); break;
            case "source": Source ??= child.Value(); break;
            case "language": Language ??= child.Value(); break;
            case "category": Keyword(child.Value()); break;
            case "enclosure": Media.Add("enclosure", child.Attribute("url"), child.Attribute("type")); break;
            default: break;
        }
    }

    private void SortDublinCore(Element child)
    {
        switch (child.Name)
        {
            case "creator" or "author": Creators.Add(FeedAuthors.NameOf(child.Value())); break;
            case "date": Dates.Add(("dc:date", child.Value())); break;
            case "language": Language ??= child.Value(); break;
            case "publisher": Publisher ??= child.Value(); break;
            case "subject": Keyword(child.Value()); break;
            case "rights": item.CopyrightNotice ??= ItemFields.PlainText(child.Value()); break;
            case "description": OtherText ??= child.Value(); break;
            case "title": OtherTitle ??= child.Value(); break;
            case "identifier": OtherId ??= child.Value(); break;
            default: break;
        }
    }

    private void SortAtom(Element child)
    {
        switch (child.Name)
        {
            case "updated" or "modified": Updated ??= child.Value(); break;
            case "published" or "issued" or "created": Dates.Add(("atom:" + child.Name, child.Value())); break;
            case "link" when child.Attribute("rel") is null or "alternate": Alternate ??= child.Attribute("href"); break;
            case "author": Authors.Add(FeedAuthors.Of(child)); break;
            case "content": Encoded = First(Encoded, child); break;
            case "summary": OtherText ??= child.Value(); break;
            case "title": OtherTitle ??= child.Value(); break;
            case "id": OtherId ??= child.Value(); break;
            default: break;
        }
    }

    private void SortMedia(Element child)
    {
        switch (child.Name)
        {
            case "credit": MediaCredit ??= child.Value(); break;
            case "copyright": item.CopyrightNotice ??= ItemFields.PlainText(child.Value()); break;
            case "keywords": Keywords(child.Value()); break;
            // Its text is a path or a row of tags, by its scheme.
            case "category": Keyword(child.Attribute("label")); break;
            default: Media.Read(child); break;
        }
    }

    private void SortPodcast(Element child)
    {
        switch (child.Name)
        {
            case "author": Podcaster ??= child.Value(); break;
            case "summary" or "description": OtherText ??= child.Value(); break;
            case "subtitle": Subtitle ??= child.Value(); break;
            case "title": OtherTitle ??= child.Value(); break;
            case "keywords": Keywords(child.Value()); break;
            default: break;
        }
    }

    private void Keywords(string? words)
    {
        foreach (var word in (words ?? "").Split(',')) Keyword(word);
    }

    private void Keyword(string? word)
    {
        if (ItemFields.Line(word) is { } line) item.Keywords.Add(line);
    }

    /// <summary>The first of a name that is not blank; templates leave empty elements before the real one.</summary>
    private static Element First(Element? found, Element child) => found is null || (found is { IsBlank: true } && Reference(found) is null) ? child : found;
}
