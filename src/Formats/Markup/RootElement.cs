using System.Collections.Frozen;

namespace Newswire.Formats.Markup;

/// <summary>The root element of a document as its first characters show it: local name, namespace if there is one, attributes as written.</summary>
public sealed record RootElement(string Name, string? Namespace, string Attributes)
{
    /// <summary>Roots that are looked for behind other text (a warning of the web server) in the first characters.</summary>
    private static readonly FrozenSet<string> Known = new[]
    {
        "rss", "RDF", "feed", "newsItem", "newsMessage", "packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem", "NewsML", "nitf", "entry",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>True when something other than blanks, declarations and comments stands before it.</summary>
    public bool Preceded { get; init; }

    /// <summary>True when the doctype says html.</summary>
    public bool HtmlDoctype { get; init; }

    /// <summary>The decoded value of an attribute; null when absent.</summary>
    public string? Attribute(string name) => AttributeTokenizer.Find(Attributes, name);

    /// <summary>Null when the text is no markup.</summary>
    public static RootElement? Find(string head)
    {
        if (!head.Contains('<', StringComparison.Ordinal)) return null;
        var html = HasHtmlDoctype(head);
        RootElement? first = null;
        var preceded = false;
        var tokens = new MarkupTokenizer(head, html: false);
        while (tokens.Read())
        {
            if (tokens.Kind == MarkupToken.Start)
            {
                var found = Create(tokens.Name, tokens.Content) with { Preceded = preceded, HtmlDoctype = html };
                if (Known.Contains(found.Name)) return found;
                if (IsHtml(found)) return ShownFeed(ref tokens) ?? found;
                first ??= found;
                if (first.Preceded) first = null;
                preceded = true;
            }
            else if (tokens.Kind != MarkupToken.End && !tokens.Content.Trim("\uFEFF\0 \t\r\n").IsEmpty)
            {
                preceded = true;
            }
        }

        return first;
    }

    /// <summary>A feed that a browser saved inside the page in which it showed it; null for any other page.</summary>
    private static RootElement? ShownFeed(ref MarkupTokenizer tokens)
    {
        while (tokens.Read())
        {
            if (tokens.Kind != MarkupToken.Start || tokens.Name is not ("rss" or "feed" or "RDF" or "rdf:RDF")) continue;
            var feed = Create(tokens.Name, tokens.Content) with { Preceded = true };
            if (feed.Attribute("version") is not null || feed.Namespace is not null) return feed;
        }

        return null;
    }

    private static bool IsHtml(RootElement found) => !found.Preceded && (found.HtmlDoctype || found.Name.Equals("html", StringComparison.OrdinalIgnoreCase));

    private static bool HasHtmlDoctype(string head)
    {
        for (var rest = head.AsSpan(); rest.IndexOf("<!") is var at and >= 0;)
        {
            rest = rest[(at + 2)..];
            if (rest.StartsWith("doctype", StringComparison.OrdinalIgnoreCase)) return rest[7..].TrimStart().StartsWith("html", StringComparison.OrdinalIgnoreCase);
        }

        return false;
    }

    private static RootElement Create(ReadOnlySpan<char> name, ReadOnlySpan<char> attributes)
    {
        var colon = name.IndexOf(':');
        var text = attributes.ToString();
        var ns = AttributeTokenizer.Find(text, colon < 0 ? "xmlns" : "xmlns:" + name[..colon].ToString());
        return new RootElement(name[(colon + 1)..].ToString(), string.IsNullOrWhiteSpace(ns) ? null : ns.Trim(), text);
    }
}
