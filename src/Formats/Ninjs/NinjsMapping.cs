using System.Globalization;
using System.Text.Json;
using Newswire.Contracts;
using Newswire.Formats.Json;

namespace Newswire.Formats.Ninjs;

/// <summary>A ninjs document of any version to an item.</summary>
internal static class NinjsMapping
{
    private static readonly string[] Types = ["text", "audio", "video", "picture", "graphic", "composite", "component", "event", "planning"];

    public static DispatchItem Map(JsonElement element, string uri, ReadContext context)
    {
        var item = new DispatchItem
        {
            ProviderId = uri,
            Version = element.Get("version").AsText()?.Trim(),
            PubStatus = element.Get("pubStatus", "pubstatus").AsText(),
            Language = element.Get("language").AsText(),
            Byline = element.Get("by", "byline").AsText(),
            Slugline = element.Get("slugline").AsText(),
            DatelineCity = element.Get("located").AsText(),
            EdNote = element.Get("edNote", "ednote").AsText(),
            UsageTerms = element.Get("usageTerms", "usageterms").AsText(),
            CopyrightHolder = element.Get("copyrightHolder", "copyrightholder").AsText(),
            CopyrightNotice = element.Get("copyrightNotice", "copyrightnotice").AsText(),
            Urgency = Urgency(element.Get("urgency")),
            SignalInWords = true,
        };
        if (element.Get("type").AsText() is { } type) item.Type = type == "image" ? "picture" : Types.Contains(type) ? type : "text";
        item.FirstCreated = item.ReadDate(element.Get("firstCreated", "firstcreated", "contentCreated", "contentcreated").AsText(), context, "firstCreated");
        item.VersionCreated = item.ReadDate(element.Get("versionCreated", "versioncreated").AsText(), context, "versionCreated");
        item.Expires = item.ReadDate(element.Get("expires").AsText(), context, "expires");
        ReadEmbargo(item, element, context);
        ReadTexts(item, element, context);
        ReadSubjects(item, element);
        foreach (var source in element.Get("infoSources", "infosources", "infosource").AsList())
            if ((source.ValueKind == JsonValueKind.Object ? source.Get("name") : source).AsText() is { } name) item.Credits.Add(new Credit { Name = name, Role = "provider" });
        if (item.Credits.Count == 0) item.CreditLine ??= element.Get("creditLine", "creditline").AsText() ?? item.CopyrightHolder;
        foreach (var id in element.Get("altIds", "altids", "altid").AsList())
            if (id.Get("value").AsText() is { } value) item.AltIds.Add((id.Get("role").AsText() ?? "alternative", value));
        ReadRenditions(item, element);
        return item;
    }

    private static void ReadEmbargo(DispatchItem item, JsonElement element, ReadContext context)
    {
        if (element.Get("embargoed", "embargoedUntil") is not { ValueKind: not JsonValueKind.Undefined } stated) return;
        if (element.Get("embargoed") is { ValueKind: not JsonValueKind.Undefined } && element.Get("versionCreated", "pubStatus") is { ValueKind: not JsonValueKind.Undefined })
            item.Warn(WarningCodes.NonstandardName, "embargoed is not a ninjs 3 property; read as embargoedUntil");
        item.ReadEmbargo(stated.AsText(), context);
    }

    private static void ReadTexts(DispatchItem item, JsonElement element, ReadContext context)
    {
        foreach (var headline in element.Get("headlines").AsList())
        {
            if (ItemFields.Line(headline.Get("value").AsText()) is not { } value) continue;
            var role = headline.Get("role").AsText() ?? "main";
            if (role == "main" && item.Headline is null) item.Headline = value;
            else item.OtherHeadlines.Add((role, value));
        }

        item.Headline ??= ItemFields.Line(element.Get("headline", "title").AsText());
        if (item.Headline is null && item.OtherHeadlines.Count > 0)
        {
            item.Headline = item.OtherHeadlines[0].Value;
            item.OtherHeadlines.RemoveAt(0);
        }

        string? caption = null;
        foreach (var description in element.Get("descriptions").AsList())
        {
            var value = description.Get("value").AsText();
            switch (description.Get("role").AsText())
            {
                case "dateline":
                    item.Dateline = value;
                    break;
                case "creditline":
                    item.CreditLine = value;
                    break;
                case "caption":
                    caption ??= value;
                    break;
                default:
                    item.Summary ??= ItemFields.PlainText(value, context.Deadline);
                    break;
            }
        }

        // A picture's caption is what it says.
        item.Summary ??= ItemFields.PlainText(caption, context.Deadline);

        foreach (var body in element.Get("bodies").AsList()) ReadBody(item, body.Get("value").AsText(), body.Get("contentType", "contenttype").AsText());
        ReadOpenNames(item, element, context);
    }

    /// <summary>ninjs 1 has one property a kind of text: body_text, body_html, body_xhtml, body_nitf, description_text …</summary>
    private static void ReadOpenNames(DispatchItem item, JsonElement element, ReadContext context)
    {
        foreach (var property in element.EnumerateObject())
        {
            if (property.Name.StartsWith("body_", StringComparison.Ordinal))
                ReadBody(item, property.Value.AsText(), property.Name == "body_text" ? "text/plain" : property.Name is "body_html" or "body_xhtml" ? "text/html" : null);
            else if (property.Name.StartsWith("description_", StringComparison.Ordinal) || property.Name == "description")
                item.Summary ??= ItemFields.PlainText(property.Value.AsText(), context.Deadline);
            else if (property.Name.StartsWith("headline_", StringComparison.Ordinal) && ItemFields.Line(property.Value.AsText()) is { } line)
                item.OtherHeadlines.Add((property.Name[9..], line));
        }
    }

    private static void ReadBody(DispatchItem item, string? value, string? contentType)
    {
        if (value is null) return;
        if (contentType is null) contentType = Markup.HtmlText.HasTag(value) ? "text/html" : "text/plain";
        if (contentType.Contains("plain", StringComparison.OrdinalIgnoreCase)) item.Body ??= value;
        else item.BodyHtml ??= value;
    }

    private static void ReadSubjects(DispatchItem item, JsonElement element)
    {
        foreach (var subject in element.Get("subjects", "subject").AsList())
        {
            var (name, literal) = ((subject.ValueKind == JsonValueKind.String ? subject : subject.Get("name")).AsText()?.Trim(), subject.Get("literal").AsText());
            if (subject.Get("rel").AsText() == "keyword")
            {
                if ((literal ?? name) is { } word) item.Keywords.Add(word);
                continue;
            }

            var uri = subject.Get("uri").AsText()?.Trim() ?? Vocabulary.FullUri(subject.Get("scheme").AsText(), subject.Get("code").AsText());
            uri = Vocabulary.Expand(uri);
            if ((name ?? literal ?? uri) is not { } shown) continue;
            item.Subjects.Add(new NinjsSubject { Name = shown, Rel = "about", Uri = uri, Literal = literal });
        }

        foreach (var keyword in element.Get("keywords", "keyword").AsList())
            if (keyword.AsText() is { } word) item.Keywords.Add(word);
    }

    private static void ReadRenditions(DispatchItem item, JsonElement element)
    {
        foreach (var rendition in element.Get("renditions").AsList().Take(50))
        {
            if (rendition.Get("href").AsText()?.Trim() is not { } href) continue;
            if (rendition.Get("name").AsText() == "web") item.Link ??= href;
            else item.Renditions.Add(new NinjsRendition { Name = rendition.Get("name").AsText() ?? "rendition", Href = href, ContentType = rendition.Get("contentType", "mimetype").AsText() });
        }
    }

    /// <summary>A number; 4.0 is legal in ninjs 1.</summary>
    private static int? Urgency(JsonElement element) =>
        double.TryParse(element.AsText(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 9 && number == Math.Floor(number) ? (int)number : null;
}
