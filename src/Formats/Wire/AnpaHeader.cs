using System.Globalization;
using Newswire.Contracts;
using Newswire.Formats.Dates;

namespace Newswire.Formats.Wire;

/// <summary>The two header lines of an ANPA 1312 message.</summary>
internal sealed record AnpaHeader(string Service, int Number, char Priority, char Category, string Cycle, string Slug, string? Version, int? Words, bool IsTable)
{
    /// <summary>"a0011 US __test" and "r a DC3 DC1 BC-slug version   03-14 0053", with any blanks between the fields; null when the lines are no header.</summary>
    public static AnpaHeader? Read(string first, string second)
    {
        var id = first.AsSpan().TrimStart("\u0001\u0016\0 ");
        var tail = id.Length > 5 ? id[5..] : default;
        if (id.Length < 5 || !char.IsAsciiLetter(id[0]) || id[1..5].ContainsAnyExceptInRange('0', '9') || (!tail.IsEmpty && char.IsAsciiDigit(tail[0])))
            return null;
        if (second.Length < 8 || !char.IsAsciiLetter(second[0]) || second[1] is not (' ' or '\t'))
            return null;
        var fields = second.AsSpan(1).TrimStart(" \t");
        if (fields.Length < 6 || !char.IsAsciiLetter(fields[0]) || fields[1] is not (' ' or '\t' or (>= '\u0011' and <= '\u0014')))
            return null;
        var category = fields[0];
        fields = fields[1..].TrimStart(" \t");
        var tabular = fields.StartsWith("\u0014\u0012");
        var framed = first.Contains('\u0001', StringComparison.Ordinal) || (!fields.IsEmpty && fields[0] is >= '\u0011' and <= '\u0014');
        var words = fields.Trim("\u0011\u0012\u0013\u0014 \t").ToString().Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        var date = Array.FindLastIndex(words, IsMonthDay);
        if (date < 1)
            return null;

        // A slug begins with its cycle ("bc-"); where the frame shows what this is, sports and racing desks may write any words.
        var dash = words[0].IndexOf('-', StringComparison.Ordinal);
        if (dash is < 1 or > 4 && !framed)
            return null;
        var slugWords = dash < 0 ? date : 1;
        var slug = string.Join(' ', words[..slugWords]).TrimEnd(',');
        int? count = date + 1 < words.Length && int.TryParse(words[date + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var stated) ? stated : null;
        var version = date > slugWords ? string.Join(' ', words[slugWords..date]) : null;
        return new AnpaHeader(
            id[0].ToString(), int.Parse(id[1..5], CultureInfo.InvariantCulture), second[0], category, dash < 0 ? "" : words[0][..dash], slug, version, count, tabular);
    }

    /// <summary>"NV-TT-03-14-24 1941GMT&lt;" or Kyodo's "KWS-19:41-14-03-24": when it was sent; null for any other line.</summary>
    public static (string Agency, NewsDate? Date)? Trailer(string line, SourceSettings settings)
    {
        var text = line.AsSpan().Trim(" \t\u0003<\f").Trim();
        if (text.Length is < 16 or > 40)
            return null;
        var agency = text.IndexOf('-');
        if (agency is < 2 or > 8 || !IsLetters(text[..agency]))
            return null;
        Span<Range> parts = stackalloc Range[7];
        var count = text.SplitAny(parts, "- ", StringSplitOptions.RemoveEmptyEntries);
        if (count >= 6 && IsLetters(text[parts[1]]) && TwoDigits(text[parts[2]], out var month) && TwoDigits(text[parts[3]], out var day) && TwoDigits(text[parts[4]], out var year)
            && text[parts[5]] is { Length: 4 or 7 } time)
            return (text[..agency].ToString(), Instant(year, month, day, time[..2], time[2..4], time[4..].ToString(), settings));
        if (count == 5 && text[parts[1]] is { Length: 5 } clock && clock[2] == ':' && TwoDigits(text[parts[2]], out var first) && TwoDigits(text[parts[3]], out var second) && TwoDigits(text[parts[4]], out year))
        {
            // Kyodo writes the day first; only the source's setting can say otherwise.
            var monthFirst = settings.DateOrder == "mdy";
            return (text[..agency].ToString(), Instant(year, monthFirst ? first : second, monthFirst ? second : first, clock[..2], clock[3..], "", settings));
        }

        return null;
    }

    private static NewsDate? Instant(int year, int month, int day, ReadOnlySpan<char> hour, ReadOnlySpan<char> minute, string zone, SourceSettings settings)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{(year < 70 ? 2000 : 1900) + year:D4}-{month:D2}-{day:D2}T{hour}:{minute} {zone}");
        return NewsDateParser.TryParseArchived(text.TrimEnd(), settings, out var date) ? date : null;
    }

    private static bool IsMonthDay(string word)
    {
        var dash = word.IndexOf('-', StringComparison.Ordinal);
        return dash is 1 or 2 && word.Length - dash is 2 or 3 && IsDay(word.AsSpan(0, dash)) && IsDay(word.AsSpan(dash + 1));
    }

    private static bool IsDay(ReadOnlySpan<char> text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value is >= 1 and <= 31;

    private static bool TwoDigits(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        return text.Length == 2 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }

    private static bool IsLetters(ReadOnlySpan<char> text) => text.Length is > 0 and < 9 && !text.ContainsAnyExceptInRange('A', 'Z');
}
