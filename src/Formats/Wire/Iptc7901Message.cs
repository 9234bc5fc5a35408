using System.Globalization;
using Newswire.Contracts;
using Newswire.Formats.Signalling;

namespace Newswire.Formats.Wire;

/// <summary>Reads one IPTC 7901 message: keywords, head block up to " =", text, staff notes, date-time group.</summary>
internal static class Iptc7901Message
{
    private const int MostHeadLines = 12;
    private const string SecondLine = "Utl.:";

    private static readonly string[] NeutralLabels = ["(Achtung)", "Achtung", "EXTRA", "(EXTRA)", "(Foto)", "(Fotos)", "(Bild)", "(mit Bild)", "(Grafik)"];

    public static ItemReading Read(Wire7901 message, ReadContext context)
    {
        var header = message.Header;
        if (message.IsCut)
            return new Refusal(ReasonCodes.Truncated, $"message {header.Id} has no end (ETX)");
        var item = new DispatchItem { Urgency = header.Priority is >= 1 and <= 9 ? header.Priority : null };
        item.AltIds.Add(("sequence", header.Id));
        if (header.AgencyNumber.Length > 0)
            item.AltIds.Add(("agency-number", (header.Agency + " " + header.AgencyNumber).TrimStart()));
        item.Language = header.Language;
        var lines = Keywords(message, item);
        SetDate(message, lines, item, context.Settings);
        if (item.Slugline is "Impressum" or "Imprint" && header.Words < 100)
            return new Refusal(ReasonCodes.NoContent, "an imprint filler, not news");
        item.EdNote = TrailerNotes.CutStaffNotes(lines);
        var notes = new List<string>();
        var labels = new List<string>();
        var body = header.IsBelga ? -1 : Head(lines, item, labels);
        if (body < 0)
            return Plain(lines, item, header, context);
        var paragraphs = WireParagraphs.Read([.. lines.Skip(body)]);
        OpeningDateline.Take(paragraphs, item, context.Settings, context.Dispatch.Received, labels, notes);
        if (notes.Count > 0)
            item.EdNote = string.Join('\n', item.EdNote is null ? notes : [item.EdNote, .. notes]);
        WireTrailer.Strip(paragraphs, item, context.Settings);
        WireTextReader.SetBody(item, paragraphs);
        if (item.Headline is null && item.Body is null)
            return new Refusal(ReasonCodes.NoContent, $"message {header.Id} has no text");
        WireSignals.Apply(item, labels, context.Settings, context.Dispatch.Received);
        CheckWords(item, header.Words);
        return item;
    }

    /// <summary>Warns when far fewer words came than the sender counted: the message may have been cut on its way.</summary>
    public static void CheckWords(DispatchItem item, int? stated)
    {
        if (stated is not { } sent || sent < 20)
            return;
        var words = 0;
        foreach (var text in new[] { item.Headline, item.Body, item.EdNote })
            words += text is null ? 0 : text.Split([' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries).Length;

        // Chinese and Japanese have no blanks to count by.
        var letters = (item.Body?.Length ?? 0) / 2;
        var unspaced = words > 0 && letters / words > 6;
        if (Math.Max(words, unspaced ? letters : 0) * 2 < sent)
            item.Warn(WarningCodes.WordCountMismatch, string.Create(CultureInfo.InvariantCulture, $"{sent} words stated, {words} came"));
    }

    /// <summary>The lines of head and text; the keyword line above them becomes the slug.</summary>
    private static List<string> Keywords(Wire7901 message, DispatchItem item)
    {
        var lines = message.Text.Count > 0 ? message.Text : message.Preamble;
        var above = message.Preamble;
        var first = above.FindIndex(line => line.Length > 0);
        if (first < 0)
            return lines;
        var slug = TransmissionLine.ReadKeywords(above[first]) ?? (message.Text.Count > 0 ? above[first].Trim().Trim('/') : null);
        if (slug is { Length: > 0 })
            item.Slugline = slug;
        if (ReferenceEquals(lines, above))
            lines = above.Skip(slug is null ? first : first + 1).ToList();
        return lines;
    }

    private static void SetDate(Wire7901 message, List<string> lines, DispatchItem item, SourceSettings settings)
    {
        var stated = message.Trailer.Find(line => line.Length > 0);
        if (stated is null && lines.FindLastIndex(line => line.Length > 0) is var last and > 0 && DateTimeGroup.TryParse(lines[last], settings, out _))
        {
            stated = lines[last];
            lines.RemoveRange(last, lines.Count - last);
        }

        if (stated is null)
            return;
        if (DateTimeGroup.TryParse(stated, settings, out var date))
            (item.FirstCreated, item.VersionCreated) = (date, date);
        else
            item.Warn(WarningCodes.DateUnusable, "date-time group " + (stated.Length > 40 ? stated[..40] : stated));
        if (item.VersionCreated is { AssumedZone: true })
            item.Warn(WarningCodes.ZoneAssumed, "the date-time group names no zone");
    }

    /// <summary>Labels, kickers, headline and byline up to the line that ends with "="; the index after it, or −1 when there is no block.</summary>
    private static int Head(List<string> lines, DispatchItem item, List<string> labels)
    {
        var end = lines.FindIndex(0, Math.Min(MostHeadLines, lines.Count), line => line.EndsWith('='));
        if (end < 0)
            return -1;
        var head = lines.Take(end + 1).Select(line => line.Trim().TrimEnd('=').Trim()).Where(line => line.Length > 0).ToList();
        while (head.Count > 1 && IsLabel(head[0]))
        {
            labels.Add(head[0]);
            head.RemoveAt(0);
        }

        while (head.Count > 1 && Bylines.Is(head[^1]))
        {
            item.Byline = item.Byline is null ? head[^1] : head[^1] + ", " + item.Byline;
            head.RemoveAt(head.Count - 1);
        }

        if (head.Count == 0)
            return end + 1;

        // APA heads its second line "Utl.:", which may be wrapped.
        if (head.FindIndex(line => line.StartsWith(SecondLine, StringComparison.Ordinal)) is var second and > 0)
        {
            item.OtherHeadlines.Add(("sub", string.Join(' ', head.Skip(second))[SecondLine.Length..].TrimStart()));
            head.RemoveRange(second, head.Count - second);
        }

        // The headline may be wrapped; a kicker above it is short.
        var first = head.Count - 1;
        while (first > 0 && head[first - 1].Length >= 60)
            first--;
        item.Headline = string.Join(' ', head.Skip(first));
        if (MarkerReader.Read(item.Headline, item.Language) is { WholeLine: false } marker)
        {
            labels.Add(item.Headline);
            item.Headline = item.Headline[marker.Length..];
        }

        item.OtherHeadlines.AddRange(head.Take(first).Select(kicker => ("kicker", kicker)));
        return end + 1;
    }

    private static bool IsLabel(string line)
        => NeutralLabels.Contains(line, StringComparer.Ordinal) || WireNotes.IsBracketed(line) || MarkerReader.Read(line, null) is { WholeLine: true } || IsNet(line) || EmbargoPhrase.Read(line, new SignalContext(new SourceSettings(), DateTimeOffset.UnixEpoch)) is not null;

    /// <summary>"3RD NET", "1. Ergänzung": a version label that is no signal of its own.</summary>
    private static bool IsNet(string line) => line.Length < 12 && char.IsAsciiDigit(line[0]) && line.EndsWith(" NET", StringComparison.OrdinalIgnoreCase);

    /// <summary>No head block: whatever the lines are, they are wire text.</summary>
    private static ItemReading Plain(List<string> lines, DispatchItem item, Header7901 header, ReadContext context)
    {
        var reading = WireTextReader.Read(lines, context.Settings, Reference(item, context), header);
        if (reading.Item is not { } plain)
            return reading;
        plain.AltIds.AddRange(item.AltIds);
        plain.Warnings.AddRange(item.Warnings);
        plain.Slugline ??= item.Slugline;
        plain.Urgency = item.Urgency;
        plain.Language = item.Language;
        plain.FirstCreated ??= item.FirstCreated;
        plain.VersionCreated ??= item.VersionCreated;
        plain.EdNote = plain.EdNote is null ? item.EdNote : item.EdNote is null ? plain.EdNote : plain.EdNote + "\n" + item.EdNote;
        return plain;
    }

    private static DateTimeOffset Reference(DispatchItem item, ReadContext context) => item.VersionCreated?.Instant ?? context.Dispatch.Received;
}
