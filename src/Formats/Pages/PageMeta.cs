using Newswire.Formats.Feeds;
using Newswire.Formats.Markup;

namespace Newswire.Formats.Pages;

/// <summary>What the head of a page says about it: meta elements, links, languages.</summary>
internal sealed class PageMeta
{
    private const int MaxMeta = 500;
    private const int MaxTags = 200;

    // In order of trust: what schemas and the large publishing systems write.
    private static readonly string[] PublishedNames =
    [
        "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date",
        "dcterms.date", "pubdate", "publishdate", "publish-date", "publication_date", "article.published", "cxenseparse:recs:publishtime", "date",
    ];

    private static readonly string[] ModifiedNames = ["article:modified_time", "og:article:modified_time", "datemodified", "og:updated_time", "dcterms.modified", "dc.date.modified", "lastmod", "last-modified"];

    private static readonly string[] AuthorNames = ["author", "dc.creator", "dcterms.creator", "dc:creator", "parsely-author", "sailthru.author", "byl"];

    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(string Name, string Author)> _authors = [];
    private string? _canonical, _base;

    public List<string> Tags { get; } = [];

    public string? Language { get; private set; }

    /// <summary>Content of a meta element by name, property or itemprop; null when absent or blank.</summary>
    public string? this[string name] => _values.GetValueOrDefault(name);

    /// <summary>Dates in order of trust.</summary>
    public IEnumerable<string> Published => PublishedNames.Select(name => this[name]).OfType<string>();

    public IEnumerable<string> Modified => ModifiedNames.Select(name => this[name]).OfType<string>();

    /// <summary>Authors by the name of most trust that gives any; addresses are no names.</summary>
    public IEnumerable<string> Authors =>
        AuthorNames.Append("article:author").Select(name => _authors.Where(a => a.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(a => a.Author)).FirstOrDefault(found => found.Any()) ?? [];

    /// <summary>The page's own address, absolute where that can be told.</summary>
    public string? Address => Absolute(_canonical) ?? Absolute(this["og:url"]);

    /// <summary>Where relative addresses start.</summary>
    public string? Base => Absolute(_base) ?? Address;

    public void Html(ReadOnlySpan<char> attributes) =>
        Language ??= Blank(AttributeTokenizer.Find(attributes, "lang")) ?? Blank(AttributeTokenizer.Find(attributes, "xml:lang"));

    public void BaseElement(ReadOnlySpan<char> attributes) => _base ??= Blank(AttributeTokenizer.Find(attributes, "href"));

    public void Link(ReadOnlySpan<char> attributes)
    {
        if (_canonical is null && PageScan.HasWord(AttributeTokenizer.Find(attributes, "rel"), "canonical")) _canonical = Blank(AttributeTokenizer.Find(attributes, "href"));
    }

    public void Add(ReadOnlySpan<char> attributes)
    {
        var content = Blank(AttributeTokenizer.Find(attributes, "content"));
        if (content is null || _values.Count > MaxMeta) return;
        if ("content-language".Equals(AttributeTokenizer.Find(attributes, "http-equiv"), StringComparison.OrdinalIgnoreCase)) _values.TryAdd("content-language", content);
        var names = AttributeTokenizer.Find(attributes, "property") ?? AttributeTokenizer.Find(attributes, "name") ?? AttributeTokenizer.Find(attributes, "itemprop");
        // "dc:title og:title": one element for several vocabularies.
        foreach (var name in (names ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)) Add(name, content);
    }

    private void Add(string name, string content)
    {
        if (name is "article:tag" or "news_keywords" or "keywords")
        {
            foreach (var word in content.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                if (Tags.Count < MaxTags && !Tags.Contains(word)) Tags.Add(word);
        }

        if ((name.Equals("article:author", StringComparison.OrdinalIgnoreCase) || AuthorNames.Contains(name, StringComparer.OrdinalIgnoreCase)) && !content.Contains("://", StringComparison.Ordinal))
            _authors.Add((name, content));
        _values.TryAdd(name, content);
    }

    /// <summary>A base that is relative itself (<c>&lt;base href="/"&gt;</c>) starts at the page.</summary>
    private string? Absolute(string? address)
    {
        if (address is null || FeedLinks.IsWeb(address)) return address;
        var start = ((string?[])[_base, _canonical, this["og:url"]]).FirstOrDefault(known => known is not null && FeedLinks.IsWeb(known));
        return FeedLinks.Resolve(start, address) is var absolute && FeedLinks.IsWeb(absolute) ? absolute : null;
    }

    private static string? Blank(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
