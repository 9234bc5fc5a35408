using Newswire.Formats.Xml;

namespace Newswire.Formats.NewsML;

/// <summary>NewsML 1.0 to 1.2.</summary>
public sealed class NewsMl1Format : IDispatchFormat
{
    public string Name => "newsml-1";

    public FormatMatch? Match(DispatchHead head) =>
        head.Root is { Name: "NewsML" } root ? new FormatMatch(root.Preceded ? 0.7 : 0.97, "root NewsML, version " + (root.Attribute("Version") ?? "not stated")) : null;

    public IEnumerable<ItemReading> Read(DispatchText dispatch, ReadContext context)
    {
        var reading = XmlTree.Read(dispatch, context, dispatch.Head.Root!, element => element is { Name: "NewsItem", Parent.Name: "NewsML" });
        foreach (var element in reading.Items)
        {
            if (NewsMl1Identity.Of(element) is not { } identity)
            {
                yield return new Refusal(ReasonCodes.NoIdentity, "a NewsItem without identifier");
                continue;
            }

            foreach (var item in new NewsMl1Item(element, identity, context).Map())
            {
                reading.Note(item);
                yield return item;
            }
        }
    }
}
