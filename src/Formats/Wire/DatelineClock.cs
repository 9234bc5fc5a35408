using Newswire.Formats.Dates;

namespace Newswire.Formats.Wire;

/// <summary>The time of day that some wires print behind the date of a dateline: "Oct. 30, 10:05 AST", "30 oct. 10h05". It is no part of the date.</summary>
internal static class DatelineClock
{
    private const int LongestZone = 5;

    /// <summary>The text without a clock, and its zone, at the end.</summary>
    public static ReadOnlySpan<char> Without(ReadOnlySpan<char> text)
    {
        var rest = text.TrimEnd(" ,");
        var blank = rest.LastIndexOfAny(" \u00a0");
        var zoned = blank > 0 && IsZone(rest[(blank + 1)..]);
        if (zoned)
            rest = rest[..blank].TrimEnd(" ,");
        blank = rest.LastIndexOfAny(" \u00a0");
        return blank > 0 && IsClock(rest[(blank + 1)..], zoned) ? rest[..blank].TrimEnd(" ,") : text;
    }

    /// <summary>A clock, perhaps with its zone, and nothing else: "14:05 GMT", "14h05", "1405 GMT".</summary>
    public static bool Is(ReadOnlySpan<char> text)
    {
        var blank = text.IndexOf(' ');
        if (blank < 0)
            return IsClock(text, zoned: false);
        return IsZone(text[(blank + 1)..]) && (IsClock(text[..blank], zoned: true) || (DateScanner.Number(text[..blank], 4, 4, out var digits) && digits < 2400 && digits % 100 < 60));
    }

    private static bool IsZone(ReadOnlySpan<char> word) => word is "Uhr" or "uur" or "h" || (word.Length is >= 2 and <= LongestZone && !word.ContainsAnyExceptInRange('A', 'Z'));

    /// <summary>"10:05", "10h05"; "10.05" only where a zone says that it is no date.</summary>
    private static bool IsClock(ReadOnlySpan<char> word, bool zoned)
    {
        var mark = word.IndexOfAnyExceptInRange('0', '9');
        return mark is 1 or 2 && word.Length == mark + 3 && (word[mark] is ':' or 'h' || (zoned && word[mark] == '.'))
            && DateScanner.Number(word[..mark], 1, 2, out var hour) && hour < 25 && DateScanner.Number(word[(mark + 1)..], 2, 2, out var minute) && minute < 60;
    }
}
