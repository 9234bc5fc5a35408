using System.Text.Json;
using Newswire.Contracts;
using Newswire.Formats.Json;

namespace Newswire.Formats.Feeds;

/// <summary>JSON Feed 1.0 and 1.1 (jsonfeed.org).</summary>
public sealed class JsonFeedFormat : IDispatchFormat
{
    public string Name => "jsonfeed";

    public FormatMatch? Match(DispatchHead head)
    {
        if (head.Json is not [(byte)'{', ..] json) return null;
        if (IsFeed(json)) return new FormatMatch(0.98, "JSON with a jsonfeed.org version");
        // Some software leaves the version out or writes it last; no other JSON of news has these names.
        var has = json.IndexOf("\"items\""u8) >= 0 && (json.IndexOf("\"content_html\""u8) >= 0 || json.IndexOf("\"content_text\""u8) >= 0 || json.IndexOf("\"date_published\""u8) >= 0);
        return has ? new FormatMatch(0.7, "JSON with items that have names of JSON Feed") : null;
    }

    /// <summary>The start of the document names a version of JSON Feed; slashes may be escaped.</summary>
    private static bool IsFeed(ReadOnlySpan<byte> json)
    {
        for (; json.IndexOf("jsonfeed.org"u8) is var at and > 2; json = json[(at + 1)..])
            if (IsVersion(json[(at - 2)..]) || (at > 4 && IsVersion(json[(at - 4)..]))) return true;
        return false;
    }

    /// <summary>What follows the scheme of the address that is a version of JSON Feed.</summary>
    internal static bool IsVersion(ReadOnlySpan<byte> address) => address.StartsWith("//jsonfeed.org/version/"u8) || address.StartsWith(@"\/\/jsonfeed.org\/version\/"u8);

    public IEnumerable<ItemReading> Read(DispatchText dispatch, ReadContext context)
    {
        var warnings = new List<RecordWarning>();
        using var document = Parse(dispatch, context, warnings);
        var feed = document.RootElement;
        if (feed.Get("items") is not { ValueKind: JsonValueKind.Array } items)
            throw new UnreadableDispatchException(ReasonCodes.NotJson, "items is not a list");
        foreach (var element in items.EnumerateArray())
        {
            if (element.ValueKind != JsonValueKind.Object)
            {
                yield return new Refusal(ReasonCodes.NoContent, "an item that is no object");
                continue;
            }

            var fields = new JsonFields(element);
            var item = Map(fields, feed, context);
            item.Warnings.AddRange(warnings);
            if (fields.NamesTwice) item.Warn(WarningCodes.MarkupRepaired, JsonFields.Twice);
            yield return item;
        }
    }

    private static JsonDocument Parse(DispatchText dispatch, ReadContext context, List<RecordWarning> warnings)
    {
        try
        {
            return JsonText.Parse(dispatch, context.Limits, warnings);
        }
        catch (UnreadableDispatchException e) when (e.Code == ReasonCodes.Truncated)
        {
            if (CutJson.Close(JsonText.Trim(dispatch.Text), "items", context.Limits.JsonDepth) is not { } closed) throw;
            warnings.Add(new RecordWarning { Code = WarningCodes.TruncatedFeed, Detail = "the document is cut off; its whole items are kept" });
            return JsonText.Parse(closed, context.Limits, warnings);
        }
    }

    private static DispatchItem Map(JsonFields fields, JsonElement feed, ReadContext context)
    {
        var item = new DispatchItem
        {
            ProviderId = fields.Get("id").AsText()?.Trim(),
            Headline = ItemFields.Line(fields.Get("title").AsText()),
            Language = (fields.Get("language").AsText() ?? feed.Get("language").AsText())?.Trim(),
            Link = Absolute(fields.Get("url").AsText() ?? fields.Get("external_url").AsText(), feed),
            BaseUri = Absolute(fields.Get("url").AsText(), feed) ?? feed.Get("home_page_url").AsText()?.Trim(),
            BodyHtml = fields.Get("content_html").AsText(),
            Body = fields.Get("content_text").AsText(),
            Summary = ItemFields.PlainText(fields.Get("summary").AsText(), context.Deadline),
            SignsInWords = true,
        };
        item.VersionCreated = item.ReadDate(fields.Get("date_modified").AsText(), context, "date_modified");
        item.FirstCreated = item.ReadDate(fields.Get("date_published").AsText(), context, "date_published");
        item.Byline = Authors(fields.Get("authors")) ?? Authors(fields.Get("author")) ?? Authors(feed.Get("authors")) ?? Authors(feed.Get("author"));
        Media(item, fields);
        foreach (var tag in fields.Get("tags").AsList())
            if (tag.AsText() is { } word) item.Keywords.Add(word);
        if (fields.Get("title") is { ValueKind: JsonValueKind.Object or JsonValueKind.Array }) item.Warn(WarningCodes.FieldUnreadable, "title is no text");
        if (item.Body is null && item.BodyHtml is null) (item.Body, item.Summary) = (item.Summary, null);
        if (item.ProviderId is null && item.Link is not null)
        {
            item.ProviderId = item.Link;
            item.Warn(WarningCodes.GuidDerived, "no id: the url stands in");
        }

        item.IdentityBasis = [item.Headline, item.Body ?? item.BodyHtml];
        FeedBoilerplate.Take(item);
        return item;
    }

    /// <summary>An address of the item; what is relative starts at the home page, for want of a rule in the standard.</summary>
    private static string? Absolute(string? link, JsonElement feed) =>
        link is null ? null : FeedLinks.Resolve(feed.Get("home_page_url", "feed_url").AsText()?.Trim(), link);

    private static void Media(DispatchItem item, JsonFields fields)
    {
        var media = new FeedMedia(item);
        foreach (var attachment in fields.Get("attachments").AsList())
            if (attachment.ValueKind == JsonValueKind.Object) media.Add("enclosure", attachment.Get("url").AsText()?.Trim(), attachment.Get("mime_type").AsText());
        foreach (var image in (ReadOnlySpan<string>)["image", "banner_image"]) media.Add("image", fields.Get(image).AsText()?.Trim(), null);
    }

    private static string? Authors(JsonElement authors) => authors.ValueKind == JsonValueKind.Undefined
        ? null
        : FeedAuthors.Join(authors.AsList().Select(a => (a.ValueKind == JsonValueKind.Object ? a.Get("name") : a).AsText()?.Trim()));
}
