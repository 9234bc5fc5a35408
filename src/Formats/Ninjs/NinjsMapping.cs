using System.Globalization;
using System.Text.Json;
using Newswire.Contracts;
using Newswire.Formats.Json;
using Newswire.Formats.Markup;
using Newswire.Formats.NewsML;

namespace Newswire.Formats.Ninjs;

/// <summary>A ninjs document of any version to an item.</summary>
internal static class NinjsMapping
{
    private const int MostNames = 20;

    private static readonly string[] Types = ["text", "audio", "video", "picture", "graphic", "composite", "component", "event", "planning"];

    public static DispatchItem Map(JsonFields fields, string uri, ReadContext context)
    {
        var item = new DispatchItem
        {
            ProviderId = uri,
            Version = fields.Get("version").AsText()?.Trim(),
            PubStatus = fields.Get("pubStatus", "pubstatus").AsText(),
            Language = fields.Get("language").AsText(),
            Byline = fields.Get("by", "byline").AsText(),
            Slugline = fields.Get("slugline").AsText(),
            DatelineCity = fields.Get("located").AsText(),
            MetadataCity = fields.Get("datelinelocation").Get("city").AsText(),
            EdNote = fields.Get("edNote", "ednote").AsText(),
            UsageTerms = JoinedText(fields.Get("usageTerms", "usageterms")),
            CopyrightHolder = fields.Get("copyrightHolder", "copyrightholder").AsText(),
            CopyrightNotice = fields.Get("copyrightNotice", "copyrightnotice").AsText(),
            Urgency = Urgency(fields.Get("urgency")),
            SignsInWords = true,
        };
        var type = fields.Get("type").AsText();
        if (type is "advisory") item.Signal = Signals.Advisory;
        item.Type = TypeOf(type) ?? "text";
        item.FirstCreated = item.ReadDate(fields.Get("firstCreated", "firstcreated", "contentCreated", "contentcreated").AsText(), context, "firstCreated");
        item.VersionCreated = item.ReadDate(fields.Get("versionCreated", "versioncreated").AsText(), context, "versionCreated");
        item.Expires = item.ReadDate(fields.Get("expires").AsText(), context, "expires");
        ReadEmbargo(item, fields, context);
        ReadTexts(item, fields, context);
        ReadSubjects(item, fields);
        foreach (var source in fields.Get("infoSources", "infosources", "infosource").AsList())
            if (NinjsSources.IsProvider(source) && (source.ValueKind == JsonValueKind.Object ? source.Get("name") : source).AsText() is { } name) item.Credits.Add(new Credit { Name = name, Role = "provider" });
        // Superdesk names source and authors in properties of its own.
        if (item.Credits.Count == 0) item.CreditLine ??= fields.Get("creditLine", "creditline", "source").AsText() ?? fields.Get("provider").AsText() ?? item.CopyrightHolder;
        item.Byline ??= Names(fields.Get("authors")) ?? Names(fields.Get("bylines"));
        foreach (var id in fields.Get("altIds", "altids", "altid").AsList())
            if (id.Get("value").AsText() is { } value) item.AltIds.Add((id.Get("role").AsText() ?? "alternative", value));
        ReadRenditions(item, fields);
        NinjsConcepts.Read(item, fields);
        if (fields.Get("eventDetails", "eventdetails", "plannedCoverage") is { ValueKind: JsonValueKind.Object or JsonValueKind.Array })
            item.Warn(WarningCodes.FieldUnreadable, "when an event takes place and what coverage is planned of it; the raw bytes have them");
        return item;
    }

    /// <summary>The names of people listed, as one line.</summary>
    private static string? Names(JsonElement people)
    {
        List<string>? names = null;
        foreach (var person in people.AsList())
        {
            if (person.Get("by", "name").AsText() is not { } name) continue;
            (names ??= []).Add(name);
            if (names.Count == MostNames) break;
        }

        return names is null ? null : string.Join(", ", names);
    }

    /// <summary>A type of the standard's list; null for any other.</summary>
    public static string? TypeOf(string? type) => type == "image" ? "picture" : type is not null && Types.Contains(type) ? type : null;

    private static void ReadEmbargo(DispatchItem item, JsonFields fields, ReadContext context)
    {
        if (fields.Get("embargoed", "embargoedUntil") is not { ValueKind: not JsonValueKind.Undefined } stated) return;
        if (fields.Get("embargoed") is { ValueKind: not JsonValueKind.Undefined } && fields.Get("versionCreated", "pubStatus") is { ValueKind: not JsonValueKind.Undefined })
            item.Warn(WarningCodes.NonstandardName, "embargoed is not a ninjs 3 property; read as embargoedUntil");
        item.ReadEmbargo(stated.AsText(), context);
    }

    private static void ReadTexts(DispatchItem item, JsonFields fields, ReadContext context)
    {
        foreach (var headline in fields.Get("headlines").AsList())
        {
            if (ItemFields.Line(headline.Get("value").AsText()) is not { } value) continue;
            var role = headline.Get("role").AsText() ?? "main";
            if (role == "main" && item.Headline is null) item.Headline = value;
            else item.OtherHeadlines.Add((role, value));
        }

        item.Headline ??= ItemFields.Line(fields.Get("headline", "title").AsText() ?? fields.Get("headline").AsList().Select(headline => headline.Get("value").AsText()).FirstOrDefault(value => value is not null));
        if (item.Headline is null && item.OtherHeadlines.Count > 0)
        {
            item.Headline = item.OtherHeadlines[0].Value;
            item.OtherHeadlines.RemoveAt(0);
        }

        string? caption = null;
        foreach (var description in fields.Get("descriptions").AsList())
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

        foreach (var body in fields.Get("bodies", "body").AsList())
            ReadBody(item, (body.ValueKind == JsonValueKind.String ? body : body.Get("value")).AsText(), body.Get("contentType", "contenttype", "name").AsText());
        ReadOpenNames(item, fields, context);
        if (item.Body is null && item.BodyHtml is null && AgencyMarkup(fields) is { } markup) item.BodyHtml = NitfFragment.Html(markup);
    }

    /// <summary>A text in the markup of news agencies, when there is none in HTML or plain.</summary>
    private static string? AgencyMarkup(JsonFields fields) =>
        fields.Get("bodies").AsList().Select(body => body.Get("value").AsText()).Concat(fields.StartingWith("body_").Select(body => body.Value.AsText())).OfType<string>().FirstOrDefault();

    /// <summary>ninjs 1 has one property a kind of text: body_text, body_html, body_xhtml, body_nitf, description_text …</summary>
    private static void ReadOpenNames(DispatchItem item, JsonFields fields, ReadContext context)
    {
        foreach (var (kind, value) in fields.StartingWith("body_"))
            ReadBody(item, value.AsText(), kind == "text" ? "text/plain" : kind is "html" or "xhtml" ? "text/html" : null);
        foreach (var (_, value) in fields.StartingWith("description_"))
            item.Summary ??= ItemFields.PlainText(value.AsText(), context.Deadline);
        item.Summary ??= ItemFields.PlainText(fields.Get("description").AsText(), context.Deadline);
        foreach (var (role, value) in fields.StartingWith("headline_"))
            if (ItemFields.Line(value.AsText()) is { } line) item.OtherHeadlines.Add((role, line));
    }

    private static void ReadBody(DispatchItem item, string? value, string? contentType)
    {
        if (value is null) return;
        if (contentType is null) contentType = NitfFragment.Is(value) ? "nitf" : HtmlText.HasTag(value) ? "text/html" : "text/plain";
        if (contentType.Contains("plain", StringComparison.OrdinalIgnoreCase)) item.Body ??= value;
        else if (contentType.Contains("html", StringComparison.OrdinalIgnoreCase)) item.BodyHtml ??= value;
    }

    /// <summary>Text of a value, or of a list of them.</summary>
    private static string? JoinedText(JsonElement element) => element.ValueKind is JsonValueKind.Undefined or JsonValueKind.String
        ? element.AsText()
        : string.Join('\n', element.AsList().Select(value => value.AsText()).OfType<string>()) is { Length: > 0 } text ? text : null;

    private static void ReadSubjects(DispatchItem item, JsonFields fields)
    {
        foreach (var subject in fields.Get("subjects", "subject").AsList())
        {
            var (name, literal) = ((subject.ValueKind == JsonValueKind.String ? subject : subject.Get("name"u8)).AsText()?.Trim(), subject.Get("literal"u8).AsText());
            if (subject.Get("rel"u8).AsText() == "keyword")
            {
                if ((literal ?? name) is { } word) item.Keywords.Add(word);
                continue;
            }

            var uri = subject.Get("uri"u8).AsText()?.Trim() ?? Vocabulary.FullUri(subject.Get("scheme"u8).AsText(), subject.Get("code"u8).AsText());
            uri = Vocabulary.Expand(uri);
            if ((name ?? literal ?? uri) is not { } shown) continue;
            item.Subjects.Add(new NinjsSubject { Name = shown, Rel = "about", Uri = uri, Literal = literal });
        }

        foreach (var keyword in fields.Get("keywords", "keyword").AsList())
            if (keyword.AsText() is { } word) item.Keywords.Add(word);
    }

    private static void ReadRenditions(DispatchItem item, JsonFields fields)
    {
        var stated = fields.Get("renditions");
        if (stated.ValueKind == JsonValueKind.Undefined) return;
        foreach (var (name, rendition) in Renditions(stated).Take(50))
        {
            if (rendition.Get("href").AsText()?.Trim() is not { } href) continue;
            if (name == "web") item.Link ??= href;
            else item.Renditions.Add(new NinjsRendition { Name = name ?? "rendition", Href = href, ContentType = rendition.Get("contentType", "contenttype", "mimetype").AsText() });
        }
    }

    /// <summary>A list of named objects; in ninjs 1 one object, with a property for each.</summary>
    private static IEnumerable<(string? Name, JsonElement Rendition)> Renditions(JsonElement renditions) =>
        renditions.ValueKind == JsonValueKind.Object && renditions.Get("href").ValueKind == JsonValueKind.Undefined
            ? renditions.EnumerateObject().Select(property => ((string?)property.Name, property.Value))
            : renditions.AsList().Select(rendition => (rendition.Get("name").AsText(), rendition));

    /// <summary>A number; 4.0 is legal in ninjs 1.</summary>
    private static int? Urgency(JsonElement element) =>
        double.TryParse(element.AsText(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 9 && number == Math.Floor(number) ? (int)number : null;
}
