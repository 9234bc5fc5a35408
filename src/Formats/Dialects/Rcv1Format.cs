using Newswire.Contracts;
using Newswire.Formats.NewsML;
using Newswire.Formats.Xml;

namespace Newswire.Formats.Dialects;

/// <summary>The archive of Reuters 1996 to 1997 (RCV1, RCV2): a newsitem a file. Its date is a day.</summary>
public sealed class Rcv1Format : IDispatchFormat
{
    public string Name => "rcv1";

    public FormatMatch? Match(DispatchHead head) =>
        head.Root is { Name: "newsitem", Preceded: false } root && root.Attribute("itemid") is not null ? new FormatMatch(0.95, "root newsitem with an itemid") : null;

    public IEnumerable<ItemReading> Read(DispatchText dispatch, ReadContext context)
    {
        var reading = XmlTree.Read(dispatch, context, dispatch.Head.Root!, element => element is { Name: "newsitem", Parent: null });
        foreach (var element in reading.Items)
        {
            var item = Map(element, context);
            reading.Note(item);
            yield return item;
        }
    }

    private static DispatchItem Map(Element news, ReadContext context)
    {
        var (headline, title) = (ItemFields.Line(news.Child("headline")?.InnerText()), ItemFields.Line(news.Child("title")?.InnerText()));
        var item = new DispatchItem
        {
            // A number alone would be any archive's.
            ProviderId = news.Attribute("itemid") is { } id ? "rcv1-" + id : null,
            Headline = headline ?? title,
            Byline = ItemFields.Line(news.Child("byline")?.InnerText()),
            Dateline = ItemFields.Line(news.Child("dateline")?.InnerText()),
            Language = news.Attribute("lang"),
            CopyrightNotice = news.Child("copyright")?.Value(),
            CreditLine = Metadata(news, "dc.source") ?? Metadata(news, "dc.publisher"),
            MetadataCity = Metadata(news, "dc.creator.location"),
            BodyHtml = news.Child("text") is { } text && TextMarkup.Of(text) is var html && !string.IsNullOrWhiteSpace(html) ? html : null,
            SignsInWords = true,
        };
        TakeDesk(item);
        item.IdentityBasis = [item.Headline, item.BodyHtml];
        // The title is the headline behind the name of a country.
        if (headline is not null && title is not null && !title.EndsWith(headline, StringComparison.Ordinal)) item.OtherHeadlines.Add(("alternative", title));
        item.VersionCreated = item.ReadDate(news.Attribute("date") ?? Metadata(news, "dc.date.published"), context, "date");
        foreach (var code in (news.Child("metadata")?.Children("codes") ?? []).SelectMany(codes => codes.Children("code")))
            if (code.Attribute("code") is { } value) item.Subjects.Add(new NinjsSubject { Name = value, Rel = "about", Literal = value });
        return item;
    }

    /// <summary>"-- Alton newsroom +32 0 000 0000" as the last paragraph says how to reach the desk.</summary>
    private static void TakeDesk(DispatchItem item)
    {
        if (item.BodyHtml is not { } html || html.LastIndexOf("<p>", StringComparison.Ordinal) is not (> 0 and var at) || ItemFields.Line(html[at..]) is not { Length: < 120 } desk) return;
        if (!desk.StartsWith("--", StringComparison.Ordinal) || !desk.AsSpan().ContainsAnyInRange('0', '9') || desk.EndsWith('.')) return;
        (item.BodyHtml, item.EdNote) = (html[..at], desk.TrimStart('-', ' '));
    }

    private static string? Metadata(Element news, string name) => (news.Child("metadata")?.Children("dc") ?? []).FirstOrDefault(dc => dc.Attribute("element") == name)?.Attribute("value");
}
