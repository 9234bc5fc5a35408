namespace Newswire.Formats.Dates;

/// <summary>Offsets of the zone names that mean one thing only; IST, military letters and the like are unknown on purpose.</summary>
internal static class ZoneNames
{
    /// <summary>Minutes east of Greenwich; false for a name that is unknown or ambiguous.</summary>
    public static bool TryGet(ReadOnlySpan<char> name, out int minutes)
    {
        Span<char> upper = stackalloc char[8];
        minutes = 0;
        if (name.Length is 0 or > 8) return false;
        name.ToUpperInvariant(upper);
        int? hours = upper[..name.Length] switch
        {
            "Z" or "UT" or "UTC" or "GMT" or "WET" => 0,
            "CET" or "MET" or "BST" or "WEST" or "MEZ" => 1,
            "CEST" or "MEST" or "EET" or "MESZ" => 2,
            "EEST" or "MSK" => 3,
            "EDT" => -4,
            "EST" or "CDT" => -5,
            "CST" or "MDT" => -6,
            "MST" or "PDT" => -7,
            "PST" => -8,
            "JST" or "KST" => 9,
            "AEST" => 10,
            _ => null,
        };
        minutes = 60 * (hours ?? 0);
        return hours is not null;
    }

    /// <summary>
    /// An offset as <c>Z</c>, <c>+01:00</c>, <c>+0100</c>, <c>+01</c>, a zone name or <c>GMT+1</c>. False: unknown. An offset outside
    /// −12:00 to +14:00 gives <paramref name="unusable"/>.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> text, out int minutes, out bool unusable)
    {
        minutes = 0;
        unusable = false;
        text = text.Trim();
        if (text.IsEmpty) return false;
        if (text[0] is not ('+' or '-' or '\u2212'))
        {
            var sign = text.IndexOfAny('+', '-');
            if (sign > 0 && text[..sign].Trim() is "GMT" or "UTC" or "UT") return TryParse(text[sign..], out minutes, out unusable);
            return TryGet(text, out minutes);
        }

        var digits = text[1..];
        int hours, rest = 0;
        var colon = digits.IndexOf(':');
        if (colon >= 0)
        {
            // "+01:0" is seen in real feeds.
            if (!DateScanner.Number(digits[..colon], 1, 2, out hours) || !DateScanner.Number(digits[(colon + 1)..], 1, 2, out rest)) return false;
        }
        else if (digits.Length is 3 or 4)
        {
            if (!DateScanner.Number(digits[..^2], 1, 2, out hours) || !DateScanner.Number(digits[^2..], 2, 2, out rest)) return false;
        }
        else if (!DateScanner.Number(digits, 1, 2, out hours))
        {
            return false;
        }

        minutes = (text[0] == '+' ? 1 : -1) * ((60 * hours) + rest);
        unusable = rest > 59 || minutes is < -720 or > 840;
        return true;
    }
}
