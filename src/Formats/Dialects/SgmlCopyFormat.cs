using Newswire.Formats.Xml;

namespace Newswire.Formats.Dialects;

/// <summary>
/// Agency copy in the SGML of text archives, many texts a file: DOC with DOCNO (TREC's of AP and others), DOC with an id (Gigaword's of AFP,
/// AP, Xinhua …), REUTERS (Reuters 1987). It is no XML, and read as what it would be.
/// </summary>
public sealed class SgmlCopyFormat : IDispatchFormat
{
    public string Name => "sgml-copy";

    public FormatMatch? Match(DispatchHead head) => head.Root switch
    {
        { Name: "DOC", Preceded: false } root when head.Text.Contains("<DOCNO>", StringComparison.Ordinal) || root.Attribute("id") is not null && root.Attribute("type") is not null => new FormatMatch(0.9, "root DOC with its number"),
        { Name: "REUTERS", Preceded: false } root when root.Attribute("NEWID") is not null => new FormatMatch(0.95, "root REUTERS with a NEWID"),
        _ => null,
    };

    public IEnumerable<ItemReading> Read(DispatchText dispatch, ReadContext context)
    {
        var reading = XmlTree.Read(dispatch, context, dispatch.Head.Root!, element => element is { Name: "DOC" or "REUTERS", Parent: null });
        foreach (var element in reading.Items)
        {
            var item = element.Name == "DOC" ? DocText.Map(element, context) : Reuters1987.Map(element, context);
            foreach (var warning in reading.Warnings)
                if (warning.Code != WarningCodes.MarkupRepaired) item.Warnings.Add(warning);
            if (reading.Truncated) item.Warn(WarningCodes.TruncatedFeed, "the document is cut off; its whole items are kept");
            yield return item;
        }
    }
}
