using System.Text;
using Newswire.Formats.Markup;

namespace Newswire.Formats.Pages;

/// <summary>What one pass over a page finds: its metadata, its JSON-LD, and the text of its article without navigation, forms and figures.</summary>
internal sealed class PageScan
{
    private const int MaxScripts = 50;
    private const int MaxTags = 200;

    private readonly Dictionary<string, string> _meta = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> _open = new(StringComparer.OrdinalIgnoreCase);
    private readonly StringBuilder _article = new();
    private readonly StringBuilder _paragraphs = new();
    private readonly StringBuilder _heading = new();
    private bool _isLdScript, _articleEnded, _isMicrodataArticle;

    public List<string> JsonLd { get; } = [];

    public List<string> Tags { get; } = [];

    public string? Canonical { get; private set; }

    public string? Language { get; private set; }

    /// <summary>The first machine-readable time in the article.</summary>
    public string? Time { get; private set; }

    public bool HasArticleElement { get; private set; }

    /// <summary>The first h1.</summary>
    public string Heading => _heading.ToString();

    public bool IsMarkedArticle => _isMicrodataArticle || Meta("og:type") is { } type && type.Contains("article", StringComparison.OrdinalIgnoreCase);

    /// <summary>HTML of the first article element; where there is none, of the page's paragraphs.</summary>
    public string Article => (HasArticleElement ? _article : _paragraphs).ToString();

    /// <summary>Content of a meta element by name or property; null when absent or blank.</summary>
    public string? Meta(string name) => _meta.GetValueOrDefault(name);

    public static PageScan Of(string html, CancellationToken deadline)
    {
        var scan = new PageScan();
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

        return scan;
    }

    private void Start(ref MarkupTokenizer tokens)
    {
        var name = tokens.Name.ToString().ToLowerInvariant();
        switch (name)
        {
            case "html": Language ??= AttributeTokenizer.Find(tokens.Content, "lang"); break;
            case "meta": AddMeta(tokens.Content); break;
            case "link" when AttributeTokenizer.Find(tokens.Content, "rel") is "canonical": Canonical ??= AttributeTokenizer.Find(tokens.Content, "href"); break;
            case "script": _isLdScript = AttributeTokenizer.Find(tokens.Content, "type")?.Contains("ld+json", StringComparison.OrdinalIgnoreCase) == true; break;
            case "time" when Inside("article"): Time ??= AttributeTokenizer.Find(tokens.Content, "datetime"); break;
            case "article": HasArticleElement = true; break;
            default: break;
        }

        if (tokens.Content.Contains("itemtype", StringComparison.OrdinalIgnoreCase) && AttributeTokenizer.Find(tokens.Content, "itemtype")?.EndsWith("Article", StringComparison.Ordinal) == true)
            _isMicrodataArticle = true;
        // A new paragraph ends one that was never closed.
        if (IsCounted(name) && !tokens.SelfClosing) _open[name] = name == "p" ? 1 : _open.GetValueOrDefault(name) + 1;
        Keep(name, tokens.Tag);
    }

    private void End(ref MarkupTokenizer tokens)
    {
        var name = tokens.Name.ToString().ToLowerInvariant();
        _isLdScript = false;
        Keep(name, tokens.Tag);
        if (_open.TryGetValue(name, out var depth) && depth > 0) _open[name] = depth - 1;
        if (name == "article" && !Inside("article")) _articleEnded = true;
    }

    private void Text(ReadOnlySpan<char> text)
    {
        if (_isLdScript && JsonLd.Count < MaxScripts) JsonLd.Add(text.ToString());
        if (Inside("script") || Inside("style")) return;
        if (Inside("h1") && _heading.Length < 2_000) _heading.Append(text);
        if (Inside("h1") || IsSkipped) return;
        if (InArticle) _article.Append(text);
        if (Inside("p")) _paragraphs.Append(text);
    }

    private void Keep(string name, ReadOnlySpan<char> tag)
    {
        if (IsSkipped || name is "h1" or "article" or "header" or "time") return;
        if (InArticle) _article.Append(tag);
        if (name == "p" || Inside("p")) _paragraphs.Append(tag);
    }

    private bool InArticle => Inside("article") && !_articleEnded;

    // Elements whose text is beside the story.
    private bool IsSkipped => Inside("nav") || Inside("aside") || Inside("footer") || Inside("form") || Inside("figure") || Inside("header") || Inside("button")
        || Inside("script") || Inside("style") || Inside("noscript");

    private static bool IsCounted(string name) =>
        name is "nav" or "aside" or "footer" or "form" or "figure" or "header" or "button" or "script" or "style" or "noscript" or "article" or "h1" or "p";

    private bool Inside(string name) => _open.GetValueOrDefault(name) > 0;

    private void AddMeta(ReadOnlySpan<char> attributes)
    {
        var name = AttributeTokenizer.Find(attributes, "property") ?? AttributeTokenizer.Find(attributes, "name");
        var content = AttributeTokenizer.Find(attributes, "content")?.Trim();
        if (name is null || string.IsNullOrEmpty(content) || _meta.Count > 500) return;
        if (name is "article:tag" or "news_keywords" or "keywords")
        {
            foreach (var word in content.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                if (Tags.Count < MaxTags && !Tags.Contains(word)) Tags.Add(word);
        }

        _meta.TryAdd(name, content);
    }
}
