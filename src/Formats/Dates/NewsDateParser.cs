using Newswire.Contracts;

namespace Newswire.Formats.Dates;

/// <summary>
/// The one parser of dates: RFC 3339, W3CDTF, basic ISO, RFC 822 with month names of many languages, asctime, Unix seconds and
/// milliseconds. Weekdays are ignored, impossible days refused, an absent zone is the source's. Linear in the input.
/// </summary>
public static class NewsDateParser
{
    // Nothing that is a date is longer; comments in RFC 822 dates are short.
    private const int LongestDate = 120;

    /// <summary>False: not a usable date (empty, impossible, before 1990, order of day and month unknown …).</summary>
    public static bool TryParse(ReadOnlySpan<char> text, SourceSettings settings, out NewsDate date) => TryParse(text, settings, out date, out _);

    /// <summary>A date of an archive, which may be of the last century.</summary>
    public static bool TryParseArchived(ReadOnlySpan<char> text, SourceSettings settings, out NewsDate date) => TryParse(text, settings, earliest: 1900, out date, out _);

    /// <param name="repair">What was read leniently, for a warning; null when the date was as a standard has it.</param>
    public static bool TryParse(ReadOnlySpan<char> text, SourceSettings settings, out NewsDate date, out string? repair) => TryParse(text, settings, earliest: 0, out date, out repair);

    private static bool TryParse(ReadOnlySpan<char> text, SourceSettings settings, int earliest, out NewsDate date, out string? repair)
    {
        date = default;
        repair = null;
        text = text.Trim();
        if (text.Length is < 4 or > LongestDate) return false;
        var parts = new DateParts { Month = 1, Day = 1, Precision = "second", Earliest = earliest };
        if (!Read(text, settings, ref parts) || !parts.TryResolve(settings, out date)) return false;
        repair = parts.Repair;
        return true;
    }

    private static bool Read(ReadOnlySpan<char> text, SourceSettings settings, ref DateParts parts)
    {
        if (!text.ContainsAnyExceptInRange('0', '9')) return ReadDigits(text, ref parts);
        if (CjkDate.TryRewrite(text, out var rewritten))
        {
            parts.Repair = "date of East Asia";
            text = rewritten;
        }

        text = WithoutWeekday(text);
        var year = text.Length >= 5 && !text[..4].ContainsAnyExceptInRange('0', '9');
        if (year && text[4] is '-' or '/') return IsoDateParser.ReadExtended(text, ref parts);
        if (year && text.Length >= 8 && !text[..8].ContainsAnyExceptInRange('0', '9')) return IsoDateParser.ReadBasic(text, ref parts);
        return WordyDateParser.Read(text, settings, ref parts);
    }

    /// <summary>"Fri, 13/12/2019", "Mon, 2006-01-02": a weekday before a date in numbers.</summary>
    private static ReadOnlySpan<char> WithoutWeekday(ReadOnlySpan<char> text)
    {
        var word = text.IndexOfAny(' ', ',');
        if (word <= 0 || !char.IsLetter(text[0])) return text;
        var rest = text[word..].TrimStart(" ,");
        return WordyDateParser.IsNumericDate(rest) || (rest.Length >= 8 && rest[4] is '-' or '/' && !rest[..4].ContainsAnyExceptInRange('0', '9')) ? rest : text;
    }

    private static bool ReadDigits(ReadOnlySpan<char> text, ref DateParts parts)
    {
        switch (text.Length)
        {
            case 4:
                parts.Precision = "year";
                return DateScanner.Number(text, 4, 4, out parts.Year);
            case 8 or 12 or 14:
                return IsoDateParser.ReadBasic(text, ref parts);
            case 10 or 13:
                var ticks = long.Parse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture);
                var instant = text.Length == 10 ? DateTimeOffset.FromUnixTimeSeconds(ticks) : DateTimeOffset.FromUnixTimeMilliseconds(ticks);
                (parts.Year, parts.Month, parts.Day) = (instant.Year, instant.Month, instant.Day);
                (parts.Hour, parts.Minute, parts.Second) = (instant.Hour, instant.Minute, instant.Second);
                parts.Fraction = instant.Millisecond * 10_000;
                (parts.Offset, parts.Repair) = (0, "Unix time");
                return true;
            default:
                return false;
        }
    }
}
