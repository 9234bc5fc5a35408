using System.Collections.Frozen;
using Newswire.Contracts;
using Newswire.Formats.Markup;

namespace Newswire.Formats.Xml;

/// <summary>
/// Reads XML that is not well-formed: text before the root, several documents, bare ampersands and less-than signs, HTML references,
/// undeclared prefixes, unclosed and crossed elements, a cut-off end. It expands no declared entity.
/// </summary>
internal static class ForgivingXml
{
    private static readonly FrozenDictionary<string, string> UsualPrefixes = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["dc"] = "http://purl.org/dc/elements/1.1/",
        ["dcterms"] = "http://purl.org/dc/terms/",
        ["content"] = "http://purl.org/rss/1.0/modules/content/",
        ["media"] = "http://search.yahoo.com/mrss/",
        ["atom"] = "http://www.w3.org/2005/Atom",
        ["rdf"] = "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        ["itunes"] = "http://www.itunes.com/dtds/podcast-1.0.dtd",
        ["at"] = "http://purl.org/atompub/tombstones/1.0",
        ["xhtml"] = "http://www.w3.org/1999/xhtml",
        ["xml"] = "http://www.w3.org/XML/1998/namespace",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static void Read(string text, string rootName, bool lowerNames, TreeBuilder builder, XmlReading reading)
    {
        var open = new List<(string Name, Dictionary<string, string>? Namespaces)>();
        var tokens = new MarkupTokenizer(text, html: false);
        while (!builder.Done && tokens.Read())
        {
            if (tokens.CutOff) break;
            switch (tokens.Kind)
            {
                case MarkupToken.Start:
                    Start(ref tokens, rootName, lowerNames, builder, open);
                    break;
                case MarkupToken.End:
                    End(Name(tokens.Name, lowerNames), builder, open);
                    break;
                case MarkupToken.Text:
                    if (open.Count > 0) builder.Text(Entities.Decode(tokens.Content));
                    break;
                default:
                    if (open.Count > 0) builder.Text(tokens.Content.ToString());
                    break;
            }
        }

        reading.Truncated = !builder.Done && (open.Count > 0 || tokens.CutOff);
        if (reading.Roots.Count > 1) reading.Warn(WarningCodes.MarkupRepaired, "several documents in one");
    }

    private static string Name(ReadOnlySpan<char> name, bool lower) => lower ? name.ToString().ToLowerInvariant() : name.ToString();

    private static void Start(ref MarkupTokenizer tokens, string rootName, bool lower, TreeBuilder builder, List<(string Name, Dictionary<string, string>? Namespaces)> open)
    {
        var full = Name(tokens.Name, lower);
        var colon = full.IndexOf(':', StringComparison.Ordinal);
        var local = full[(colon + 1)..];
        // Until the root comes, everything is what stands before it.
        if (open.Count == 0 && !local.Equals(rootName, StringComparison.OrdinalIgnoreCase)) return;
        CloseForgotten(local, full, tokens.SelfClosing, builder, open);
        var namespaces = ReadAttributes(tokens.Content, out var attributes);
        open.Add((full, namespaces));
        var prefix = colon < 0 ? "" : full[..colon];
        builder.Start(new Element { Name = local, Prefix = prefix, Namespace = Resolve(prefix, open), Attributes = attributes });
        if (!tokens.SelfClosing && !IsVoid(local, attributes)) return;
        builder.End();
        open.RemoveAt(open.Count - 1);
    }

    /// <summary>
    /// What must have ended before this element of a feed begins: the item before an item, and a line of text (title, link …) before the
    /// next. Otherwise one forgotten end tag would make the rest of a feed a part of one item.
    /// </summary>
    private static void CloseForgotten(string local, string full, bool empty, TreeBuilder builder, List<(string Name, Dictionary<string, string>? Namespaces)> open)
    {
        if (open.Count < 2) return;
        if (local is "item" or "entry" && !empty && builder.ItemName == local)
        {
            End(open.FindLast(o => LocalName(o.Name) is var name && name.SequenceEqual(local)).Name, builder, open);
            return;
        }

        if (builder.ItemName is "item" or "entry" && LocalName(open[^1].Name) is "title" or "link" or "guid" or "pubDate" or "id" or "updated" or "published"
            && (local is "title" or "link" or "guid" or "pubDate" or "description" or "id" or "updated" or "published" or "content" or "summary" or "category" or "author"
                || full.StartsWith("dc:", StringComparison.Ordinal) || full.StartsWith("content:", StringComparison.Ordinal)))
            End(open[^1].Name, builder, open);
    }

    private static ReadOnlySpan<char> LocalName(string name) => name.AsSpan(name.IndexOf(':', StringComparison.Ordinal) + 1);

    /// <summary>HTML that never has an end tag, unescaped in a description; a link of Atom has no content, one of RSS is text.</summary>
    private static bool IsVoid(string name, List<ElementAttribute> attributes) => (name == "link" && attributes.Exists(a => a.Name == "href")) || name is "br" or "img" or "hr" or "wbr" or "BR" or "IMG" or "HR";

    private static void End(string name, TreeBuilder builder, List<(string Name, Dictionary<string, string>? Namespaces)> open)
    {
        var at = open.FindLastIndex(o => o.Name == name);
        if (at < 0) return;
        for (var i = open.Count - 1; i >= at; i--)
        {
            builder.End();
            open.RemoveAt(i);
        }
    }

    private static Dictionary<string, string>? ReadAttributes(ReadOnlySpan<char> content, out List<ElementAttribute> list)
    {
        list = [];
        Dictionary<string, string>? namespaces = null;
        var attributes = new AttributeTokenizer(content);
        while (attributes.Read())
        {
            var name = attributes.Name.ToString();
            var value = Entities.Decode(attributes.Value);
            if (name == "xmlns" || name.StartsWith("xmlns:", StringComparison.Ordinal))
            {
                namespaces ??= new Dictionary<string, string>(StringComparer.Ordinal);
                namespaces[name == "xmlns" ? "" : name[6..]] = value.Trim();
                continue;
            }

            var colon = name.IndexOf(':', StringComparison.Ordinal);
            list.Add(new ElementAttribute(name[(colon + 1)..], colon < 0 ? "" : UsualPrefixes.GetValueOrDefault(name[..colon], ""), value));
        }

        return namespaces;
    }

    private static string Resolve(string prefix, List<(string Name, Dictionary<string, string>? Namespaces)> open)
    {
        for (var i = open.Count - 1; i >= 0; i--)
            if (open[i].Namespaces is { } declared && declared.TryGetValue(prefix, out var found)) return found;
        return prefix.Length == 0 ? "" : UsualPrefixes.GetValueOrDefault(prefix, "");
    }
}
