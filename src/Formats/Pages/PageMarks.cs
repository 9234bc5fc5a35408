using System.Text;
using Newswire.Formats.Markup;

namespace Newswire.Formats.Pages;

/// <summary>
/// What microdata and RDFa (schema.org, IPTC's rNews) mark in a page, and links to the author. Names count without the prefix of their
/// vocabulary.
/// </summary>
internal sealed class PageMarks
{
    private const int LongestText = 2_000;
    private const int MostAuthors = 20;

    private readonly List<string> _authors = [];
    private readonly StringBuilder _author = new(), _headline = new();
    private (string Name, int Depth) _body, _authorElement, _authorScope, _headlineElement, _media;

    /// <summary>Elements whose type is an article.</summary>
    public int Articles { get; private set; }

    public IReadOnlyList<string> Authors => _authors;

    public string? Headline { get; private set; }

    public bool InBody => _body.Depth > 0;

    public bool InAuthor => _authorElement.Depth > 0;

    /// <summary>In a picture with its caption.</summary>
    public bool InMedia => _media.Depth > 0;

    /// <summary>Takes what the start tag marks; returns when the story was published, where it says so.</summary>
    public string? Start(string name, ReadOnlySpan<char> attributes)
    {
        if (!MayMark(attributes)) return null;
        var type = AttributeTokenizer.Find(attributes, "itemtype") ?? AttributeTokenizer.Find(attributes, "typeof");
        if (type?.EndsWith("Article", StringComparison.Ordinal) == true) Articles++;
        var property = AttributeTokenizer.Find(attributes, "itemprop") ?? (name == "meta" ? null : AttributeTokenizer.Find(attributes, "property"));
        if (name is "meta" or "link" or "time" or "br" or "img") return null;
        if (Is(property, "articleBody") && _body.Depth == 0) _body = (name, 0);
        if (_media.Depth == 0 && (Is(property, "associatedMedia") || Is(property, "caption") || type?.EndsWith("ImageObject", StringComparison.Ordinal) == true || IsCaption(attributes))) _media = (name, 0);
        if (Headline is null && _headlineElement.Depth == 0 && _media.Depth == 0 && Is(property, "headline")) _headlineElement = (name, 0);
        if (_authorElement.Depth > 0 || _authors.Count >= MostAuthors) return null;
        var isAuthor = Is(property, "author");
        if (isAuthor && (type is not null || attributes.Contains("itemscope", StringComparison.OrdinalIgnoreCase))) _authorScope = (name, 0);
        else if (isAuthor || (name == "a" && PageScan.HasWord(AttributeTokenizer.Find(attributes, "rel"), "author")) || (_authorScope.Depth > 0 && Is(property, "name"))) _authorElement = (name, 0);
        return Is(property, "datePublished") || Is(property, "dateCreated") ? AttributeTokenizer.Find(attributes, "content") : null;
    }

    /// <summary>Every start tag, after <see cref="Start"/>.</summary>
    public void Deeper(string name)
    {
        Deeper(ref _body, name);
        Deeper(ref _authorElement, name);
        Deeper(ref _authorScope, name);
        Deeper(ref _headlineElement, name);
        Deeper(ref _media, name);
    }

    public void End(string name)
    {
        Shallower(ref _body, name);
        Shallower(ref _authorScope, name);
        Shallower(ref _media, name);
        if (Shallower(ref _headlineElement, name)) Headline = ItemFields.Line(_headline.ToString());
        if (!Shallower(ref _authorElement, name)) return;
        if (ItemFields.Line(_author.ToString()) is { } author && !_authors.Contains(author)) _authors.Add(author);
        _author.Clear();
    }

    public void Text(ReadOnlySpan<char> text)
    {
        if (InAuthor && _author.Length < LongestText) _author.Append(text);
        if (_headlineElement.Depth > 0 && _headline.Length < LongestText) _headline.Append(text);
    }

    private static bool MayMark(ReadOnlySpan<char> attributes) =>
        attributes.Contains("item", StringComparison.OrdinalIgnoreCase) || attributes.Contains("author", StringComparison.OrdinalIgnoreCase)
        || attributes.Contains("property", StringComparison.OrdinalIgnoreCase) || attributes.Contains("typeof", StringComparison.OrdinalIgnoreCase)
        || attributes.Contains("caption", StringComparison.OrdinalIgnoreCase);

    /// <summary>The caption of WordPress and its like, without a figure around it.</summary>
    private static bool IsCaption(ReadOnlySpan<char> attributes) => AttributeTokenizer.Find(attributes, "class") is { } css && PageScan.HasWord(css, "wp-caption");

    private static bool Is(string? properties, string name) =>
        properties is not null && Array.Exists(properties.Split(' '), property => property[(property.IndexOf(':', StringComparison.Ordinal) + 1)..].Equals(name, StringComparison.OrdinalIgnoreCase));

    private static void Deeper(ref (string Name, int Depth) element, string name)
    {
        if (element.Name == name) element.Depth++;
    }

    /// <summary>True when the element ends.</summary>
    private static bool Shallower(ref (string Name, int Depth) element, string name)
    {
        if (element.Name != name || element.Depth == 0 || --element.Depth > 0) return false;
        element = default;
        return true;
    }
}
