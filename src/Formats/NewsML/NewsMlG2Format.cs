using Newswire.Formats.Xml;

namespace Newswire.Formats.NewsML;

/// <summary>NewsML-G2: one item, or a message of items. Only news items become records; packages and concepts are kept raw.</summary>
public sealed class NewsMlG2Format : IDispatchFormat
{
    private const string Namespace = "http://iptc.org/std/nar/2006-10-01/";

    public string Name => "newsml-g2";

    public FormatMatch? Match(DispatchHead head)
    {
        if (head.Root is not { Name: "newsItem" or "newsMessage" or "packageItem" or "conceptItem" or "knowledgeItem" or "planningItem" or "catalogItem" } root) return null;
        var known = root.Namespace == Namespace;
        return new FormatMatch(root.Preceded ? 0.7 : known ? 0.98 : 0.85, $"root {root.Name}" + (known ? " in the NewsML-G2 namespace" : ", namespace missing"));
    }

    public IEnumerable<ItemReading> Read(DispatchText dispatch, ReadContext context)
    {
        var reading = XmlTree.Read(dispatch, context, dispatch.Head.Root!, IsItem);
        if (reading.Items.Count == 0)
        {
            var root = reading.Roots.Count > 0 ? reading.Roots[0].Name : "nothing";
            throw new UnreadableDispatchException(ReasonCodes.NoContent, $"no news item in it: {root} is kept raw");
        }

        foreach (var element in reading.Items)
        {
            if (element.Attribute("guid") is not { } guid)
            {
                yield return new Refusal(ReasonCodes.NoIdentity, "a newsItem without guid");
                continue;
            }

            var item = new G2Item(element, guid, context).Map();
            if (element.Namespace.Length == 0) item.Warn(WarningCodes.NonstandardName, "the NewsML-G2 namespace is missing");
            reading.Note(item);
            yield return item;
        }
    }

    private static bool IsItem(Element element) => element.Name == "newsItem";
}
