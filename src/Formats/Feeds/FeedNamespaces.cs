using Newswire.Formats.Xml;

namespace Newswire.Formats.Feeds;

/// <summary>Which module an element of a feed belongs to. Namespaces are misspelt and missing often enough to count the prefix too.</summary>
internal static class FeedNamespaces
{
    /// <summary>"" for the feed format itself; dc, dcterms, content, atom, media, prism, itunes (all podcast vocabularies); "?" for any other.</summary>
    public static string Module(Element element)
    {
        var (ns, prefix) = (element.Namespace, element.Prefix);
        if (ns.Length == 0) return prefix is "rss" ? "" : prefix;
        if (prefix.Length == 0 && element.Parent is not null && ns == element.Parent.Namespace) return "";
        var address = ns.AsSpan(ns.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? 8 : ns.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? 7 : 0);
        return Known(address) ?? (prefix is "content" or "dc" or "dcterms" or "atom" or "media" or "itunes" ? prefix : "?");
    }

    /// <summary>A name of the feed format itself; some software writes Title or PubDate.</summary>
    public static string CoreName(Element element) => element.Name is [>= 'A' and <= 'Z', ..] name ? name.ToLowerInvariant() : element.Name!;

    private static string? Known(ReadOnlySpan<char> address)
    {
        if (Begins(address, "purl.org/rss/1.0/modules/content") || Begins(address, "turbo.yandex.ru")) return "content";
        if (Begins(address, "purl.org/dc/elements/")) return "dc";
        if (Begins(address, "purl.org/dc/terms")) return "dcterms";
        if (Begins(address, "www.w3.org/2005/Atom") || Begins(address, "purl.org/atom/ns#")) return "atom";
        if (Has(address, "search.yahoo.com/mrss") || Has(address, "rssboard.org/media-rss")) return "media";
        if (Has(address, "itunes.com/dtds/podcast") || Has(address, "google.com/schemas/play-podcasts")) return "itunes";
        if (Has(address, "prismstandard.org/namespaces") || Begins(address, "purl.org/rss/1.0/modules/prism")) return "prism";
        if (address.Equals("purl.org/rss/1.0/", StringComparison.OrdinalIgnoreCase) || Has(address, "netscape.com/rdf") || Has(address, "backend.userland.com") || Has(address, "law.harvard.edu")) return "";
        return address.Equals("www.w3.org/1999/xhtml", StringComparison.OrdinalIgnoreCase) ? "xhtml" : null;
    }

    private static bool Begins(ReadOnlySpan<char> address, string start) => address.StartsWith(start, StringComparison.OrdinalIgnoreCase);

    private static bool Has(ReadOnlySpan<char> address, string part) => address.Contains(part, StringComparison.OrdinalIgnoreCase);
}
