using Newswire.Formats.Xml;

namespace Newswire.Formats.Feeds;

/// <summary>Which module an element of a feed belongs to. Namespaces are misspelt and missing often enough to count the prefix too.</summary>
internal static class FeedNamespaces
{
    /// <summary>"" for the feed format itself; dc, dcterms, content, atom, media, itunes; "?" for any other.</summary>
    public static string Module(Element element)
    {
        var ns = element.Namespace;
        if (ns.Length == 0) return element.Prefix.Length == 0 ? "" : element.Prefix;
        if (element.Prefix.Length == 0 && element.Parent is not null && ns == element.Parent.Namespace) return "";
        if (ns.StartsWith("http://purl.org/rss/1.0/modules/content", StringComparison.Ordinal)) return "content";
        if (ns.StartsWith("http://purl.org/dc/elements/", StringComparison.Ordinal)) return "dc";
        if (ns.StartsWith("http://purl.org/dc/terms", StringComparison.Ordinal)) return "dcterms";
        if (ns is "http://www.w3.org/2005/Atom" or "http://purl.org/atom/ns#") return "atom";
        if (ns.Contains("search.yahoo.com/mrss", StringComparison.Ordinal)) return "media";
        if (ns.Contains("itunes.com/dtds/podcast", StringComparison.OrdinalIgnoreCase)) return "itunes";
        if (ns is "http://purl.org/rss/1.0/" || ns.Contains("netscape.com/rdf", StringComparison.Ordinal) || ns.Contains("backend.userland.com", StringComparison.Ordinal)
            || ns.Contains("blogs.law.harvard.edu", StringComparison.Ordinal) || ns.Contains("cyber.law.harvard.edu", StringComparison.Ordinal)) return "";
        return ns == "http://www.w3.org/1999/xhtml" ? "xhtml" : "?";
    }
}
