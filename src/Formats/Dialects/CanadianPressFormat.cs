using System.Globalization;
using Newswire.Contracts;
using Newswire.Formats.Xml;

namespace Newswire.Formats.Dialects;

/// <summary>The XML of The Canadian Press: Publish with one ContentItem. Its embargo is local time (source setting <c>TimeZone</c>).</summary>
public sealed class CanadianPressFormat : IDispatchFormat
{
    // What .NET writes for a date that is not set.
    private const string NoDate = "0001-01-01";

    public string Name => "canadian-press";

    public FormatMatch? Match(DispatchHead head) =>
        head.Root is { Name: "Publish", Preceded: false } && head.Text.Contains("<ContentItem", StringComparison.Ordinal) ? new FormatMatch(0.9, "root Publish with a ContentItem") : null;

    public IEnumerable<ItemReading> Read(DispatchText dispatch, ReadContext context)
    {
        var reading = XmlTree.Read(dispatch, context, dispatch.Head.Root!, element => element is { Name: "ContentItem", Parent.Name: "Publish" });
        foreach (var element in reading.Items)
        {
            var item = Map(element, context);
            reading.Note(item);
            yield return item;
        }
    }

    private static DispatchItem Map(Element content, ReadContext context)
    {
        var item = new DispatchItem
        {
            // The slug of the system stays the same from version to version; the file's name does not.
            ProviderId = Value(content, "SystemSlug") ?? Value(content, "FileName"),
            Version = Value(content, "WritethruValue") is { } version and not "0" ? version : null,
            Type = Value(content, "ContentType") is "Photo" or "Picture" ? "picture" : "text",
            Headline = ItemFields.Line(Value(content, "Headline") ?? Value(content, "Headline2")),
            Slugline = Value(content, "SlugProper"),
            Byline = Value(content, "Byline"),
            MetadataCity = Value(content, "City"),
            CreditLine = Value(content, "Credit") ?? Value(content, "Source"),
            Language = Value(content, "Language") switch { "1" => "en", "2" => "fr", _ => null },
            Urgency = int.TryParse(Value(content, "RankingValue"), NumberStyles.None, CultureInfo.InvariantCulture, out var urgency) ? urgency : null,
            SignsInWords = true,
        };
        item.IdentityBasis = [item.Headline, Value(content, "ContentText")];
        item.SetBody(Value(content, "ContentText"));
        if (Value(content, "CreatedDateTime") is { } created && !created.StartsWith(NoDate, StringComparison.Ordinal)) item.FirstCreated = item.ReadDate(created, context, "CreatedDateTime");
        item.VersionCreated = item.ReadDate(Value(content, "UpdatedDateTime"), context, "UpdatedDateTime");
        if (ItemFields.Line(Value(content, "Headline2")) is { } other && other != item.Headline) item.OtherHeadlines.Add(("alternative", other));
        if (Value(content, "EmbargoTime") is { } embargo && !embargo.StartsWith(NoDate, StringComparison.Ordinal)) item.ReadEmbargo(embargo, context);
        foreach (var name in (ReadOnlySpan<string>)["Keyword", "Category", "IndexCode"])
            item.Keywords.AddRange((Value(content, name) ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        var (update, correction) = (Value(content, "UpdateNote"), Value(content, "Corrections"));
        if (update is not null || Value(content, "WriteThruType") is not null) item.RaiseSignal(Signals.Update);
        if (correction is not null) item.RaiseSignal(Signals.Correction);
        if (string.Join('\n', new[] { Value(content, "EditorNote"), update, correction }.OfType<string>()) is { Length: > 0 } note) item.EdNote = note;
        return item;
    }

    private static string? Value(Element content, string name) => content.Child(name)?.Value();
}
