using Newswire.Formats.Markup;
using Newswire.Formats.Xml;

namespace Newswire.Formats.Feeds;

/// <summary>RSS 0.90 to 2.0, and 1.0 (RDF), with the modules feeds use: content, Dublin Core, Atom, Media RSS, iTunes.</summary>
public sealed class RssFormat : IDispatchFormat
{
    public string Name => "rss";

    public FormatMatch? Match(DispatchHead head)
    {
        if (head.Root is not { } root) return null;
        var score = root.Preceded ? 0.7 : 0.95;
        if (root.Name.Equals("rss", StringComparison.OrdinalIgnoreCase))
        {
            var version = root.Attribute("version");
            var variant = version is null || version.StartsWith('2') ? "rss20" : "rss" + version.Replace(".", "", StringComparison.Ordinal);
            return new FormatMatch(score, $"root rss, version {version ?? "not stated"}", variant.Length > 8 ? "rss20" : variant);
        }

        if (root.Name != "RDF") return null;
        var old = head.Text.Contains("my.netscape.com/rdf/simple/0.9", StringComparison.Ordinal);
        return new FormatMatch(score, "root RDF" + (old ? " with the namespace of RSS 0.90" : ""), old ? "rss090" : "rss10");
    }

    public IEnumerable<ItemReading> Read(DispatchText dispatch, ReadContext context)
    {
        var reading = XmlTree.Read(dispatch, context, dispatch.Head.Root!, IsItem);
        foreach (var element in reading.Items)
        {
            var channel = IsNamed(element.Parent!, "channel") ? element.Parent : reading.Roots[0].Child("channel");
            var item = new RssItem(element, channel, context).Map();
            reading.Note(item);
            yield return item;
        }
    }

    // By mistake or by standard (1.0), items stand beside the channel.
    private static bool IsItem(Element element) => IsNamed(element, "item")
        && element.Parent is { } parent && (IsNamed(parent, "channel") || IsNamed(parent, "rss") || parent.Name is "RDF" or "items");

    private static bool IsNamed(Element element, string name) => name.Equals(element.Name, StringComparison.OrdinalIgnoreCase);
}
