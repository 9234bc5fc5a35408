using System.Text;
using Newswire.Formats.Markup;

namespace Newswire.Formats.Pages;

/// <summary>What one pass over a page finds: its metadata, its JSON-LD, its headings and the texts of its story, without navigation, forms and figures.</summary>
internal sealed class PageScan
{
    private const int MaxScripts = 50;
    private const int LongestHeading = 2_000;

    private readonly Dictionary<string, int> _open = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(int Rank, StringBuilder Text)> _headings = [];
    private readonly StringBuilder _title = new(), _author = new();
    private readonly PageText _text;
    private readonly List<string> _authors = [];
    private bool _isLdScript;
    private int _microdataArticles;
    private (string Name, int Depth) _body, _authorElement, _authorScope;

    private PageScan(int enough) => _text = new PageText(enough);

    public List<string> JsonLd { get; } = [];

    public PageMeta Meta { get; } = new();

    /// <summary>Machine-readable times that say they are the publication's, then those in the article.</summary>
    public List<string> Times { get; } = [];

    public bool HasArticleElement { get; private set; }

    public bool HasOneArticle => _text.HasOneArticle;

    /// <summary>The title element.</summary>
    public string Title => _title.ToString();

    /// <summary>Names that the page links or marks as its author's.</summary>
    public IReadOnlyList<string> Authors => _authors;

    /// <summary>The heading with which the title element begins; else that of the article, or the first of the page that is not its banner.</summary>
    public string Heading
    {
        get
        {
            var title = ItemFields.Line(Title) ?? "";
            return _headings.Select(h => (h.Rank, Text: ItemFields.Line(h.Text.ToString()))).Where(h => h.Text is not null)
                .OrderBy(h => title.StartsWith(h.Text!, StringComparison.OrdinalIgnoreCase) ? 0 : 1).ThenBy(h => h.Rank).FirstOrDefault().Text ?? "";
        }
    }

    /// <summary>True when the page says it is one article. Several are a list of teasers.</summary>
    public bool IsMarkedArticle => _microdataArticles == 1 || Meta["og:type"] is { } type && type.Contains("article", StringComparison.OrdinalIgnoreCase);

    /// <summary>HTML of the story.</summary>
    public string Article => _text.Best;

    public static PageScan Of(string html, int enough, CancellationToken deadline)
    {
        var scan = new PageScan(enough);
        var tokens = new MarkupTokenizer(html, html: true);
        for (var count = 1; tokens.Read(); count++)
        {
            if ((count & 0xFFF) == 0) deadline.ThrowIfCancellationRequested();
            switch (tokens.Kind)
            {
                case MarkupToken.Start:
                    scan.Start(ref tokens);
                    break;
                case MarkupToken.End:
                    scan.End(ref tokens);
                    break;
                default:
                    scan.Text(tokens.Content);
                    break;
            }
        }

        scan._text.End();
        return scan;
    }

    /// <summary>A word of a list parted by blanks (rel, itemprop).</summary>
    public static bool HasWord(string? list, string word) => list is not null && list.Split(' ').Contains(word, StringComparer.OrdinalIgnoreCase);

    private void Start(ref MarkupTokenizer tokens)
    {
        var name = tokens.Name.ToString().ToLowerInvariant();
        switch (name)
        {
            case "html": Meta.Html(tokens.Content); break;
            case "base": Meta.BaseElement(tokens.Content); break;
            case "meta": Meta.Add(tokens.Content); break;
            case "link": Meta.Link(tokens.Content); break;
            case "script": _isLdScript = AttributeTokenizer.Find(tokens.Content, "type")?.Contains("ld+json", StringComparison.OrdinalIgnoreCase) == true; break;
            case "time": Time(tokens.Content); break;
            case "article": HasArticleElement = true; break;
            // The one form around every page of ASP.NET asks nothing.
            case "input" when AttributeTokenizer.Find(tokens.Content, "name") is "__VIEWSTATE": _open["form"] = 0; break;
            default: break;
        }

        if (tokens.Content.Contains("item", StringComparison.OrdinalIgnoreCase) || tokens.Content.Contains("author", StringComparison.OrdinalIgnoreCase)) Marked(name, tokens.Content);
        Deeper(ref _body, name);
        Deeper(ref _authorElement, name);
        Deeper(ref _authorScope, name);
        // A new paragraph or link ends one that was never closed.
        if (IsCounted(name) && !tokens.SelfClosing) _open[name] = name is "p" or "a" ? 1 : _open.GetValueOrDefault(name) + 1;
        if (IsBlock(name)) _text.StartBlock(name);
        if (name is "h1" or "h2") _headings.Add((Rank(name), new StringBuilder()));
        Keep(name, tokens.Tag);
    }

    private void End(ref MarkupTokenizer tokens)
    {
        var name = tokens.Name.ToString().ToLowerInvariant();
        _isLdScript = false;
        Keep(name, tokens.Tag);
        if (_open.TryGetValue(name, out var depth) && depth > 0) _open[name] = depth - 1;
        if (name == "article" && !Inside("article")) _text.EndArticle();
        if (IsBlock(name)) _text.EndBlock(name);
        Shallower(ref _body, name);
        Shallower(ref _authorScope, name);
        var captured = _authorElement.Depth > 0;
        Shallower(ref _authorElement, name);
        if (!captured || _authorElement.Depth > 0) return;
        if (ItemFields.Line(_author.ToString()) is { } author && !_authors.Contains(author)) _authors.Add(author);
        _author.Clear();
    }

    private void Text(ReadOnlySpan<char> text)
    {
        if (_isLdScript && JsonLd.Count < MaxScripts) JsonLd.Add(text.ToString());
        if (Inside("title") && _title.Length < LongestHeading) _title.Append(text);
        if (Inside("script") || Inside("style") || Inside("title")) return;
        if (Inside("h1") || (Inside("h2") && !IsSkipped))
        {
            var heading = _headings[^1].Text;
            if (heading.Length < LongestHeading) heading.Append(text);
        }

        if (_authorElement.Depth > 0 && _author.Length < LongestHeading) _author.Append(text);
        if (Inside("h1") || IsSkipped || (!Inside("p") && (Inside("time") || _authorElement.Depth > 0))) return;
        _text.Add(text, isText: true, Place);
    }

    private void Keep(string name, ReadOnlySpan<char> tag)
    {
        if (IsSkipped || name is "h1" or "article" or "header" or "time") return;
        _text.Add(tag, isText: false, Place with { InParagraph = name == "p" || Inside("p") });
    }

    private PagePlace Place => new(_open.GetValueOrDefault("article"), _body.Depth > 0, Inside("main"), Inside("p"), Inside("a"));

    // Elements whose text is beside the story.
    private bool IsSkipped => Inside("nav") || Inside("aside") || Inside("footer") || Inside("form") || Inside("figure") || Inside("header") || Inside("button")
        || Inside("script") || Inside("style") || Inside("noscript") || Inside("title");

    private static bool IsCounted(string name) =>
        name is "nav" or "aside" or "footer" or "form" or "figure" or "header" or "button" or "script" or "style" or "noscript" or "article" or "h1" or "h2" or "p" or "a" or "main" or "time" or "title";

    private static bool IsBlock(string name) => name is "div" or "section" or "td" or "body";

    private bool Inside(string name) => _open.GetValueOrDefault(name) > 0;

    /// <summary>An h1 of the article, of the page, of its banner; then an h2 of the article.</summary>
    private int Rank(string name) => name == "h2" ? (Inside("article") ? 3 : 5) : Inside("article") ? 0 : Inside("header") || Inside("nav") || Inside("aside") || Inside("footer") ? 2 : 1;

    private void Time(ReadOnlySpan<char> attributes)
    {
        if (AttributeTokenizer.Find(attributes, "datetime") is not { } time) return;
        if (HasWord(AttributeTokenizer.Find(attributes, "itemprop"), "datePublished") || AttributeTokenizer.Find(attributes, "pubdate") is not null) Times.Insert(0, time);
        else if (Inside("article")) Times.Add(time);
    }

    /// <summary>Microdata, and links to the author.</summary>
    private void Marked(string name, ReadOnlySpan<char> attributes)
    {
        var type = AttributeTokenizer.Find(attributes, "itemtype");
        if (type?.EndsWith("Article", StringComparison.Ordinal) == true) _microdataArticles++;
        var property = AttributeTokenizer.Find(attributes, "itemprop");
        if (name is "meta" or "link" or "time" or "br" or "img") return;
        if (HasWord(property, "articleBody") && _body.Depth == 0) _body = (name, 0);
        if (_authorElement.Depth > 0 || _authors.Count >= 20) return;
        var isAuthor = HasWord(property, "author");
        if (isAuthor && (type is not null || attributes.Contains("itemscope", StringComparison.OrdinalIgnoreCase))) _authorScope = (name, 0);
        else if (isAuthor || (name == "a" && HasWord(AttributeTokenizer.Find(attributes, "rel"), "author")) || (_authorScope.Depth > 0 && HasWord(property, "name"))) _authorElement = (name, 0);
        if (HasWord(property, "datePublished") && AttributeTokenizer.Find(attributes, "content") is { } date) Times.Insert(0, date);
    }

    private static void Deeper(ref (string Name, int Depth) element, string name)
    {
        if (element.Name == name) element.Depth++;
    }

    private static void Shallower(ref (string Name, int Depth) element, string name)
    {
        if (element.Name != name || element.Depth == 0) return;
        if (--element.Depth == 0) element = default;
    }
}
