namespace Newswire.Formats.Dates;

/// <summary>Year-first dates: RFC 3339, W3CDTF with lower precision, basic ISO, and the same with slashes.</summary>
internal static class IsoDateParser
{
    /// <summary><c>2024-03-14T20:41:07.5+01:00</c> and what is left when its end is; blanks for T; slashes for dashes.</summary>
    public static bool ReadExtended(ReadOnlySpan<char> text, ref DateParts parts)
    {
        DateScanner.Take(ref text, 4, 4, out parts.Year);
        var separator = text[0];
        text = text[1..];
        if (separator == '/') parts.Repair = "slashes";
        parts.Precision = "month";
        var before = text.Length;
        if (!DateScanner.Take(ref text, 1, 2, out parts.Month)) return false;
        if (text.IsEmpty) return separator == '-' && before == 2;
        if (!DateScanner.TakeChar(ref text, separator)) return false;
        parts.Precision = "day";
        if (!DateScanner.Take(ref text, 1, 2, out parts.Day)) return false;
        if (separator == '-' && before - text.Length < "01-01".Length) parts.Repair = "one digit";
        return text.IsEmpty || ReadTimeAfterDate(text, ref parts);
    }

    /// <summary><c>20240314T204107+0100</c>, also without T, seconds or time.</summary>
    public static bool ReadBasic(ReadOnlySpan<char> text, ref DateParts parts)
    {
        DateScanner.Take(ref text, 4, 4, out parts.Year);
        DateScanner.Take(ref text, 2, 2, out parts.Month);
        if (!DateScanner.Take(ref text, 2, 2, out parts.Day)) return false;
        parts.Precision = "day";
        if (text.IsEmpty) return true;
        if (char.IsAsciiDigit(text[0])) return ReadTime(text, ref parts);
        return ReadTimeAfterDate(text, ref parts);
    }

    private static bool ReadTimeAfterDate(ReadOnlySpan<char> text, ref DateParts parts)
    {
        // xs:date may carry a zone: 2024-03-14Z, 2024-03-14+01:00. A bare "-01" after a day is no zone but a misprint.
        if (text is "Z" || (text.Length == 6 && text[0] is '+' or '-' && text[3] == ':')) return ReadZone(text, ref parts);
        if (text[0] is not ('T' or 't' or ' ')) return false;
        if (text[0] == ' ') parts.Repair ??= "blank for T";
        return ReadTime(text[1..].TrimStart(), ref parts);
    }

    /// <summary><c>20:41:07.5 +01:00</c>, <c>204107+0100</c>, with or without seconds and zone.</summary>
    public static bool ReadTime(ReadOnlySpan<char> text, ref DateParts parts)
    {
        if (!DateScanner.Take(ref text, 1, 2, out parts.Hour)) return false;
        var colon = DateScanner.TakeChar(ref text, ':');
        // "20:4" has lost a digit; "20:4:7" has none to lose.
        if (!DateScanner.Take(ref text, colon && text is [_, ':', ..] ? 1 : 2, 2, out parts.Minute)) return false;
        parts.Precision = "minute";
        if ((colon && DateScanner.TakeChar(ref text, ':')) || (!colon && !text.IsEmpty && char.IsAsciiDigit(text[0])))
        {
            if (!DateScanner.Take(ref text, colon ? 1 : 2, 2, out parts.Second)) return false;
            parts.Precision = "second";
        }

        if (!text.IsEmpty && text[0] is '.' or ',') text = TakeFraction(text[1..], ref parts);
        DateScanner.TakeHalfOfDay(ref text, ref parts);
        return text.IsEmpty || ReadZone(text, ref parts);
    }

    private static ReadOnlySpan<char> TakeFraction(ReadOnlySpan<char> text, scoped ref DateParts parts)
    {
        // .NET keeps seven digits; the rest is dropped, not rounded, so that an instant never moves forward.
        var length = 0;
        for (; length < text.Length && char.IsAsciiDigit(text[length]); length++)
            if (length < 7) parts.Fraction = (parts.Fraction * 10) + (text[length] - '0');
        for (var i = length; i < 7; i++) parts.Fraction *= 10;
        return text[length..];
    }

    private static bool ReadZone(ReadOnlySpan<char> text, ref DateParts parts)
    {
        // Java adds the name of the zone: 2024-03-14T20:41:07+01:00[Europe/Brussels].
        if (text is [.., ']'] && text.IndexOf('[') is var bracket and > 0) text = text[..bracket];
        text = text.Trim();
        if (text.IsEmpty) return true;
        if (text is ['+' or '-', .., 'Z']) text = text[..^1];
        if (!ZoneNames.TryParse(text, out var minutes, out var unusable))
        {
            if ((parts.Region = ZoneNames.Region(text)) is not null) return true;
            // A zone name nobody can place (IST, single letters) is as good as none; anything else is not a date.
            if (text.Length > 8 || text.ContainsAnyExceptInRange('A', 'z')) return false;
            parts.Repair = "unknown zone " + text.ToString();
            return true;
        }

        parts.Offset = minutes;
        return !unusable;
    }
}
