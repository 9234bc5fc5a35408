using Newswire.Formats.Ninjs;
using Newswire.Formats.Xml;

namespace Newswire.Formats.NewsML;

/// <summary>
/// What the aliases of qcodes mean in one item: first what catalogs inside the document say, then the usual names of IPTC's vocabularies. A
/// catalogRef is never loaded, so an alias known to neither keeps its qcode.
/// </summary>
internal sealed class G2Catalog
{
    // IPTC's own catalog has some hundred schemes, the largest of agencies a few dozen.
    private const int MostSchemes = 500;

    private readonly Dictionary<string, string>? _own;

    private G2Catalog(Dictionary<string, string>? own) => _own = own;

    /// <summary>Of an item, with those of the header of the message it came in.</summary>
    public static G2Catalog Of(Element item)
    {
        Dictionary<string, string>? own = null;
        Add(ref own, item);
        if (item.Parent is { Name: "itemSet", Parent: { } message })
        {
            Add(ref own, message);
            if (message.Child("header") is { } header) Add(ref own, header);
        }

        return new G2Catalog(own);
    }

    /// <summary>The URI of a qcode; the qcode itself when nobody says what its alias means.</summary>
    public string? Expand(string? qcode)
    {
        if (qcode is null || qcode.IndexOf(':', StringComparison.Ordinal) is not (> 0 and var colon)) return qcode;
        if (_own is null || !_own.TryGetValue(qcode[..colon], out var scheme)) return Vocabulary.Expand(qcode);
        return scheme + qcode[(colon + 1)..].Trim();
    }

    private static void Add(ref Dictionary<string, string>? own, Element holder)
    {
        foreach (var catalog in holder.Children("catalog"))
        {
            foreach (var scheme in catalog.Children("scheme"))
            {
                if (own?.Count >= MostSchemes) return;
                // The item's own catalog goes before that of its message.
                if (scheme.Attribute("alias") is { } alias && scheme.Attribute("uri") is { } uri) (own ??= new(StringComparer.Ordinal)).TryAdd(alias, uri);
            }
        }
    }
}
