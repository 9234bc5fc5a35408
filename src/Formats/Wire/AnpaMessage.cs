using Newswire.Contracts;
using Newswire.Formats.Signalling;

namespace Newswire.Formats.Wire;

/// <summary>Reads one ANPA 1312 message: slug line, headline, notes, byline, text or table, trailer.</summary>
internal static class AnpaMessage
{
    private const int LongestHeadline = 200;

    private static readonly string[] Notes = ["Eds:", "Eds.:", "Editors:", "AP Photo", "AP Video", "AP Graphic", "With AP", "For use", "(Eds:", "Photo", "EDS:", "AP Interactive", "Multimedia", "An AP"];

    public static ItemReading Read(AnpaHeader header, List<string> raw, bool hasStart, ReadContext context)
    {
        var (lines, ended, trailer) = AnpaLine.Read(raw, header.IsTable, context.Settings);
        if (!ended && (hasStart || raw.Exists(line => line.Contains('\u0002', StringComparison.Ordinal))))
            return new Refusal(ReasonCodes.Truncated, $"message {header.Service}{header.Number:D4} has no end (ETX)");
        var item = new DispatchItem { Slugline = header.Slug };
        item.AltIds.Add(("sequence", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{header.Service}{header.Number:D4}")));
        if (header.Version is { } take)
            item.AltIds.Add(("take", take));
        var sent = trailer is null ? null : AnpaHeader.Trailer(trailer, context.Settings);
        if (sent?.Date is { } date)
        {
            (item.FirstCreated, item.VersionCreated) = (date, date);
            if (date.AssumedZone)
                item.Warn(WarningCodes.ZoneAssumed, "the trailer names no zone");
        }

        var notes = new List<string>();
        var organisation = Head(lines, item, notes);
        var paragraphs = Body(lines);
        TakeAuthorNotes(paragraphs, notes);
        var markers = new List<string>();
        OpeningDateline.Take(paragraphs, item, context.Settings, context.Dispatch.Received, markers, notes);
        AddCredit(item, organisation, sent?.Agency);
        WireTrailer.Strip(paragraphs, item, context.Settings);
        WireTextReader.SetBody(item, paragraphs);
        item.EdNote = notes.Count > 0 ? string.Join('\n', notes) : null;
        if (item.Headline is null && item.Body is null)
            return new Refusal(ReasonCodes.NoContent, "a message without headline or text");
        DeriveHeadline(item, paragraphs);
        WireSignals.Apply(item, [.. markers, .. Labels(header, item)], context.Settings, context.Dispatch.Received);
        Iptc7901Message.CheckWords(item, header.Words);
        return item;
    }

    /// <summary>Takes the header lines off and returns the line below the byline, the writer's organisation.</summary>
    private static string? Head(List<AnpaLine> lines, DispatchItem item, List<string> notes)
    {
        var prose = lines.Exists(line => line.Kind != AnpaLineKind.Header);
        var slugSeen = false;
        string? organisation = null;
        var take = 0;
        for (; take < lines.Count && lines[take].Kind == AnpaLineKind.Header; take++)
        {
            var text = lines[take].Text;
            if (text.Length == 0 || text.StartsWith('*'))
                continue;
            if (!slugSeen && TransmissionLine.ReadSlug(text) is { } slug)
                (slugSeen, item.Slugline) = (true, slug.Slug);
            else if (!slugSeen && take == 0)
                slugSeen = true;
            else if (Notes.Any(note => text.StartsWith(note, StringComparison.Ordinal)))
                notes.Add(WireNotes.Clean(text));
            else if (item.Byline is null && lines[take].Ending is '=' or '\0' && Bylines.Is(text))
                item.Byline = text;
            else if (item.Byline is not null && organisation is null && lines[take].Ending == '=')
                organisation = text;
            else if (item.Headline is null && text.Length <= LongestHeadline && !(text.StartsWith(';') || text.Contains(";;", StringComparison.Ordinal)))
                item.Headline = text.TrimEnd('+').TrimEnd();
            else if (prose && text.Length > LongestHeadline && item.Summary is null)
                item.Summary = text;
            else if (prose && item.Byline is null && lines[take].Ending == '<')
                item.OtherHeadlines.Add(("sub", text));
            else
                break;
        }

        lines.RemoveRange(0, take);
        return organisation;
    }

    /// <summary>Paragraphs; runs of table rows as one preformatted paragraph; header lines within the text as crossheads.</summary>
    private static List<WireParagraph> Body(List<AnpaLine> lines)
    {
        var paragraphs = new List<WireParagraph>();
        foreach (var line in lines)
        {
            if (line.Text.Length == 0)
                continue;
            var row = line.Kind == AnpaLineKind.Row || (line.Kind == AnpaLineKind.Header && line.Text.StartsWith(';'));
            if (row && paragraphs.Count > 0 && paragraphs[^1].Preformatted)
                paragraphs[^1] = paragraphs[^1] with { Text = paragraphs[^1].Text + "\n" + line.Text };
            else
                paragraphs.Add(new WireParagraph(line.Text, row));
        }

        return paragraphs;
    }

    /// <summary>What follows the last "___" is about the writers when it says so; elsewhere "___" parts sections.</summary>
    private static void TakeAuthorNotes(List<WireParagraph> paragraphs, List<string> notes)
    {
        var rule = paragraphs.FindLastIndex(paragraph => paragraph.Text.Length > 1 && paragraph.Text.Trim('_').Length == 0);
        if (rule > 0)
        {
            var tail = paragraphs.Skip(rule + 1).ToList();
            if (tail.Count <= 4 && tail.Exists(paragraph => TrailerNotes.AreAboutAuthors(paragraph.Text)))
            {
                notes.AddRange(tail.Select(paragraph => paragraph.Text));
                paragraphs.RemoveRange(rule, paragraphs.Count - rule);
            }
        }

        paragraphs.RemoveAll(paragraph => paragraph.Text.Length > 1 && paragraph.Text.Trim('_').Length == 0);
    }

    private static void AddCredit(DispatchItem item, string? organisation, string? sender)
    {
        if (item.Credits.Count > 0)
            return;
        foreach (var name in new[] { organisation, item.Byline?.StartsWith("By ", StringComparison.Ordinal) == true ? item.Byline[3..] : null, sender })
        {
            if (name is null || Agencies.InSignature(name) is not { } agency)
                continue;
            Signature.Credit(item, Signature.Spelling(agency, name));
            return;
        }
    }

    /// <summary>A one-line alert has no headline of its own: its one sentence is it.</summary>
    private static void DeriveHeadline(DispatchItem item, List<WireParagraph> paragraphs)
    {
        if (item.Headline is null && paragraphs.Count == 1 && !paragraphs[0].Preformatted && paragraphs[0].Text.Length <= LongestHeadline)
            (item.Headline, item.HeadlineDerived) = (paragraphs[0].Text, true);
    }

    private static List<string> Labels(AnpaHeader header, DispatchItem item)
    {
        var labels = new List<string>();
        if (header.Version is { } version)
            labels.Add(version);
        if (header.Slug.EndsWith("NewsAlert", StringComparison.OrdinalIgnoreCase))
            labels.Add("ALERT");
        if (header.Slug.Contains("Advisory", StringComparison.OrdinalIgnoreCase))
            labels.Add("ADVISORY");
        if (item.Headline is { } headline && !item.HeadlineDerived && MarkerReader.Read(headline, item.Language) is { } marker)
        {
            labels.Add(headline);
            if (!marker.WholeLine)
                item.Headline = headline[marker.Length..];
        }

        return labels;
    }
}
