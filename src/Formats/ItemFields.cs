using Newswire.Contracts;
using Newswire.Formats.Dates;
using Newswire.Formats.Markup;
using Newswire.Formats.Signalling;

namespace Newswire.Formats;

/// <summary>Values read the same way in every structured format.</summary>
internal static class ItemFields
{
    /// <summary>A date, with warnings for what was assumed or cannot be used; null when there is none.</summary>
    public static NewsDate? ReadDate(this DispatchItem item, string? value, ReadContext context, string field)
    {
        if (string.IsNullOrWhiteSpace(value)) return null;
        if (value.Contains('<', StringComparison.Ordinal)) value = OfTimeElement(value);
        if (!NewsDateParser.TryParse(value, context.Settings, out var date, out var repair))
        {
            item.Warn(WarningCodes.DateUnusable, $"{field}: {Shown(value)}");
            return null;
        }

        if (repair is not null) item.Warn(WarningCodes.DateRepaired, $"{field}: {Shown(value)} ({repair})");
        if (date.AssumedZone) item.Warn(WarningCodes.ZoneAssumed, $"{field}: {context.Settings.TimeZone ?? "UTC"}");
        return date;
    }

    /// <summary>A date with its markup: <c>&lt;time datetime="…"&gt;</c>, as content systems leave it in feeds.</summary>
    private static string OfTimeElement(string value)
    {
        var tokens = new MarkupTokenizer(value, html: true);
        while (tokens.Read())
            if (tokens.Kind == MarkupToken.Start && AttributeTokenizer.Find(tokens.Content, "datetime") is { Length: > 0 } time) return time;
        return HtmlText.Line(value);
    }

    /// <summary>
    /// An embargo. Without offset and without a zone of the source it is the latest instant that could be meant (UTC−12): too late is an
    /// inconvenience, too early cannot be undone. What cannot be read holds the item.
    /// </summary>
    public static void ReadEmbargo(this DispatchItem item, string? value, ReadContext context)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            item.Warn(WarningCodes.EmbargoEmpty, context.Settings.EmptyEmbargoHolds ? "held by source setting" : "ignored");
            if (context.Settings.EmptyEmbargoHolds) item.EmbargoUnreadable = true;
            return;
        }

        if (!NewsDateParser.TryParse(value, context.Settings, out var date))
        {
            item.EmbargoUnreadable = true;
            item.Warn(WarningCodes.EmbargoUnreadable, Shown(value));
            return;
        }

        if (date.AssumedZone)
        {
            item.Warn(WarningCodes.EmbargoZoneAssumed, context.Settings.TimeZone ?? "the latest instant it can mean, UTC−12");
            if (context.Settings.TimeZone is null) date = date with { Instant = new DateTimeOffset(date.Instant.DateTime, TimeSpan.FromHours(-12)) };
        }

        // "Embargoed until the 16th" ends with the day, not before it has begun.
        if (date.Precision == "day") date = date with { Instant = date.Instant.AddDays(1) };
        item.Embargoed = date;
    }

    /// <summary>Of the signals an item states the gravest is its own.</summary>
    public static void RaiseSignal(this DispatchItem item, string? signal)
    {
        if (SignalMarkers.Rank(signal) > SignalMarkers.Rank(item.Signal)) item.Signal = signal;
    }

    /// <summary>A value that is HTML when it looks like it, else plain text.</summary>
    public static void SetBody(this DispatchItem item, string? value)
    {
        if (string.IsNullOrWhiteSpace(value)) return;
        if (value.Contains("&lt;/", StringComparison.Ordinal) && !HtmlText.HasTag(value) && Entities.Decode(value) is var twice && HtmlText.HasTag(twice))
        {
            item.Warn(WarningCodes.MarkupRepaired, "HTML escaped twice");
            value = twice;
        }

        if (HtmlText.IsHtml(value)) item.BodyHtml = value;
        else item.Body = value;
    }

    /// <summary>Plain text of a value that may be HTML, paragraphs kept; null when nothing is left.</summary>
    public static string? PlainText(string? value, CancellationToken deadline = default)
    {
        if (string.IsNullOrWhiteSpace(value)) return null;
        var text = HtmlText.IsHtml(value) ? HtmlSanitizer.Clean(value, null, deadline).Text : value.Trim();
        return text.Length == 0 ? null : text;
    }

    /// <summary>One line of text; null when nothing is left.</summary>
    public static string? Line(string? value)
    {
        if (string.IsNullOrWhiteSpace(value)) return null;
        var line = HtmlText.Line(value);
        return line.Length == 0 ? null : line;
    }

    private static string Shown(string value)
    {
        value = HtmlText.Fold(value);
        return value.Length > 60 ? value[..60] + "…" : value;
    }
}
