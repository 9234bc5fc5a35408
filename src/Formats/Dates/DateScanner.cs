namespace Newswire.Formats.Dates;

/// <summary>Digits of dates: ASCII only, so that Arabic digits are not taken for a date by accident.</summary>
internal static class DateScanner
{
    /// <summary>A whole span of <paramref name="min"/> to <paramref name="max"/> digits.</summary>
    public static bool Number(ReadOnlySpan<char> text, int min, int max, out int value)
    {
        value = 0;
        if (text.Length < min || text.Length > max) return false;
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c)) return false;
            value = (value * 10) + (c - '0');
        }

        return true;
    }

    /// <summary>Digits at the start of a span, cut off from it.</summary>
    public static bool Take(ref ReadOnlySpan<char> text, int min, int max, out int value)
    {
        var length = 0;
        while (length < text.Length && length < max && char.IsAsciiDigit(text[length])) length++;
        if (!Number(text[..length], min, max, out value)) return false;
        text = text[length..];
        return true;
    }

    /// <summary><c>pm</c>, <c>p.m.</c> and the like after a time, which moves its hour; a time of 24 hours that has it too needs it not.</summary>
    public static bool TakeHalfOfDay(ref ReadOnlySpan<char> text, ref DateParts parts)
    {
        var rest = text.TrimStart();
        if (rest.IsEmpty || rest[0] is not ('a' or 'A' or 'p' or 'P')) return false;
        var length = rest.Length >= 4 && rest[1] == '.' && rest[2] is 'm' or 'M' && rest[3] == '.' ? 4 : rest.Length >= 2 && rest[1] is 'm' or 'M' ? 2 : 0;
        if (length == 0 || (length < rest.Length && char.IsLetterOrDigit(rest[length]))) return false;
        if (parts.Hour <= 12) parts.Hour = (parts.Hour % 12) + (rest[0] is 'p' or 'P' ? 12 : 0);
        text = rest[length..];
        return true;
    }

    public static bool TakeChar(ref ReadOnlySpan<char> text, char c)
    {
        if (text.IsEmpty || text[0] != c) return false;
        text = text[1..];
        return true;
    }
}
