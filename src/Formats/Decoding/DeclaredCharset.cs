using System.Text;
using System.Text.RegularExpressions;

namespace Newswire.Formats.Decoding;

/// <summary>The charset a document declares in its first bytes: XML declaration or HTML meta element.</summary>
internal static partial class DeclaredCharset
{
    public static string? Of(ReadOnlySpan<byte> content)
    {
        var head = content[..Math.Min(content.Length, 1_024)];
        if (head.IndexOf("encoding"u8) < 0 && head.IndexOf("charset"u8) < 0) return null;
        var text = Encoding.Latin1.GetString(head);
        var match = InXml().Match(text);
        if (!match.Success) match = InHtml().Match(text);
        return match.Success ? match.Groups["name"].Value : null;
    }

    [GeneratedRegex("""<\?xml[^>]{0,200}?encoding\s{0,5}=\s{0,5}["'](?<name>[^"']{1,40})["']""", RegexOptions.ExplicitCapture, 200)]
    private static partial Regex InXml();

    [GeneratedRegex("""<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}["']?(?<name>[A-Za-z0-9_\-]{1,40})""", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 200)]
    private static partial Regex InHtml();
}
