using Newswire.Contracts;
using Newswire.Formats.Xml;

namespace Newswire.Formats.NewsML;

/// <summary>NITF 2 and 3, with or without its namespace.</summary>
public sealed class NitfFormat : IDispatchFormat
{
    public string Name => "nitf";

    public FormatMatch? Match(DispatchHead head) =>
        head.Root is { Name: "nitf" } root ? new FormatMatch(root.Preceded ? 0.7 : 0.97, "root nitf") : null;

    public IEnumerable<ItemReading> Read(DispatchText dispatch, ReadContext context)
    {
        var reading = XmlTree.Read(dispatch, context, dispatch.Head.Root!, element => element is { Name: "nitf", Parent: null });
        foreach (var element in reading.Items)
        {
            var item = new DispatchItem { SignsInWords = true };
            var nitf = new NitfItem(element, item, context);
            nitf.ReadText();
            nitf.ReadManagement();
            item.IdentityBasis = [item.Headline, item.Body ?? item.BodyHtml];
            reading.Note(item);
            yield return item;
            if (nitf.OtherDocument() is { } other) yield return other;
        }
    }
}
