using System.Collections.Frozen;

namespace Newswire.Formats.Dates;

/// <summary>Offsets of the zone names that mean one thing only; IST, AST, military letters and the like are unknown on purpose.</summary>
internal static class ZoneNames
{
    private static readonly (int Minutes, string Names)[] Rows =
    [
        (-600, "HST"), (-540, "AKST"), (-480, "PST AKDT"), (-420, "MST PDT"), (-360, "CST MDT"), (-300, "EST CDT COT PET"), (-240, "EDT CLT VET BOT GYT"), (-210, "NST"),
        (-180, "ART BRT CLST UYT ADT"), (-150, "NDT"), (-120, "BRST"), (0, "Z UT UTC GMT WET"), (60, "CET MET BST WEST MEZ WAT"), (120, "CEST MEST EET MESZ CAT SAST"),
        (180, "EEST MSK EAT TRT IDT"), (210, "IRST"), (240, "GST AZT SAMT"), (270, "AFT"), (300, "PKT UZT MVT YEKT"), (330, "SLST"), (345, "NPT"), (360, "BTT"), (390, "MMT"),
        (420, "ICT WIB NOVT KRAT"), (480, "HKT SGT MYT PHT AWST WITA IRKT ULAT"), (540, "JST KST WIT YAKT"), (570, "ACST"), (600, "AEST VLAT PGT CHST"), (630, "ACDT"), (660, "AEDT MAGT"),
        (720, "NZST FJT PETT"), (780, "NZDT"),
    ];

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Minutes = Build();

    /// <summary>Minutes east of Greenwich; false for a name that is unknown or ambiguous.</summary>
    public static bool TryGet(ReadOnlySpan<char> name, out int minutes)
    {
        minutes = 0;
        return name.Length <= 8 && Minutes.TryGetValue(name, out minutes);
    }

    /// <summary>The tz database's name of a zone whose offset depends on the day: <c>Europe/Brussels</c>, <c>ET</c>; null when it is none.</summary>
    public static string? Region(ReadOnlySpan<char> name)
    {
        if (name is "ET") return "America/New_York";
        if (name is "CT") return "America/Chicago";
        if (name is "MT") return "America/Denver";
        if (name is "PT") return "America/Los_Angeles";
        if (!name.Contains('/') || name.Length > 40) return null;
        var region = name.ToString();
        return NodaTime.DateTimeZoneProviders.Tzdb.GetZoneOrNull(region) is null ? null : region;
    }

    private static FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Build()
    {
        var names = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var (minutes, row) in Rows)
            foreach (var name in row.Split(' ')) names.Add(name, minutes);
        return names.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
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
            // "EST-05:00" says it twice; the sign of any other offset behind a name may be meant either way.
            if (sign > 0 && TryGet(text[..sign].Trim(), out var named)) return TryParse(text[sign..], out minutes, out unusable) && minutes == named;
            return TryGet(text, out minutes);
        }

        // A template that puts a minus before an offset with its own.
        if (text.StartsWith("--", StringComparison.Ordinal)) text = text[1..];
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
