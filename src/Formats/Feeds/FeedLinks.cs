using Newswire.Formats.Xml;

namespace Newswire.Formats.Feeds;

/// <summary>Addresses in feeds: where relative ones start, and what they become.</summary>
internal static class FeedLinks
{
    /// <summary>
    /// xml:base of an element: each is relative to the one around it, the outermost to <paramref name="home"/>, because the address the
    /// feed came from is not known.
    /// </summary>
    public static string? Base(Element element, string? home)
    {
        var bases = new Stack<string>();
        for (var at = element; at is not null; at = at.Parent)
            if (at.Attribute("base") is { } value) bases.Push(value);
        var result = home;
        foreach (var next in bases) result = Resolve(result, next);
        return result;
    }

    /// <summary>An absolute address stays as it is, character for character; one that cannot be resolved too.</summary>
    public static string Resolve(string? start, string reference)
    {
        reference = reference.Trim();
        // Typed as into a browser.
        if (reference.StartsWith("www.", StringComparison.OrdinalIgnoreCase)) return "http://" + reference;
        if (HasScheme(reference) || !Uri.TryCreate(start, UriKind.Absolute, out var from) || !Uri.TryCreate(from, reference, out var absolute)) return reference;
        return absolute.AbsoluteUri;
    }

    /// <summary>The first of a feed's own addresses that is absolute: of its pages, else of itself.</summary>
    public static string? Home(Element? feed)
    {
        if (feed is null) return null;
        string? self = null;
        foreach (var link in feed.Children("link"))
        {
            if ((link.Attribute("href") ?? link.Value()) is not { } address || !IsWeb(address)) continue;
            if (link.Attribute("rel") is null or "alternate") return address;
            self ??= address;
        }

        return self;
    }

    /// <summary>On Unix a path is an absolute file address, so that <see cref="Uri"/> cannot be asked.</summary>
    private static bool HasScheme(string reference)
    {
        var colon = reference.IndexOf(':', StringComparison.Ordinal);
        return colon > 1 && char.IsAsciiLetter(reference[0]) && !reference.AsSpan(0, colon).ContainsAny("/?#");
    }

    public static bool IsWeb(string address) =>
        address.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || address.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
}
