using Newswire.Contracts;
using Newswire.Formats.Identity;

namespace Newswire.Formats.Writing;

/// <summary>The ninjs 3 document of an item. No nulls inside lists, no empty strings, no property the standard does not have.</summary>
internal static class NinjsWriter
{
    public static NinjsItem Write(DispatchItem item, string uri, string? version, string status, ItemDates dates, RecordContext context) => new()
    {
        Uri = uri,
        Type = item.Type,
        Version = version,
        FirstCreated = dates.FirstCreated,
        VersionCreated = dates.VersionCreated,
        EmbargoedUntil = item.Embargoed?.Instant,
        Expires = item.Expires?.Instant,
        PubStatus = status,
        Urgency = item.Urgency is >= 1 and <= 9 ? item.Urgency : null,
        Language = LanguageTags.Normalize(item.Language),
        Headlines = Headlines(item),
        Slugline = item.Slugline,
        By = item.Byline,
        Located = item.DatelineCity,
        Descriptions = Descriptions(item),
        Bodies = Bodies(item),
        Subjects = Subjects(item, context.Limits.Keywords),
        Genres = Concepts(item.Genres),
        People = Concepts(item.Named?.People),
        Organisations = Concepts(item.Named?.Organisations),
        Places = Concepts(item.Named?.Places),
        Events = Concepts(item.Named?.Events),
        Objects = Concepts(item.Named?.Objects),
        Associations = Associations(item.Named?.Associations),
        InfoSources = item.Credits.Count == 0 ? null : item.Credits.ConvertAll(c => new NinjsParty { Name = c.Name, Role = "provider" }),
        AltIds = item.AltIds.Count == 0 ? null : item.AltIds.ConvertAll(a => new NinjsAltId { Role = a.Role, Value = a.Value }),
        Renditions = Renditions(item),
        EdNote = item.EdNote,
        UsageTerms = item.UsageTerms,
        CopyrightHolder = item.CopyrightHolder,
        CopyrightNotice = item.CopyrightNotice,
    };

    private static List<NinjsText>? Headlines(DispatchItem item)
    {
        if (item.Headline is null && item.OtherHeadlines.Count == 0) return null;
        var headlines = new List<NinjsText>(1 + item.OtherHeadlines.Count);
        if (item.Headline is not null) headlines.Add(new NinjsText { Role = "main", Value = item.Headline });
        foreach (var (role, value) in item.OtherHeadlines) headlines.Add(new NinjsText { Role = role, Value = value });
        return headlines;
    }

    private static List<NinjsText>? Descriptions(DispatchItem item)
    {
        var texts = new List<NinjsText>(3);
        void Add(string role, string? value)
        {
            if (value is not null) texts.Add(new NinjsText { Role = role, Value = value });
        }

        Add("summary", item.Summary);
        Add("dateline", item.Dateline);
        Add("creditline", item.CreditLine ?? (item.Credits.Count == 0 ? null : string.Join('/', item.Credits.Select(c => c.Name))));
        return texts.Count == 0 ? null : texts;
    }

    private static List<NinjsBody>? Bodies(DispatchItem item)
    {
        if (item.Body is null && item.BodyHtml is null) return null;
        var bodies = new List<NinjsBody>(2);
        if (item.Body is { } text)
            bodies.Add(new NinjsBody { Role = "main", ContentType = "text/plain", CharCount = text.Length, WordCount = WordCount.Of(text), Value = text });
        if (item.BodyHtml is { } html) bodies.Add(new NinjsBody { Role = "main", ContentType = "text/html", Value = html });
        return bodies;
    }

    private static List<NinjsSubject>? Subjects(DispatchItem item, int limit)
    {
        if (item.Subjects.Count == 0 && item.Keywords.Count == 0) return null;
        var subjects = new List<NinjsSubject>(Math.Min(item.Subjects.Count, limit) + item.Keywords.Count);
        foreach (var subject in item.Subjects)
        {
            if (subjects.Count >= limit) break;
            subjects.Add(Concept(subject));
        }

        foreach (var word in item.Keywords) subjects.Add(new NinjsSubject { Name = word, Rel = "keyword", Literal = word });
        return subjects;
    }

    private static List<NinjsSubject>? Concepts(List<NinjsSubject>? stated) => stated is { Count: > 0 } ? stated.ConvertAll(Concept) : null;

    /// <summary>With what is no URI as its literal.</summary>
    private static NinjsSubject Concept(NinjsSubject stated) =>
        stated.Uri is null || UriRules.IsValid(stated.Uri) ? stated : stated with { Uri = null, Literal = stated.Literal ?? Printable(stated.Uri) };

    private static List<NinjsAssociation>? Associations(List<NinjsAssociation>? stated) =>
        stated?.FindAll(association => UriRules.IsValid(association.Uri)) is { Count: > 0 } associations ? associations : null;

    private static string? Printable(string? code)
    {
        var changed = false;
        return code is null || Markup.SafeText.Clean(code, ref changed) is not { Length: > 0 } clean ? null : Markup.SafeText.Truncate(clean, 256);
    }

    private static List<NinjsRendition>? Renditions(DispatchItem item)
    {
        if (item.Link is null && item.Renditions.Count == 0) return null;
        var renditions = new List<NinjsRendition>(1 + item.Renditions.Count);
        if (item.Link is not null) renditions.Add(new NinjsRendition { Name = "web", Href = item.Link, ContentType = "text/html" });
        foreach (var rendition in item.Renditions)
            if (UriRules.IsValid(rendition.Href)) renditions.Add(rendition);
        return renditions.Count == 0 ? null : renditions;
    }
}
