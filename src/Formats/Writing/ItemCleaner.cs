using Newswire.Contracts;
using Newswire.Formats.Identity;
using Newswire.Formats.Markup;

namespace Newswire.Formats.Writing;

/// <summary>Brings the values of an item into the shape of the record: one-line headlines, harmless HTML, storable characters, bounded lengths.</summary>
internal static class ItemCleaner
{
    public const int LongestId = 512;
    private const int LongestHeadline = 1_000;
    private const int LongestKeyword = 256;
    private const int LongestLine = 2_000;

    public static void Clean(DispatchItem item, RecordContext context, CancellationToken deadline)
    {
        var controls = false;
        item.ProviderId = Text(item.ProviderId, ref controls)?.Trim();
        item.Headline = Line(item, item.Headline, "headline", LongestHeadline, ref controls);
        item.Summary = Text(item.Summary, ref controls)?.Trim();
        item.Byline = Line(item, item.Byline, "byline", LongestLine, ref controls);
        item.Slugline = Line(item, item.Slugline, "slugline", LongestLine, ref controls);
        item.Dateline = Line(item, item.Dateline, "dateline", LongestLine, ref controls);
        item.DatelineCity = Line(item, item.DatelineCity, "located", LongestLine, ref controls);
        item.MetadataCity = Line(item, item.MetadataCity, "located", LongestLine, ref controls);
        item.CreditLine = Line(item, item.CreditLine, "creditline", LongestLine, ref controls);
        item.CopyrightHolder = Line(item, item.CopyrightHolder, "copyrightHolder", LongestLine, ref controls);
        item.CopyrightNotice = Text(item.CopyrightNotice, ref controls)?.Trim();
        item.UsageTerms = Text(item.UsageTerms, ref controls)?.Trim();
        item.EdNote = Text(item.EdNote, ref controls)?.Trim();
        item.Language = Line(item, item.Language, "language", 64, ref controls);
        item.Version = Line(item, item.Version, "version", 64, ref controls);
        var isPlain = item.BodyHtml is null && item.Body is { } text && SafeText.IsPlain(text) && !string.IsNullOrWhiteSpace(text);
        CleanBody(item, isPlain, ref controls, deadline);
        RepeatedHeadline.Take(item);
        SignatureBelow.Take(item);
        CleanLists(item, context, ref controls);
        TextSigns.Read(item, context);
        if (item.Credits.Count == 0 && item.CreditLine is not null) CreditsFromLine(item);
        if (controls) item.Warn(WarningCodes.ControlsRemoved);
        if (SafeText.HasUnusual(item.Headline) || SafeText.HasUnusual(item.ProviderId) || (!isPlain && SafeText.HasUnusual(item.Body)))
            item.Warn(WarningCodes.UnusualCharacters, "characters that hide, reorder or pile up; isolate them where they are shown");
        foreach (var warning in context.Text.Warnings) item.Warnings.Add(warning);
    }

    private static string? Text(string? value, ref bool controls)
    {
        if (value is null) return null;
        value = SafeText.Clean(value, ref controls);
        return string.IsNullOrWhiteSpace(value) ? null : value;
    }

    private static string? Line(DispatchItem item, string? value, string field, int longest, ref bool controls)
    {
        if (value is null || (value.Length <= longest && SafeText.IsPlainLine(value))) return value;
        value = Text(value, ref controls);
        if (value is null) return null;
        value = HtmlText.Fold(value);
        if (value.Length <= longest) return value.Length == 0 ? null : value;
        item.Warn(WarningCodes.FieldTruncated, $"{field}: {value.Length:N0} characters; the raw bytes have them all");
        return SafeText.Truncate(value, longest);
    }

    private static void CleanBody(DispatchItem item, bool isPlain, ref bool controls, CancellationToken deadline)
    {
        var html = Text(item.BodyHtml, ref controls);
        if (html is not null)
        {
            var cleaned = HtmlSanitizer.Clean(html, item.BaseUri, deadline);
            html = cleaned.Html.Length > 0 ? cleaned.Html : null;
            item.Body ??= cleaned.Text;
            foreach (var image in cleaned.Images)
                item.Renditions.Add(new NinjsRendition { Name = "image", Href = image });
        }

        var body = isPlain ? item.Body : Text(item.Body, ref controls);
        if (!isPlain && body?.Contains('\r', StringComparison.Ordinal) is true) body = body.ReplaceLineEndings("\n");
        item.Body = body?.Trim('\n', ' ', '\t', '\r');
        if (item.Body?.Length == 0) item.Body = null;
        if (html is null && item.Preformatted && item.Body is not null)
            html = HtmlSanitizer.Clean("<pre>" + System.Net.WebUtility.HtmlEncode(item.Body) + "</pre>", null, deadline).Html;
        item.BodyHtml = html;
    }

    private static void CleanLists(DispatchItem item, RecordContext context, ref bool controls)
    {
        var limit = context.Limits.Keywords;
        var kept = 0;
        var all = item.Keywords.Count;
        var seen = all > 0 ? new HashSet<string>(StringComparer.Ordinal) : null;
        for (var i = 0; i < all && kept < limit; i++)
        {
            if (Line(item, item.Keywords[i], "keyword", LongestKeyword, ref controls) is { } word && seen!.Add(word)) item.Keywords[kept++] = word;
            if (kept == limit && i + 1 < all) item.Warn(WarningCodes.KeywordsCapped, $"{all:N0} keywords, {limit:N0} kept; the raw bytes have them all");
        }

        item.Keywords.RemoveRange(kept, all - kept);
        for (var i = item.OtherHeadlines.Count - 1; i >= 0; i--)
        {
            if (Line(item, item.OtherHeadlines[i].Value, "headline", LongestHeadline, ref controls) is { } line && !item.OtherHeadlines.Take(i).Any(above => above.Value == line)) item.OtherHeadlines[i] = (item.OtherHeadlines[i].Role, line);
            else item.OtherHeadlines.RemoveAt(i);
        }

        for (var i = item.AltIds.Count - 1; i >= 0; i--)
        {
            if (Line(item, item.AltIds[i].Value, "altId", LongestId, ref controls) is { } id)
                item.AltIds[i] = (Line(item, item.AltIds[i].Role, "altId role", LongestKeyword, ref controls) ?? "alternative", id);
            else item.AltIds.RemoveAt(i);
        }

        CleanConcepts(item, ref controls);

        for (var i = item.Credits.Count - 1; i >= 0; i--)
        {
            if (Line(item, item.Credits[i].Name, "credit", LongestKeyword, ref controls) is { } name) item.Credits[i] = item.Credits[i] with { Name = name };
            else item.Credits.RemoveAt(i);
        }

        if (item.Link is not null && UriRules.SafeLink(item.Link, Base(item.BaseUri), allowMail: false) is var link)
        {
            if (link is null) item.Warn(WarningCodes.FieldUnreadable, "link is no web address");
            item.Link = link;
        }
    }

    private static void CleanConcepts(DispatchItem item, ref bool controls)
    {
        CleanNames(item, item.Subjects, "subject", ref controls);
        CleanNames(item, item.Genres, "genre", ref controls);
        if (item.Named is { } named)
        {
            foreach (var kind in (List<NinjsSubject>[])[named.People, named.Organisations, named.Places, named.Events, named.Objects]) CleanNames(item, kind, "concept", ref controls);
            CleanAssociations(item, named.Associations, ref controls);
        }

        for (var i = 0; i < item.Renditions.Count; i++)
        {
            var rendition = item.Renditions[i];
            item.Renditions[i] = rendition with
            {
                Name = Line(item, rendition.Name, "rendition", LongestKeyword, ref controls) ?? "rendition",
                ContentType = Line(item, rendition.ContentType, "rendition", LongestKeyword, ref controls),
                Href = UriRules.IsValid(rendition.Href) ? rendition.Href : UriRules.SafeLink(rendition.Href, Base(item.BaseUri), allowMail: false) ?? rendition.Href,
            };
        }

        if (item.SignalTarget is { } target)
        {
            item.SignalTarget = target with
            {
                Uri = Line(item, target.Uri, "target", LongestLine, ref controls),
                SequenceNumber = Line(item, target.SequenceNumber, "target", LongestKeyword, ref controls),
                Slugline = Line(item, target.Slugline, "target", LongestLine, ref controls),
                Headline = Line(item, target.Headline, "target", LongestHeadline, ref controls),
                Date = Line(item, target.Date, "target", LongestKeyword, ref controls),
            };
        }
    }

    private static void CleanNames(DispatchItem item, List<NinjsSubject> concepts, string field, ref bool controls)
    {
        for (var i = concepts.Count - 1; i >= 0; i--)
        {
            var concept = concepts[i];
            var literal = Line(item, concept.Literal, field, LongestKeyword, ref controls);
            if ((Line(item, concept.Name, field, LongestKeyword, ref controls) ?? literal) is { } name)
                concepts[i] = concept with { Name = name, Literal = literal, Rel = Line(item, concept.Rel, field, LongestKeyword, ref controls) };
            else concepts.RemoveAt(i);
        }
    }

    private static void CleanAssociations(DispatchItem item, List<NinjsAssociation> associations, ref bool controls)
    {
        for (var i = associations.Count - 1; i >= 0; i--)
        {
            if (Line(item, associations[i].Name, "association", LongestKeyword, ref controls) is { } name)
                associations[i] = associations[i] with { Name = name, Rel = Line(item, associations[i].Rel, "association", LongestKeyword, ref controls) };
            else associations.RemoveAt(i);
        }
    }

    private static Uri? Base(string? baseUri) => Uri.TryCreate(baseUri, UriKind.Absolute, out var uri) ? uri : null;

    /// <summary>Joint lines name several agencies: Nova/Orbe.</summary>
    private static void CreditsFromLine(DispatchItem item)
    {
        foreach (var name in item.CreditLine!.Split('/', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            if (item.Credits.Count < 10) item.Credits.Add(new Credit { Name = SafeText.Truncate(name, LongestKeyword), Role = "distributor" });
    }
}
