using Newswire.Contracts;
using Newswire.Formats.Xml;

namespace Newswire.Formats.Dialects;

/// <summary>A REUTERS element of the collection of 1987 to an item: its text is whole, brief (a title) or unprocessed copy.</summary>
internal static class Reuters1987
{
    public static DispatchItem Map(Element story, ReadContext context)
    {
        // A number alone would be any archive's.
        var item = new DispatchItem { ProviderId = story.Attribute("NEWID") is { } id ? "reuters21578-" + id : null, SignsInWords = true };
        item.VersionCreated = CopyText.Date(item, story.Child("DATE")?.Value()?.Trim('*', '#'), context);
        foreach (var list in (ReadOnlySpan<string>)["TOPICS", "PLACES", "PEOPLE", "ORGS", "EXCHANGES", "COMPANIES"])
            foreach (var entry in story.Child(list)?.Children("D") ?? [])
                if (entry.Value() is { } word) item.Keywords.Add(word);
        item.CreditLine = "Reuters";
        if (story.Child("TEXT") is not { } text) return item;
        item.Headline = ItemFields.Line(Printed(text.Child("TITLE")));
        item.Byline = ItemFields.Line(Printed(text.Child("AUTHOR")));
        var dateline = ItemFields.Line(Printed(text.Child("DATELINE")));
        CopyText.SetDateline(item, dateline, context);
        // What stands beside the elements is the text, too: all of an unprocessed one, the rest of a brief one.
        var beside = string.Concat(Loose(text)).Trim('*', ' ', '\n', '\r', '\t', '\u0002', '\u0003');
        var body = text.Child("BODY")?.InnerText();
        CopyText.SetBody(item, body is null ? beside : beside.Length > 1 ? body + "\n\n" + beside : body, dateline, context);
        item.IdentityBasis = [item.Headline, item.Body];
        return item;
    }

    private static IEnumerable<string> Loose(Element text)
    {
        for (var child = text.First; child is not null; child = child.Next)
            if (child.IsText) yield return child.Text;
    }

    private static string Printed(Element? element) => element is null ? "" : Wire.WireLines.WithoutControls(element.InnerText()) ?? element.InnerText();
}
