using System.Buffers;
using System.Text;
using Newswire.Formats.Markup;

namespace Newswire.Formats.Wire;

/// <summary>Lines and characters of wire text.</summary>
internal static class WireLines
{
    private static readonly SearchValues<char> LineEnds = SearchValues.Create("\r\n\v\f\u0085\u2028\u2029");

    /// <summary>
    /// Lines at CR, LF, CRLF, VT, FF, U+0085, U+2028 and U+2029, as they are mixed within one file; trailing blanks off.
    /// </summary>
    public static List<string> Split(ReadOnlySpan<char> text)
    {
        var lines = new List<string>();
        while (true)
        {
            var end = text.IndexOfAny(LineEnds);
            if (end < 0)
                break;
            lines.Add(text[..end].TrimEnd().ToString());
            var pair = text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n';
            text = text[(end + (pair ? 2 : 1))..];
        }

        if (!text.IsEmpty)
            lines.Add(text.TrimEnd().ToString());
        return lines;
    }

    /// <summary>
    /// The text without the controls that mean nothing in its envelope (fill and bell characters, shifts, escapes), before they can part a
    /// header, a word, or CR and LF.
    /// </summary>
    public static string Without(CharRanges noise, string text)
    {
        var at = noise.FirstIn(text);
        if (at < 0)
            return text;
        var kept = new StringBuilder(text.Length);
        var rest = text.AsSpan();
        for (; at >= 0; at = noise.FirstIn(rest))
        {
            kept.Append(rest[..at]);
            rest = rest[(at + 1)..];
        }

        return kept.Append(rest).ToString();
    }

    /// <summary>C0 controls other than tab and line ends, DEL and U+FEFF taken out; null when there are none.</summary>
    public static string? WithoutControls(string text)
    {
        if (!text.Any(IsControl))
            return null;
        var kept = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!IsControl(c))
                kept.Append(c);
        }

        return kept.ToString();
    }

    /// <summary>Share of characters that are C0 controls (tab, line ends and the eight controls of wire envelopes apart).</summary>
    public static double ControlShare(ReadOnlySpan<char> text)
    {
        var controls = 0;
        foreach (var c in text)
        {
            if (c < ' ' && !"\t\n\r\f\v\u0001\u0002\u0003\u0004\b\u0011\u0012\u0013\u0014\u0016\u001e\u001f".Contains(c, StringComparison.Ordinal))
                controls++;
        }

        return text.IsEmpty ? 0 : (double)controls / text.Length;
    }

    private static bool IsControl(char c) => (c < ' ' && c is not ('\t' or '\n' or '\r' or '\v' or '\f')) || c is '\u007f' or '\ufeff';
}
