using System.Globalization;
using System.Text;
using AngleSharp.Html;

namespace Newswire.Formats.Markup;

/// <summary>Character references of HTML and XML. What is no reference stays as it is: a bare ampersand is text.</summary>
internal static class Entities
{
    private const int LongestName = 33;

    // What the references &#128; to &#159; mean in practice: the bytes of Windows-1252.
    private const string C1 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    /// <summary>The character Windows-1252 has in place of a control character of 80 to 9F.</summary>
    public static char FromC1(char c) => c is >= '\u0080' and <= '\u009F' ? C1[c - 0x80] : c;

    /// <summary>The very text when it holds no reference, as most do.</summary>
    public static string Decode(string text) => text.Contains('&', StringComparison.Ordinal) ? Decode(text.AsSpan()) : text;

    public static string Decode(ReadOnlySpan<char> text)
    {
        if (!text.Contains('&')) return text.ToString();
        var output = new StringBuilder(text.Length);
        DecodeTo(output, text);
        return output.ToString();
    }

    public static void DecodeTo(StringBuilder output, ReadOnlySpan<char> text)
    {
        while (true)
        {
            var at = text.IndexOf('&');
            if (at < 0) break;
            output.Append(text[..at]);
            text = text[at..];
            var length = Reference(text, out var value);
            if (length == 0)
            {
                output.Append('&');
                text = text[1..];
                continue;
            }

            output.Append(value);
            text = text[length..];
        }

        output.Append(text);
    }

    /// <summary>Length of the reference at the start of a text and what it stands for; 0 when it is none.</summary>
    public static int Reference(ReadOnlySpan<char> text, out string value)
    {
        value = "";
        if (text.Length < 3) return 0;
        if (text[1] == '#') return Numeric(text, out value);
        var length = 1;
        while (length < text.Length && length < LongestName && char.IsAsciiLetterOrDigit(text[length])) length++;
        if (length == 1) return 0;
        var closed = length < text.Length && text[length] == ';';
        // "?a=1&copy=2" is an address whose ampersand was not escaped.
        if (closed) length++;
        else if (length < text.Length && text[length] == '=') return 0;
        var found = Named(text[1..length], closed);
        if (found is null) return 0;
        value = found;
        return length;
    }

    private static string? Named(ReadOnlySpan<char> name, bool closed) => name switch
    {
        "amp;" or "amp" => "&",
        "lt;" or "lt" => "<",
        "gt;" or "gt" => ">",
        "quot;" or "quot" => "\"",
        "apos;" => "'",
        "nbsp;" or "nbsp" => "\u00A0",
        // Without semicolon only the old names count; "&copy2" or "&section" are text.
        _ => closed || name.Length > 2 ? HtmlEntityProvider.Resolver.GetSymbol(name.ToString()) : null,
    };

    private static int Numeric(ReadOnlySpan<char> text, out string value)
    {
        value = "";
        var hex = text[2] is 'x' or 'X';
        var start = hex ? 3 : 2;
        var end = start;
        while (end < text.Length && end < start + 9 && (hex ? char.IsAsciiHexDigit(text[end]) : char.IsAsciiDigit(text[end]))) end++;
        if (end == start) return 0;
        var number = int.TryParse(text[start..end], hex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : -1;
        value = number switch
        {
            >= 0x80 and <= 0x9F => FromC1((char)number).ToString(),
            > 0 when Rune.IsValid(number) => new Rune(number).ToString(),
            _ => "\uFFFD",
        };
        return end < text.Length && text[end] == ';' ? end + 1 : end;
    }
}
