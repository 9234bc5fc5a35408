using System.Text;

namespace Newswire.Archiver.Sql;

/// <summary>Text as both stores can hold it: PostgreSQL refuses U+0000, and neither can encode half a surrogate pair.</summary>
internal static class DbText
{
    /// <summary>The text with U+FFFD in place of what cannot be stored. Records keep the original: JSON escapes it.</summary>
    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(text))]
    public static string? Clean(string? text)
    {
        if (text is null || !NeedsCleaning(text))
            return text;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            clean.Append(rune.Value == 0 ? Rune.ReplacementChar.ToString() : rune.ToString());
        return clean.ToString();
    }

    /// <summary>At most <paramref name="length"/> characters, not cutting a pair.</summary>
    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(text))]
    public static string? Clean(string? text, int length)
    {
        if (text is not null && text.Length > length)
            text = text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
        return Clean(text);
    }

    private static bool NeedsCleaning(string text)
    {
        foreach (var c in text)
        {
            if (c == '\0' || char.IsSurrogate(c))
                return true;
        }
        return false;
    }
}
