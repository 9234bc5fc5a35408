using Newswire.Contracts;
using Newswire.Formats.Xml;

namespace Newswire.Formats.Feeds;

/// <summary>Atom 1.0 (RFC 4287) and 0.3, with deleted entries (RFC 6721), which are kills.</summary>
public sealed class AtomFormat : IDispatchFormat
{
    private const string Atom10 = "http://www.w3.org/2005/Atom";
    private const string Atom03 = "http://purl.org/atom/ns#";
    private const string Tombstones = "http://purl.org/atompub/tombstones/1.0";

    public string Name => "atom";

    public FormatMatch? Match(DispatchHead head)
    {
        if (head.Root is { Name: "deleted-entry", Namespace: Tombstones }) return new FormatMatch(0.97, "root deleted-entry", "atom10");
        if (head.Root is not { Name: "feed" or "entry" } root) return null;
        var old = root.Namespace == Atom03 || root.Attribute("version") is "0.3";
        if (root.Name == "entry" && root.Namespace is not (Atom10 or Atom03)) return null;
        var known = root.Namespace is Atom10 or Atom03;
        if (root.Preceded && !known) return null;
        return new FormatMatch(root.Preceded ? 0.7 : known ? 0.97 : 0.8, $"root {root.Name}" + (known ? " in the Atom namespace" : ""), old ? "atom03" : "atom10");
    }

    public IEnumerable<ItemReading> Read(DispatchText dispatch, ReadContext context)
    {
        var reading = XmlTree.Read(dispatch, context, dispatch.Head.Root!, IsItem);
        foreach (var element in reading.Items)
        {
            var item = element.Name == "deleted-entry" ? Deleted(element, context) : new AtomEntry(element, context).Map();
            if (item is null)
            {
                yield return new Refusal(ReasonCodes.NoIdentity, "a deleted entry that names none");
                continue;
            }

            reading.Note(item);
            yield return item;
        }
    }

    private static bool IsItem(Element element) => element.Name is "entry" or "deleted-entry" && element.Parent?.Name is null or "feed";

    private static DispatchItem? Deleted(Element element, ReadContext context)
    {
        if (element.Attribute("ref") is not { } target) return null;
        var item = new DispatchItem { ProviderId = target, PubStatus = Statuses.Canceled, EdNote = ItemFields.PlainText(element.Child("comment")?.InnerText()) };
        item.VersionCreated = item.ReadDate(element.Attribute("when"), context, "when");
        return item;
    }
}
