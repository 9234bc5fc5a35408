using Newswire.Formats.Xml;

namespace Newswire.Formats.NewsML;

/// <summary>Codes of NewsML-G2: aliases vary from provider to provider, the suffix does not.</summary>
internal static class QCode
{
    /// <summary>What follows the alias of @qcode, or the last step of @uri or @literal; null when there is none.</summary>
    public static string? Suffix(Element? element)
    {
        if (element is null) return null;
        if (element.Attribute("qcode") is { } code) return code[(code.LastIndexOf(':') + 1)..];
        if (element.Attribute("uri") is { } uri) return uri.TrimEnd('/')[(uri.TrimEnd('/').LastIndexOfAny(['/', ':', '#']) + 1)..];
        return element.Attribute("literal");
    }

    /// <summary>The same of a code in an attribute of its own, or of its URI in the attribute beside it.</summary>
    public static string? Suffix(Element element, string attribute) =>
        element.Attribute(attribute) is { } code ? code[(code.LastIndexOf(':') + 1)..]
        : element.Attribute(attribute + "uri") is { } uri ? uri.TrimEnd('/')[(uri.TrimEnd('/').LastIndexOfAny(['/', ':', '#']) + 1)..]
        : null;
}
