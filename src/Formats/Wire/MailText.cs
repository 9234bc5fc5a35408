using System.Text;
using MimeKit;
using Newswire.Formats.Decoding;
using Newswire.Formats.Markup;

namespace Newswire.Formats.Wire;

/// <summary>The text of a mail: decoded, joined and unwrapped, without its signature.</summary>
internal static class MailText
{
    // "This message is in HTML" is shorter.
    private const int ShortestText = 200;

    /// <summary>The text/plain parts, or the HTML part as text where they are blank or only say that there is one.</summary>
    public static DispatchText? Of(MimeMessage message, ReadContext context)
    {
        var parts = message.BodyParts.OfType<TextPart>().Where(part => !part.IsAttachment).ToList();
        var plain = Plain(parts, context);
        var isStub = plain is null || (plain.Text.Length < ShortestText && plain.Text.Contains("HTML", StringComparison.OrdinalIgnoreCase));
        if (isStub && Html(parts, context) is { } html && html.Text.Length > (plain?.Text.Length ?? 0))
            return html;
        return plain;
    }

    /// <summary>Mail programs cut a text where a picture stands in it; lists add their footer as a part.</summary>
    private static DispatchText? Plain(List<TextPart> parts, ReadContext context)
    {
        DispatchText? first = null;
        var joined = new StringBuilder();
        foreach (var part in parts.Where(part => part.IsPlain))
        {
            if (Content(part) is not { } bytes)
                continue;
            var decoded = TextDecoder.Decode(bytes, part.ContentType.Charset, context.Settings, context.Limits);
            var text = part.IsFlowed ? Unflowed(decoded.Text, part.ContentType.Parameters["delsp"]) : decoded.Text;
            if (string.IsNullOrWhiteSpace(text) || (first is not null && text.AsSpan().TrimStart() is ['_' or '-' or '=', '_' or '-' or '=', ..]))
                continue;
            if (first is not null)
                joined.Append("\n\n");
            first ??= decoded;
            joined.Append(WithoutSignature(text));
        }

        return first?.WithText(joined.ToString());
    }

    private static DispatchText? Html(List<TextPart> parts, ReadContext context)
    {
        if (parts.Find(part => part.IsHtml) is not { } html || Content(html) is not { } markup)
            return null;
        var decoded = TextDecoder.Decode(markup, html.ContentType.Charset, context.Settings, context.Limits);
        return decoded.WithText(WithoutSignature(HtmlSanitizer.Clean(decoded.Text, null, context.Deadline).Text));
    }

    /// <summary>Up to the line "-- "; where a program dropped its blank, only a few lines are a signature.</summary>
    private static string WithoutSignature(string text)
    {
        var at = Math.Max(text.LastIndexOf("\n-- \n", StringComparison.Ordinal), text.LastIndexOf("\n-- \r\n", StringComparison.Ordinal));
        if (at > 0)
            return text[..at];
        at = Math.Max(text.LastIndexOf("\n--\n", StringComparison.Ordinal), text.LastIndexOf("\n--\r\n", StringComparison.Ordinal));
        const int FewLines = 8;
        return at > 0 && text.AsSpan(at).Count('\n') <= FewLines ? text[..at] : text;
    }

    /// <summary>
    /// format=flowed (RFC 3676): a line that ends in a blank goes on in the next, but for the one before a signature; with delsp that blank is no
    /// part of the text. A blank at the start of a line only keeps "From " and ">" from being something else.
    /// </summary>
    private static string Unflowed(string text, string? delsp)
    {
        var joint = "yes".Equals(delsp, StringComparison.OrdinalIgnoreCase) ? "" : " ";
        var output = new StringBuilder(text.Length);
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text.AsSpan(range).TrimEnd('\r');
            if (line is [' ', ..]) line = line[1..];
            if (line is "-- " || line is not [.., ' ']) output.Append(line).Append('\n');
            else output.Append(line[..^1]).Append(joint);
        }

        return output.ToString();
    }

    public static byte[]? Content(MimePart part)
    {
        if (part.Content is null)
            return null;
        using var decoded = new MemoryStream();
        part.Content.DecodeTo(decoded);
        return decoded.ToArray();
    }
}
