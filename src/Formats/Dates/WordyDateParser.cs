using Newswire.Contracts;

namespace Newswire.Formats.Dates;

/// <summary>
/// Dates in words: RFC 822 (optional weekday and seconds, comments, stray commas, two-digit years), asctime, <c>March 14, 2024 8:41 pm</c>,
/// and numeric day-month orders when the source setting or the numbers themselves tell which is which.
/// </summary>
internal static class WordyDateParser
{
    public static bool Read(ReadOnlySpan<char> text, SourceSettings settings, ref DateParts parts)
    {
        if (IsNumericDate(text)) return ReadNumeric(text, settings, ref parts);
        Span<Range> words = stackalloc Range[16];
        if (text.Contains('(')) text = WithoutComments(text);
        var count = text.SplitAny(words, " ,\t\r\n\u00a0", StringSplitOptions.RemoveEmptyEntries);
        bool day = false, month = false, year = false, time = false, firstIsMonth = false;
        for (var i = 0; i < count; i++)
        {
            var word = text[words[i]];
            if (word is ['T', >= '0' and <= '9', ..]) word = word[1..];
            if (!time && char.IsAsciiDigit(word[0]) && (IsClock(word) || (year && IsDottedClock(word))))
            {
                if (!IsoDateParser.ReadTime(word.Contains(':') ? word : word.ToString().Replace('h', ':').Replace('.', ':'), ref parts)) return false;
                time = true;
            }
            else if (month && firstIsMonth && i > 0 && MonthNames.TryGet(word, out var later))
            {
                // "mar, 14 nov 2024": what looked like March is Tuesday, in four languages.
                (parts.Month, firstIsMonth) = (later, false);
                parts.Repair = IsEnglishShort(word) ? null : "month name " + word.ToString();
            }
            else if (!month && MonthNames.TryGet(word, out parts.Month))
            {
                (month, firstIsMonth) = (true, i == 0);
                if (!IsEnglishShort(word)) parts.Repair ??= "month name " + word.ToString();
            }
            else if (!day && DateScanner.Number(Ordinal(word), 1, 2, out parts.Day))
            {
                day = true;
            }
            else if (day && !year && ReadYear(word, ref parts))
            {
                year = true;
            }
            else if (month && !day && count == 2 && DateScanner.Number(word, 4, 4, out parts.Year))
            {
                (parts.Day, parts.Precision) = (1, "month");
                return true;
            }
            else if (!day && word.Length is >= 8 and <= 11 && word.Contains('-') && char.IsAsciiDigit(word[0]))
            {
                if (!ReadHyphenated(word, ref parts)) return false;
                day = month = year = true;
            }
            else if (time)
            {
                if (!ReadAfterTime(word, ref parts)) return false;
            }
            else if (day && month && year && ZoneNames.TryParse(word, out var minutes, out _))
            {
                parts.Offset = minutes;
            }
            else if (i > 0 && !IsFiller(word) && !(i == 1 && IsArticle(text[words[0]])))
            {
                // Only the first word may be one we do not know, or the one after an article: the weekday.
                return false;
            }
        }

        if (!time) parts.Precision = "day";
        return day && month && year;
    }

    /// <summary><c>20:41</c> and what may follow it, or <c>20h41</c>.</summary>
    private static bool IsClock(ReadOnlySpan<char> word) => word.Contains(':') || (word.Length is 4 or 5 && word[^3] == 'h' && char.IsAsciiDigit(word[^1]));

    /// <summary><c>20.41</c> and <c>20.41.07</c>, which only after a whole date are a time.</summary>
    private static bool IsDottedClock(ReadOnlySpan<char> word) =>
        word.Length is 5 or 8 && word[2] == '.' && (word.Length == 5 || word[5] == '.') && !word.ContainsAnyExceptInRange('.', '9');

    private static bool IsEnglishShort(ReadOnlySpan<char> word) =>
        word.Length == 3 && word is "Jan" or "Feb" or "Mar" or "Apr" or "May" or "Jun" or "Jul" or "Aug" or "Sep" or "Oct" or "Nov" or "Dec";

    private static bool IsFiller(ReadOnlySpan<char> word) =>
        word is "de" or "del" or "at" or "of" or "um" or "à" or "às" or "a" or "las" or "om" or "kl" or "kl." or "T" or "-" or "–" or "г." or "г" or "года" or "р." or "року";

    private static bool IsArticle(ReadOnlySpan<char> word) => word is "le" or "Le" or "the" or "The" or "el" or "El" or "il" or "Il" or "den" or "Den" or "on" or "On" or "am" or "Am";

    /// <summary>The number of <c>3.</c>, <c>3rd</c>, <c>1er</c>, <c>1.º</c>; the word itself when it is none.</summary>
    private static ReadOnlySpan<char> Ordinal(ReadOnlySpan<char> word)
    {
        var digits = word.IndexOfAnyExceptInRange('0', '9');
        if (digits is not (1 or 2)) return word;
        return word[digits..].Trim('.') is "" or "st" or "nd" or "rd" or "th" or "er" or "re" or "e" or "ter" or "ste" or "º" or "ª" or "°" ? word[..digits] : word;
    }

    private static bool ReadYear(ReadOnlySpan<char> word, ref DateParts parts)
    {
        if (DateScanner.Number(word, 4, 4, out parts.Year)) return true;
        if (!DateScanner.Number(word, 2, 2, out parts.Year)) return false;
        parts.Year += parts.Year < 50 ? 2000 : 1900;
        parts.Repair ??= "two-digit year";
        return true;
    }

    /// <summary><c>14-Mar-2024</c>.</summary>
    private static bool ReadHyphenated(ReadOnlySpan<char> word, ref DateParts parts)
    {
        Span<Range> pieces = stackalloc Range[4];
        return word.Split(pieces, '-') == 3 && DateScanner.Number(word[pieces[0]], 1, 2, out parts.Day)
            && MonthNames.TryGet(word[pieces[1]], out parts.Month) && ReadYear(word[pieces[2]], ref parts);
    }

    private static bool ReadAfterTime(ReadOnlySpan<char> word, ref DateParts parts)
    {
        if (word is "Uhr" or "uur" or "h" or "hrs") return true;
        if (DateScanner.TakeHalfOfDay(ref word, ref parts)) return word.IsEmpty;
        if (parts.Offset is not null) return true; // "+0100 CET" says it twice
        if (ZoneNames.TryParse(word, out var minutes, out var unusable))
        {
            parts.Offset = minutes;
            return !unusable;
        }

        if ((parts.Region ??= ZoneNames.Region(word)) is not null) return true;
        if (word.Length > 8 || !char.IsAsciiLetter(word[0])) return false;
        parts.Repair = "unknown zone " + word.ToString();
        return true;
    }

    private static string WithoutComments(ReadOnlySpan<char> text)
    {
        var kept = new System.Text.StringBuilder(text.Length);
        var depth = 0;
        foreach (var c in text)
        {
            if (c == '(') depth++;
            else if (c == ')' && depth > 0) depth--;
            else if (depth == 0) kept.Append(c);
        }

        return kept.ToString();
    }

    /// <summary><c>14/03/2024</c>, <c>14.3.2024</c>, <c>14-03-2024</c> at the start.</summary>
    public static bool IsNumericDate(ReadOnlySpan<char> text) =>
        text.Length >= 8 && char.IsAsciiDigit(text[0]) && text[1..].IndexOfAnyExceptInRange('0', '9') is 0 or 1
        && text[text.IndexOfAnyExceptInRange('0', '9')] is '/' or '.' or '-' && char.IsAsciiDigit(text[text.IndexOfAnyExceptInRange('0', '9') + 1]);

    /// <summary><c>03/04/2024 10:00</c>: refused unless the source's order is set, or one number can be no month. With full stops the day comes first everywhere.</summary>
    private static bool ReadNumeric(ReadOnlySpan<char> text, SourceSettings settings, ref DateParts parts)
    {
        DateScanner.Take(ref text, 1, 2, out var first);
        var separator = text[0];
        text = text[1..];
        if (!DateScanner.Take(ref text, 1, 2, out var second) || !DateScanner.TakeChar(ref text, separator)) return false;
        if (!DateScanner.Take(ref text, 4, 4, out parts.Year)) return false;
        if (settings.DateOrder is "dmy" or "mdy") (parts.Day, parts.Month) = settings.DateOrder == "dmy" ? (first, second) : (second, first);
        else if ((first > 12 || separator == '.') && second <= 12) (parts.Day, parts.Month) = (first, second);
        else if (second > 12 && first <= 12) (parts.Day, parts.Month) = (second, first);
        else return false;
        parts.Repair = "numeric date";
        parts.Precision = "day";
        text = text.TrimStart(" ,T");
        if (text.StartsWith("- ", StringComparison.Ordinal)) text = text[2..].TrimStart();
        return text.IsEmpty || IsoDateParser.ReadTime(text, ref parts);
    }
}
