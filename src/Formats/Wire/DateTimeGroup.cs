using System.Globalization;
using Newswire.Contracts;
using Newswire.Formats.Dates;

namespace Newswire.Formats.Wire;

/// <summary>
/// The date-time group of a wire's trailer: "141941 GMT Mar 24", "211259 Nov 18", "041055 Okt 16", perhaps with the agency before it
/// ("AFP 141941 GMT MAR 24"). German months too, any case; without a zone it is the source's.
/// </summary>
internal static class DateTimeGroup
{
    public static bool TryParse(ReadOnlySpan<char> line, SourceSettings settings, out NewsDate date)
    {
        date = default;
        Span<Range> words = stackalloc Range[7];
        line = line.Trim();
        if (line.Length is < 10 or > 48)
            return false;
        var count = line.SplitAny(words, " \t\u00a0", StringSplitOptions.RemoveEmptyEntries);
        var first = 0;
        while (first < count && first < 2 && !IsSixDigits(line[words[first]]))
            first++;
        if (first == count || !IsSixDigits(line[words[first]]))
            return IsDateWithTime(line, settings, out date);
        var group = line[words[first]];
        var next = first + 1;
        var zone = "";
        if (next < count && !MonthNames.TryGet(line[words[next]], out _))
            zone = line[words[next++]].ToString();
        if (next + 1 != count - 1 || !MonthNames.TryGet(line[words[next]], out var month) || !Year(line[words[next + 1]], out var year))
            return false;
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{year:D4}-{month:D2}-{group[..2]}T{group.Slice(2, 2)}:{group.Slice(4, 2)} {zone}");
        if (!NewsDateParser.TryParse(text.TrimEnd(), settings, out date))
            return false;
        return true;
    }

    /// <summary>"01-OTT-21 12:34", "14.03.2024 19:41": a line that is a date and a time and nothing else.</summary>
    private static bool IsDateWithTime(ReadOnlySpan<char> line, SourceSettings settings, out NewsDate date)
    {
        date = default;

        // EFE: "09/03/12-34/15", day, month, hour and minute, year.
        if (line is [_, _, '/', _, _, '/', _, _, '-', _, _, '/', _, _] && !line.ContainsAnyExceptInRange('-', '9') && Year(line[12..], out var year))
            return NewsDateParser.TryParse(string.Create(CultureInfo.InvariantCulture, $"{year:D4}-{line[3..5]}-{line[..2]}T{line[6..8]}:{line[9..11]}"), settings, out date);

        // Dow Jones: "March 09, 2015 12:34 ET (16:34 GMT)".
        var named = line[^1] == ')' && line.EndsWith(" GMT)") && char.IsAsciiLetterUpper(line[0]);
        if (named)
            line = line[..line.LastIndexOf('(')].TrimEnd();
        return line.Contains(':') && (named || char.IsAsciiDigit(line[0])) && NewsDateParser.TryParse(line, settings, out date) && date.Precision is "minute" or "second";
    }

    private static bool Year(ReadOnlySpan<char> text, out int year)
    {
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out year) || text.Length is not (2 or 4))
            return false;
        if (text.Length == 2)
            year += year < 50 ? 2000 : 1900;
        return true;
    }

    private static bool IsSixDigits(ReadOnlySpan<char> word) => word.Length == 6 && !word.ContainsAnyExceptInRange('0', '9');
}
