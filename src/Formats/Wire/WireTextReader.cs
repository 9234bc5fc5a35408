using System.Net;
using System.Text;
using Newswire.Contracts;
using Newswire.Formats.Signalling;

namespace Newswire.Formats.Wire;

/// <summary>
/// Makes an item of one dispatch of plain wire text, its envelope taken off already. The same text by folder, telex and mail ends in the
/// same headline and body.
/// </summary>
internal static class WireTextReader
{
    private const int LongestEmbargo = 120;

    public static ItemReading Read(List<string> lines, SourceSettings settings, DateTimeOffset received, Header7901? above = null)
    {
        var item = new DispatchItem { Language = above?.Language };
        lines = [.. lines];
        var staffNote = TrailerNotes.CutStaffNotes(lines);
        TakeTrailingDate(lines, item, settings);
        var below = new List<string>();
        TrailerNotes.CutContact(lines, below);
        TrailerNotes.CutEditorNotes(lines, below);
        TrailerNotes.CutAuthorNotes(lines, below);
        WireTrailer.Part(lines);
        var head = WireHeadReader.Read(lines, settings, item.VersionCreated?.Instant ?? received, above);
        var paragraphs = Body(lines, head);
        Fill(item, head);
        BylineBelow.Take(paragraphs, item);
        if (item.Headline is null && head.MarkedText is { } marked && paragraphs.Count == 1 && !paragraphs[0].Preformatted && marked.Length <= 200)
            (item.Headline, item.HeadlineDerived) = (marked, true);
        // A message that is nothing but its note (a kill, an advisory), perhaps above a dateline, is that note.
        paragraphs.RemoveAll(paragraph => string.IsNullOrWhiteSpace(paragraph.Text));
        WireTrailer.Strip(paragraphs, item, settings, mayEmpty: head.Notes.Count > 0);
        var onlyNotes = paragraphs.Count == 0 && head.Notes.Count > 0;
        if (onlyNotes)
        {
            paragraphs.AddRange(head.Notes.Select(note => new WireParagraph(note, Preformatted: false)));
            WireTrailer.Strip(paragraphs, item, settings);
        }

        CreditByline(item);
        if (item.HeadlineDerived && paragraphs.Count == 1)
            item.Headline = paragraphs[0].Text;
        if (!onlyNotes)
            TakeEmbargoBelow(paragraphs, head, settings, item.VersionCreated?.Instant ?? received);
        var notes = onlyNotes ? [] : head.Notes.Select(WireNotes.Clean).ToList();
        if (staffNote is not null)
            notes.Add(staffNote);
        item.EdNote = notes.Count > 0 ? string.Join('\n', notes) : null;
        SetBody(item, paragraphs);
        WireSignals.Apply(item, head.SignalLines, settings, received);
        if (below.Count > 0)
            item.EdNote = item.EdNote is null ? string.Join('\n', below) : item.EdNote + "\n" + string.Join('\n', below);
        if (item.Body is null && item.Headline is null)
            return new Refusal(ReasonCodes.NoContent, "there is no text in it");
        Iptc7901Message.CheckWords(item, head.Words ?? head.Header?.Words);
        return item;
    }

    /// <summary>Body and, when line breaks carry meaning, the same as HTML with the preformatted parts in pre.</summary>
    public static void SetBody(DispatchItem item, List<WireParagraph> paragraphs)
    {
        paragraphs.RemoveAll(paragraph => string.IsNullOrWhiteSpace(paragraph.Text));
        if (paragraphs.Count == 0)
            return;
        item.Body = string.Join("\n\n", paragraphs.ConvertAll(paragraph => paragraph.Text));
        item.Preformatted = paragraphs.Exists(paragraph => paragraph.Preformatted);
        if (!item.Preformatted)
            return;
        var html = new StringBuilder();
        foreach (var paragraph in paragraphs)
        {
            var tag = paragraph.Preformatted ? "pre" : "p";
            html.Append('<').Append(tag).Append('>').Append(WebUtility.HtmlEncode(paragraph.Text)).Append("</").Append(tag).Append(">\n");
        }

        item.BodyHtml = html.ToString();
    }

    private static List<WireParagraph> Body(List<string> lines, WireHead head)
    {
        var body = lines.Skip(head.BodyLine).ToList();
        if (head.Dateline is not { } dateline || body.Count == 0)
            return WireParagraphs.Read(body);

        // The dateline may be wrapped over two lines; it was measured on the joined text.
        if (dateline.Length > body[0].Trim().Length && body.Count > 1)
        {
            body[0] = WireParagraphs.Join(body.GetRange(0, 2));
            body.RemoveAt(1);
        }

        var paragraphs = WireParagraphs.Read(body);
        var first = paragraphs[0].Text.TrimStart();
        first = head.TakeOpening(first[Math.Min(dateline.Length, first.Length)..].TrimStart());
        first = first[DatelineTail.Length(first, head.SignalLines, head.Notes)..];
        paragraphs[0] = paragraphs[0] with { Text = head.TakeOpening(first) };
        if (EditorPhrase.Read(paragraphs[0].Text, isNote: false) is not null)
            head.SignalLines.Insert(0, paragraphs[0].Text);
        return paragraphs;
    }

    private static void Fill(DispatchItem item, WireHead head)
    {
        item.Headline = head.Headlines.Count > 0 ? head.Headlines[0] : null;
        item.OtherHeadlines.AddRange(head.Headlines.Skip(1).Select(text => ("sub", text)));
        item.Byline = head.Byline ?? head.Dateline?.Byline;
        item.Slugline = head.Slug;
        item.CopyrightNotice = head.Copyright;
        if (head.Take is { Length: > 0 } take)
            item.AltIds.Add(("take", take));
        if (head.Header is { } header)
        {
            item.AltIds.Add(("sequence", header.Id));
            item.Urgency = header.Priority is >= 1 and <= 9 ? header.Priority : null;
            item.Language ??= header.Language;
        }

        if (head.Sent is { } sent)
            (item.FirstCreated, item.VersionCreated) = (sent, sent);
        if (head.Dateline is { } dateline)
        {
            item.Dateline = dateline.Text.Trim();
            item.DatelineCity = dateline.City;
            item.DatelineDate = dateline.Date;
            item.Credits.AddRange(dateline.Credits);
        }
        else if (head.Organisation is { } organisation && Signature.Read(organisation.Replace('–', '-')) is { Known: true } signature)
        {
            Signature.Credit(item, signature.Names);
        }
    }

    /// <summary>"By Jane Doe, PA", "By Jane Doe, PA Business Correspondent": the writer's agency, where nothing else names one.</summary>
    private static void CreditByline(DispatchItem item)
    {
        if (item.Credits.Count > 0 || item.Byline is not { } byline || byline.LastIndexOf(',') is not (> 0 and var comma))
            return;
        var tail = byline.AsSpan(comma + 1).Trim();
        var blank = tail.IndexOf(' ');
        var name = Agencies.InSignature(tail) is null && blank > 0 ? tail[..blank] : tail;
        if (Agencies.InSignature(name) is { } agency)
            Signature.Credit(item, Signature.Spelling(agency, name));
    }

    /// <summary>"(EMBARGO: vendredi 15 mars, 06h00)" as the last paragraph.</summary>
    private static void TakeEmbargoBelow(List<WireParagraph> paragraphs, WireHead head, SourceSettings settings, DateTimeOffset reference)
    {
        if (paragraphs.Count < 2 || paragraphs[^1].Text is not { Length: < LongestEmbargo } last || EmbargoPhrase.Read(last, new SignalContext(settings, reference)) is null)
            return;
        head.SignalLines.Insert(0, last);
        head.Notes.Add(last);
        paragraphs.RemoveAt(paragraphs.Count - 1);
    }

    /// <summary>A date-time group as the last line: "AFP 141941 GMT MAR 24".</summary>
    private static void TakeTrailingDate(List<string> lines, DispatchItem item, SourceSettings settings)
    {
        var last = lines.FindLastIndex(line => line.Length > 0);
        if (last > 0 && DateTimeGroup.TryParse(lines[last], settings, out var date))
        {
            (item.FirstCreated, item.VersionCreated) = (date, date);
            lines.RemoveRange(last, lines.Count - last);
        }
    }
}
