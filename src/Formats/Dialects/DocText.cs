using Newswire.Contracts;
using Newswire.Formats.NewsML;
using Newswire.Formats.Wire;
using Newswire.Formats.Xml;

namespace Newswire.Formats.Dialects;

/// <summary>A DOC of TREC or Gigaword to an item. The collections have other names for the same things; all are read.</summary>
internal static class DocText
{
    public static DispatchItem Map(Element doc, ReadContext context)
    {
        var number = First(doc, "DOCNO", "DOCID") ?? doc.Attribute("id");
        var item = new DispatchItem { ProviderId = number, SignsInWords = true };
        item.VersionCreated = Sent(First(doc, "FILEID"), context) ?? CopyText.Date(item, CopyText.DayOfNumber(number), context);
        Heads(doc, item);
        var bylines = doc.Children("BYLINE").Select(byline => ItemFields.Line(byline.InnerText())).OfType<string>().ToList();
        item.Byline = bylines.Count > 0 ? bylines[0] : null;
        var dateline = ItemFields.Line(doc.Child("DATELINE")?.InnerText());
        CopyText.SetDateline(item, dateline, context);
        if (First(doc, "SECOND") is { } slug && TransmissionLine.ReadSlug(slug) is { } read) item.Slugline = read.Slug;
        if (item.Credits.Count == 0 && AgencyOf(number) is { } agency) Signature.Credit(item, [agency]);
        Text(doc, item, dateline, context);
        item.IdentityBasis = [item.Headline, item.Body ?? item.BodyHtml];
        return item;
    }

    /// <summary>The first head is the headline, those for editors are notes.</summary>
    private static void Heads(Element doc, DispatchItem item)
    {
        foreach (var head in doc.Children().Where(child => child.Name is "HEAD" or "HL" or "HEADLINE" or "TITLE"))
        {
            if (ItemFields.Line(head.InnerText()) is not { } line) continue;
            if (line.StartsWith("Eds:", StringComparison.OrdinalIgnoreCase)) item.EdNote = item.EdNote is null ? line[4..].Trim() : item.EdNote + "\n" + line[4..].Trim();
            else if (item.Headline is null) item.Headline = line;
            else item.OtherHeadlines.Add(("sub", line));
        }

        foreach (var note in doc.Children("NOTE"))
            if (ItemFields.Line(note.InnerText()) is { } line) item.EdNote = item.EdNote is null ? line : item.EdNote + "\n" + line;
    }

    /// <summary>Lead and text, in paragraphs of their own or as hard-wrapped copy.</summary>
    private static void Text(Element doc, DispatchItem item, string? dateline, ReadContext context)
    {
        var parts = doc.Children().Where(child => child.Name is "LP" or "LEADPARA" or "TEXT").ToList();
        if (parts.Exists(part => part.HasElements)) item.BodyHtml = string.Concat(parts.Select(part => TextMarkup.Of(part)));
        else CopyText.SetBody(item, string.Join("\n\n", parts.Select(part => part.InnerText())), dateline, context);
    }

    /// <summary>"AP-NR-02-12-88 2344EST" is the trailer of the wire.</summary>
    private static NewsDate? Sent(string? file, ReadContext context) => file is null ? null : AnpaHeader.Trailer(file, context.Settings)?.Date;

    /// <summary>The letters of the number name the wire.</summary>
    private static string? AgencyOf(string? number)
    {
        var letters = number.AsSpan();
        var end = letters.IndexOfAnyExceptInRange('A', 'Z');
        return (end > 0 ? letters[..end] : letters) switch { "AP" or "APW" => "AP", "AFP" => "AFP", "XIN" or "XIE" => "Xinhua", "CNA" => "CNA", "NYT" => "New York Times", _ => null };
    }

    private static string? First(Element doc, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (doc.Child(name)?.Value() is { } value) return value;
        return null;
    }
}
