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
    private readonly StringBuilder _title = new();
    private readonly PageText _text;
    private readonly PageMarks _marks = new();
    private bool _isLdScript;

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
    public IReadOnlyList<string> Authors => _marks.Authors;

    /// <summary>What microdata or RDFa marks as the headline.</summary>
    public string? MarkedHeadline => _marks.Headline;

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
    public bool IsMarkedArticle => _marks.Articles == 1 || Meta["og:type"] is { } type && type.Contains("article", StringComparison.OrdinalIgnoreCase);

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

        if (!tokens.Content.IsEmpty && _marks.Start(name, tokens.Content) is { } published) Times.Insert(0, published);
        _marks.Deeper(name);
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
        _marks.End(name);
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

        _marks.Text(text);
        if (Inside("h1") || IsSkipped || (!Inside("p") && (Inside("time") || _marks.InAuthor))) return;
        _text.Add(text, isText: true, Place);
    }

    private void Keep(string name, ReadOnlySpan<char> tag)
    {
        if (IsSkipped || name is "h1" or "article" or "header" or "time") return;
        _text.Add(tag, isText: false, Place with { InParagraph = name == "p" || Inside("p") });
    }

    private PagePlace Place => new(_open.GetValueOrDefault("article"), _marks.InBody, Inside("main"), Inside("p"), Inside("a"));

    // Elements whose text is beside the story.
    private bool IsSkipped => Inside("nav") || Inside("aside") || Inside("footer") || Inside("form") || Inside("figure") || Inside("header") || Inside("button")
        || Inside("script") || Inside("style") || Inside("noscript") || Inside("title") || _marks.InMedia;

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
}
