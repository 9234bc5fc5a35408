using Newswire.Contracts;
using Newswire.Formats.Dates;
using Newswire.Formats.Wire;

namespace Newswire.Formats.Dialects;

/// <summary>What the SGML archives share: hard-wrapped copy, datelines of their own, and dates of their age.</summary>
internal static class CopyText
{
    /// <summary>Paragraphs by their indents, without what wires print below a text; typed quotation marks as such.</summary>
    /// <param name="dateline">As it stood before the text when its lines were broken: without it the first line looks short.</param>
    public static void SetBody(DispatchItem item, string text, string? dateline, ReadContext context)
    {
        text = (WireLines.WithoutControls(text) ?? text).Replace("``", "\"", StringComparison.Ordinal).Replace("''", "\"", StringComparison.Ordinal);
        var lines = WireLines.Split(text);
        var first = lines.FindIndex(line => line.Length > 0);
        // Where the line would grow too long with it, it was taken off before.
        var lead = dateline is null || first < 0 || dateline.Length + lines[first].TrimStart().Length >= WireParagraphs.WidestWrap ? "" : dateline + " ";
        if (lead.Length > 0) lines[first] = lead + lines[first].TrimStart();
        WireTrailer.Part(lines);
        var paragraphs = WireParagraphs.Read(lines);
        if (paragraphs.Count > 0 && paragraphs[0].Text.StartsWith(lead, StringComparison.Ordinal)) paragraphs[0] = paragraphs[0] with { Text = paragraphs[0].Text[lead.Length..] };
        WireTrailer.Strip(paragraphs, item, context.Settings);
        WireTextReader.SetBody(item, paragraphs);
    }

    /// <summary>"ALTON, Feb 26 - ", "ALTON, Belgium (AP) ": as printed, without its dash, with city, day and agency.</summary>
    public static void SetDateline(DispatchItem item, string? printed, ReadContext context)
    {
        if (printed is null) return;
        item.Dateline = printed.Trim(' ', '-', '–', '—', '_');
        var reference = item.VersionCreated?.Instant ?? context.Dispatch.Received;
        if (DatelineReader.TryRead(item.Dateline + " - ", context.Settings, reference) is { } found)
        {
            (item.DatelineCity, item.DatelineDate) = (found.City, found.Date);
            item.Credits.AddRange(found.Credits);
        }
        else if (DatelinePlace.Read(item.Dateline) is { Length: > 0 } place)
        {
            item.DatelineCity = DatelinePlace.City(place);
        }
    }

    /// <summary>A date that an archive states: older ones than a feed's can be.</summary>
    public static NewsDate? Date(DispatchItem item, string? stated, ReadContext context)
    {
        if (string.IsNullOrWhiteSpace(stated)) return null;
        if (!NewsDateParser.TryParseArchived(stated, context.Settings, out var date))
        {
            item.Warn(WarningCodes.DateUnusable, stated.Length > 60 ? stated[..60] : stated);
            return null;
        }

        if (date.AssumedZone) item.Warn(WarningCodes.ZoneAssumed, context.Settings.TimeZone ?? "UTC");
        return date;
    }

    /// <summary>The day in the digits behind the letters of a number: AP880212-0001, AFP_ENG_19940512.0003; null when there is none.</summary>
    public static string? DayOfNumber(string? number)
    {
        if (number is null) return null;
        var digits = number.AsSpan(Math.Max(0, number.AsSpan().IndexOfAnyInRange('0', '9')));
        var length = digits.IndexOfAnyExceptInRange('0', '9');
        return length switch
        {
            8 => $"{digits[..4]}-{digits[4..6]}-{digits[6..8]}",
            6 => $"19{digits[..2]}-{digits[2..4]}-{digits[4..6]}",
            _ => null,
        };
    }
}
