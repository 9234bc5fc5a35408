using System.Text.Json;
using Newswire.Contracts;
using Newswire.Formats.Json;
using Newswire.Formats.Ninjs;

namespace Newswire.Formats.Dialects;

/// <summary>dpa's JSON (digitalwires): one entry, or what its queue answers with, a list of entries.</summary>
public sealed class DigitalwiresFormat : IDispatchFormat
{
    public string Name => "digitalwires";

    public FormatMatch? Match(DispatchHead head) =>
        head.IsJson && head.Json.IndexOf("\"digitalwires@"u8) >= 0 ? new FormatMatch(0.97, "JSON in the format digitalwires") : null;

    public IEnumerable<ItemReading> Read(DispatchText dispatch, ReadContext context)
    {
        var warnings = new List<RecordWarning>();
        using var document = JsonText.Parse(dispatch, context.Limits, warnings);
        var root = document.RootElement;
        foreach (var entry in (root.Get("entries") is { ValueKind: JsonValueKind.Array } entries ? entries : root).AsList())
        {
            if (entry.ValueKind != JsonValueKind.Object)
            {
                yield return new Refusal(ReasonCodes.NoContent, "an entry that is no object");
                continue;
            }

            var item = Map(new JsonFields(entry), context);
            item.Warnings.AddRange(warnings);
            yield return item;
        }
    }

    private static DispatchItem Map(JsonFields fields, ReadContext context)
    {
        var item = new DispatchItem
        {
            ProviderId = (fields.Get("urn").AsText() ?? fields.Get("entry_id").AsText())?.Trim(),
            Version = fields.Get("version").AsText(),
            PubStatus = fields.Get("pubstatus").AsText(),
            Signal = SignalOf(fields.Get("signal").AsText()),
            Language = fields.Get("language").AsText(),
            Urgency = int.TryParse(fields.Get("urgency").AsText(), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var urgency) ? urgency : null,
            Headline = ItemFields.Line(fields.Get("headline").AsText()),
            Summary = ItemFields.PlainText(fields.Get("teaser").AsText(), context.Deadline),
            Byline = ItemFields.Line(fields.Get("byline").AsText()),
            Dateline = fields.Get("dateline").AsText()?.TrimEnd(' ', '-', '–', '—'),
            CreditLine = fields.Get("creditline").AsText(),
            CopyrightNotice = fields.Get("copyrightnotice").AsText(),
            UsageTerms = fields.Get("usageterms").AsText(),
            SignsInWords = true,
        };
        foreach (var (role, name) in (ReadOnlySpan<(string, string)>)[("kicker", "kicker"), ("sub", "subhead")])
            if (ItemFields.Line(fields.Get(name).AsText()) is { } line) item.OtherHeadlines.Add((role, line));
        item.VersionCreated = item.ReadDate(fields.Get("version_created").AsText(), context, "version_created");
        if (fields.Get("embargoed") is { ValueKind: not (JsonValueKind.Undefined or JsonValueKind.Null) } embargo) item.ReadEmbargo(embargo.AsText(), context);
        item.EdNote = Notes(fields);
        ReadText(item, fields, context);
        ReadCategories(item, fields);
        ReadAssociations(item, fields);
        item.IdentityBasis = [item.Headline, item.BodyHtml];
        return item;
    }

    private static string? SignalOf(string? code) => code?[(code.LastIndexOf(':') + 1)..] switch
    {
        "update" => Signals.Update,
        "correction" => Signals.Correction,
        _ => null,
    };

    /// <summary>The text and the box beside it; the caption of a picture is what it says.</summary>
    private static void ReadText(DispatchItem item, JsonFields fields, ReadContext context)
    {
        var html = string.Concat(fields.Get("article_html").AsText(), fields.Get("infobox_html").AsText());
        if (html.Length > 0) item.BodyHtml = html;
        foreach (var description in fields.Get("descriptions").AsList())
            if (description.Get("role").AsText() == "drol:caption") item.Summary ??= ItemFields.PlainText(description.Get("description").AsText(), context.Deadline);
        if (html.Length == 0 && fields.Get("associations").AsList().Take(2).ToList() is [var only] && only.Get("type").AsText() == "image") item.Type = "picture";
    }

    /// <summary>Notes that may be passed on; not the desk's closing line, nor telephone numbers of staff.</summary>
    private static string? Notes(JsonFields fields)
    {
        var notes = fields.Get("ednotes").AsList().Take(DispatchItem.MostConcepts)
            .Where(note => note.Get("is_publishable").ValueKind != JsonValueKind.False && note.Get("role").AsText() != "dpaednoterole:closingline")
            .Select(note => note.Get("ednote").AsText()).OfType<string>().Distinct(StringComparer.Ordinal);
        return string.Join('\n', notes) is { Length: > 0 } text ? text : null;
    }

    private static void ReadCategories(DispatchItem item, JsonFields fields)
    {
        foreach (var category in fields.Get("categories").AsList().Take(1_000))
        {
            if (category.Get("name").AsText()?.Trim() is not { Length: > 0 } name) continue;
            var code = category.Get("qcode").AsText()?.Trim();
            var uri = Vocabulary.Expand(code);
            var concept = new NinjsSubject { Name = name, Rel = "about", Uri = uri == code ? null : uri, Literal = code };
            switch (category.Get("type").AsText())
            {
                case "dnltype:dpasubject": item.Subjects.Add(concept); break;
                case "dnltype:keyword": item.Keywords.Add(name); break;
                case "dnltype:genre" when item.Genres.Count < DispatchItem.MostConcepts: item.Genres.Add(concept with { Rel = null }); break;
                case "dnltype:geosubject" when (item.Named ??= new NamedConcepts()).Places.Count < DispatchItem.MostConcepts: item.Named.Places.Add(concept); break;
                default: break;
            }
        }
    }

    private static void ReadAssociations(DispatchItem item, JsonFields fields)
    {
        foreach (var one in fields.Get("associations").AsList().Take(DispatchItem.MostConcepts))
        {
            if (one.Get("urn").AsText()?.Trim() is { } urn && urn != item.ProviderId)
                (item.Named ??= new NamedConcepts()).Associations.Add(new NinjsAssociation { Name = ItemFields.Line(one.Get("headline").AsText()) ?? urn, Uri = urn, Type = NinjsMapping.TypeOf(one.Get("type").AsText()), Version = one.Get("version").AsText() });
            if (one.Get("renditions").AsList().Select(rendition => (Url: rendition.Get("url").AsText(), Type: rendition.Get("mimetype").AsText())).FirstOrDefault(rendition => rendition.Url is not null) is { Url: { } url, Type: var type })
                item.Renditions.Add(new NinjsRendition { Name = one.Get("type").AsText() ?? "rendition", Href = url.Trim(), ContentType = type });
        }
    }
}
