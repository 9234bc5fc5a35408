using System.Globalization;
using System.Text;

namespace Newswire.Formats.Markup;

/// <summary>Makes a string storable everywhere: no NUL (PostgreSQL), no lone surrogates (UTF-8), no control characters.</summary>
public static class SafeText
{
    // Marks on one letter: no script needs as many.
    private const int Pile = 9;

    private static readonly CharRanges Suspects = new(('\0', '\u0008'), ('\u000B', '\u000C'), ('\u000E', '\u001F'), ('\u007F', '\u009F'), ('\uD800', '\uDFFF'));

    // Nothing below is unusual, nor a mark: most texts hold nothing else.
    private const char FirstMark = '\u0300';
    private static readonly CharRanges Remarkable = new(('\0', '\u0008'), ('\u000B', '\u001F'), ('\u007F', '\u009F'), (FirstMark, '\uFFFF'));
    private static readonly CharRanges FromFirstMark = new((FirstMark, '\uFFFF'));

    // Blanks but the plain one are of it: from U+1680 on, all others.
    private static readonly CharRanges InLines = new(('\0', '\u001F'), ('\u007F', '\u00A0'), ('\u1680', '\uFFFF'));

    private static readonly CharRanges Unusual = new(
        ('\u200B', '\u200B'), ('\u200E', '\u200F'), ('\u202A', '\u202E'), ('\u2060', '\u2060'), ('\u2066', '\u2069'), ('\uFDD0', '\uFDEF'), ('\uFEFF', '\uFEFF'),
        ('\uFFFE', '\uFFFF'));

    /// <summary>True when there is nothing in it to clean, nothing unusual, and no line ends but LF: told in one look, as of most texts.</summary>
    public static bool IsPlain(ReadOnlySpan<char> value) => Remarkable.FirstIn(value) < 0;

    /// <summary>True when it is one line with nothing to clean, to fold or to trim.</summary>
    public static bool IsPlainLine(string value) =>
        value is [> ' ', .., > ' '] && InLines.FirstIn(value) < 0 && !value.Contains("  ", StringComparison.Ordinal);

    /// <summary>
    /// C0 controls but TAB, LF and CR are dropped, 80 to 9F become what Windows-1252 has there, lone surrogates are dropped.
    /// <paramref name="changed"/> is set when anything was; it is never cleared.
    /// </summary>
    public static string Clean(string value, ref bool changed)
    {
        var at = Suspects.FirstIn(value);
        if (at < 0) return value;
        var output = new StringBuilder(value.Length);
        output.Append(value.AsSpan(0, at));
        for (var i = at; i < value.Length; i++)
        {
            var c = value[i];
            if (char.IsHighSurrogate(c) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
            {
                output.Append(c).Append(value[++i]);
                continue;
            }

            var suspect = Suspects.Contains(c);
            if (c is >= '\u0080' and <= '\u009F' && Entities.FromC1(c) is > '\u009F' and var mapped) output.Append(mapped);
            else if (!suspect) output.Append(c);
            changed |= suspect;
        }

        return output.ToString();
    }

    /// <summary>Characters that hide or reorder text, non-characters, or marks piled up: kept in the archive, to be isolated where shown.</summary>
    public static bool HasUnusual(ReadOnlySpan<char> value)
    {
        if (FromFirstMark.FirstIn(value) is var first && first < 0) return false;
        value = value[first..];
        if (Unusual.FirstIn(value) >= 0) return true;
        // A pile holds every ninth character: only those need be looked at.
        for (var at = Pile - 1; at < value.Length; at += Pile)
        {
            if (!IsMark(value[at])) continue;
            var start = at;
            while (start > 0 && IsMark(value[start - 1])) start--;
            while (at + 1 < value.Length && IsMark(value[at + 1])) at++;
            if (at + 1 - start >= Pile) return true;
        }

        return false;
    }

    private static bool IsMark(char c) => c >= FirstMark && char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;

    /// <summary>At most so many UTF-16 units, cut between graphemes, with a mark where it was cut.</summary>
    public static string Truncate(string value, int length)
    {
        if (value.Length <= length) return value;
        var end = 0;
        while (end < length)
        {
            var next = end + StringInfo.GetNextTextElementLength(value, end);
            if (next > length - 1) break;
            end = next;
        }

        // A single grapheme longer than the limit (piled-up marks) is cut where a surrogate pair is not.
        if (end == 0) end = char.IsHighSurrogate(value[length - 2]) ? length - 2 : length - 1;
        return value[..end] + "…";
    }
}
