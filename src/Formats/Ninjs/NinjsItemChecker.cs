using Newswire.Contracts;
using Newswire.Formats.Identity;
using Newswire.Formats.Markup;

namespace Newswire.Formats.Ninjs;

/// <summary>
/// What the ninjs 3 schema asks of the values of an item. Names and types are right by <see cref="NinjsItem"/> itself; this looks at what
/// a type cannot say: URIs, ranges, closed lists, texts that must be there.
/// </summary>
public static class NinjsItemChecker
{
    private const string BadText = ": empty, or holds characters that cannot be stored";

    // NUL, and halves of characters.
    private static readonly CharRanges Suspects = new(('\0', '\0'), ('\uD800', '\uDFFF'));

    /// <summary>The first fault as "property: what is wrong"; null when the item is valid.</summary>
    public static string? FirstFault(NinjsItem item)
    {
        if (!UriRules.IsValid(item.Uri)) return "uri: not an absolute ASCII URI";
        if (item.Type is not (null or "text" or "audio" or "video" or "picture" or "graphic" or "composite" or "component" or "event" or "planning"))
            return "type: not of the standard's list";
        if (item.PubStatus is not (null or Statuses.Usable or Statuses.Withheld or Statuses.Canceled)) return "pubStatus: not of the standard's list";
        if (item.Urgency is < 1 or > 9) return "urgency: outside 1 to 9";
        return FaultOfTexts(item) ?? FaultOfLists(item);
    }

    private static string? FaultOfTexts(NinjsItem item)
    {
        var fault = Fault("version", item.Version) ?? Fault("language", item.Language) ?? Fault("slugline", item.Slugline) ?? Fault("by", item.By) ?? Fault("located", item.Located)
            ?? Fault("edNote", item.EdNote) ?? Fault("usageTerms", item.UsageTerms) ?? Fault("copyrightHolder", item.CopyrightHolder) ?? Fault("copyrightNotice", item.CopyrightNotice);
        if (fault is not null) return fault;
        foreach (var text in item.Headlines ?? [])
            if (IsBad(text.Value)) return "headlines" + BadText;
        foreach (var text in item.Descriptions ?? [])
            if (IsBad(text.Value)) return "descriptions" + BadText;
        foreach (var body in item.Bodies ?? [])
        {
            if (IsBad(body.Value)) return "bodies" + BadText;
            if (body.ContentType is not ("text/plain" or "text/html")) return "bodies: content type " + body.ContentType;
        }

        return null;
    }

    private static string? FaultOfLists(NinjsItem item)
    {
        if (HasBadConcept(item.Subjects)) return "subjects: no name, or a URI that is none";
        if (HasBadConcept(item.Genres) || HasBadConcept(item.People) || HasBadConcept(item.Organisations) || HasBadConcept(item.Places) || HasBadConcept(item.Events) || HasBadConcept(item.Objects))
            return "genres, people, organisations, places, events, objects: no name, or a URI that is none";
        foreach (var source in item.InfoSources ?? [])
            if (IsBad(source.Name)) return "infoSources: no name";
        foreach (var id in item.AltIds ?? [])
            if (IsBad(id.Role) || IsBad(id.Value)) return "altIds: empty";
        foreach (var rendition in item.Renditions ?? [])
            if (IsBad(rendition.Name) || !UriRules.IsValid(rendition.Href)) return "renditions: no name, or a href that is no URI";
        foreach (var association in item.Associations ?? [])
            if (IsBad(association.Name) || !UriRules.IsValid(association.Uri)) return "associations: no name, or a URI that is none";
        return item.DigitalSourceType is { } type && !UriRules.IsValid(type.Uri) ? "digitalSourceType: not a URI" : null;
    }

    private static bool HasBadConcept(IReadOnlyList<NinjsSubject>? concepts)
    {
        foreach (var concept in concepts ?? [])
            if (IsBad(concept.Name) || IsBadUri(concept.Uri)) return true;
        return false;
    }

    private static bool IsBadUri(string? uri) => uri is not null && !UriRules.IsValid(uri);

    private static string? Fault(string name, string? value) => value is not null && IsBad(value) ? name + BadText : null;

    private static bool IsBad(string value)
    {
        if (string.IsNullOrWhiteSpace(value)) return true;
        for (var at = Suspects.FirstIn(value); at >= 0 && at < value.Length;)
        {
            if (value[at] == '\0') return true;
            if (char.IsSurrogate(value[at]))
            {
                if (!char.IsHighSurrogate(value[at]) || at + 1 >= value.Length || !char.IsLowSurrogate(value[at + 1])) return true;
                at++;
            }

            at++;
        }

        return false;
    }
}
