using System.Globalization;
using Newswire.Contracts;
using Newswire.Formats.Ninjs;
using Newswire.Formats.Xml;

namespace Newswire.Formats.Dialects;

/// <summary>Ritzau's own XML: one RBNews, or the answer of its service with a list of them. Times are local (source setting <c>TimeZone</c>).</summary>
public sealed class RitzauFormat : IDispatchFormat
{
    public string Name => "ritzau";

    public FormatMatch? Match(DispatchHead head) =>
        head.Root is { Name: "RBNews" or "ListOfRBNews" or "ArrayOfRBNews" or "XMLNewsQueuedResponse", Preceded: false } root ? new FormatMatch(0.95, "root " + root.Name) : null;

    public IEnumerable<ItemReading> Read(DispatchText dispatch, ReadContext context)
    {
        var reading = XmlTree.Read(dispatch, context, dispatch.Head.Root!, element => element.Name == "RBNews");
        foreach (var element in reading.Items)
        {
            var item = Map(element, context);
            reading.Note(item);
            yield return item;
        }
    }

    private static DispatchItem Map(Element news, ReadContext context)
    {
        var item = new DispatchItem
        {
            ProviderId = Value(news, "NewsID"),
            Version = Value(news, "version"),
            Headline = ItemFields.Line(Value(news, "headline")),
            Slugline = Value(news, "strapline"),
            Byline = Value(news, "byLine"),
            MetadataCity = Value(news, "town"),
            CreditLine = Value(news, "origin")?.Trim('/', ' '),
            Urgency = int.TryParse(Value(news, "Priority"), NumberStyles.None, CultureInfo.InvariantCulture, out var priority) ? priority : null,
            EdNote = ItemFields.PlainText(Value(news, "TilRedaktionen"), context.Deadline),
            SignsInWords = true,
        };
        item.IdentityBasis = [item.Headline, Value(news, "content")];
        item.VersionCreated = item.ReadDate(Value(news, "PublishDate"), context, "PublishDate");
        item.SetBody(Value(news, "content"));
        if (ItemFields.Line(Value(news, "subtitle")) is { } subtitle) item.OtherHeadlines.Add(("sub", subtitle));
        foreach (var (role, name) in (ReadOnlySpan<(string, string)>)[("history", "HistID"), ("replaces", "replacedID")])
            if (Value(news, name) is { } id) item.AltIds.Add((role, id));
        foreach (var name in (ReadOnlySpan<string>)["section", "format"])
            if (Value(news, name) is { } word) item.Keywords.Add(word);
        item.Keywords.AddRange(Listed(news, "SubjectKeyword"));
        foreach (var code in Listed(news, "IPTCList"))
            item.Subjects.Add(new NinjsSubject { Name = code, Rel = "about", Uri = Vocabulary.OfSubjectCode(code), Literal = code });
        if (IsTrue(news, "NyVersion")) item.RaiseSignal(Signals.Update);
        if (IsTrue(news, "Korrektion")) item.RaiseSignal(Signals.Correction);
        if (IsTrue(news, "Annuleret")) item.PubStatus = Statuses.Canceled;
        return item;
    }

    private static IEnumerable<string> Listed(Element news, string name) => (news.Child(name)?.Children() ?? []).Select(child => child.Value()).OfType<string>();

    private static bool IsTrue(Element news, string name) => string.Equals(Value(news, name), "true", StringComparison.OrdinalIgnoreCase);

    private static string? Value(Element news, string name) => news.Child(name)?.Value();
}
