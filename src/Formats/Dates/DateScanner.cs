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

    public static bool TakeChar(ref ReadOnlySpan<char> text, char c)
    {
        if (text.IsEmpty || text[0] != c) return false;
        text = text[1..];
        return true;
    }
}
