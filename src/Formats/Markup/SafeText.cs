using System.Buffers;
using System.Globalization;
using System.Text;

namespace Newswire.Formats.Markup;

/// <summary>Makes a string storable everywhere: no NUL (PostgreSQL), no lone surrogates (UTF-8), no control characters.</summary>
public static class SafeText
{
    private static readonly SearchValues<char> Suspects = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Where(c => c is not (9 or 10 or 13)).Concat(Enumerable.Range(0x7F, 0x21)).Concat(Enumerable.Range(0xD800, 0x800)).Select(c => (char)c)]);

    private static readonly SearchValues<char> Unusual = SearchValues.Create(
        [.. "\u200B\u200E\u200F\u2060\uFEFF\uFFFE\uFFFF\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069", .. Enumerable.Range(0xFDD0, 0x20).Select(c => (char)c)]);

    /// <summary>
    /// C0 controls but TAB, LF and CR are dropped, 80 to 9F become what Windows-1252 has there, lone surrogates are dropped.
    /// <paramref name="changed"/> is set when anything was; it is never cleared.
    /// </summary>
    public static string Clean(string value, ref bool changed)
    {
        var at = value.AsSpan().IndexOfAny(Suspects);
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

            if (c is >= '\u0080' and <= '\u009F' && Entities.FromC1(c) is > '\u009F' and var mapped) output.Append(mapped);
            else if (!Suspects.Contains(c)) output.Append(c);
            changed |= Suspects.Contains(c);
        }

        return output.ToString();
    }

    /// <summary>Characters that hide or reorder text, non-characters, or marks piled up: kept in the archive, to be isolated where shown.</summary>
    public static bool HasUnusual(ReadOnlySpan<char> value)
    {
        if (value.ContainsAny(Unusual)) return true;
        var marks = 0;
        foreach (var c in value)
        {
            if (c < '\u0300') marks = 0;
            else if (char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark) marks = 0;
            else if (++marks > 8) return true;
        }

        return false;
    }

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
