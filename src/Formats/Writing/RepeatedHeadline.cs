using Newswire.Formats.Markup;

namespace Newswire.Formats.Writing;

/// <summary>
/// Release wires and content systems print the headline once more as the first block of the HTML. It is taken off, in HTML and text alike,
/// when the block says the very same and more text follows: a text that is nothing but its headline stays.
/// </summary>
internal static class RepeatedHeadline
{
    public static void Take(DispatchItem item)
    {
        if (item.Headline is not { } headline || item.Preformatted || item.BodyHtml is not { } html || item.Body is not { } body) return;
        var end = body.IndexOf("\n\n", StringComparison.Ordinal);
        // Most texts begin otherwise: their lengths are near each other in those that do not.
        if (end < 0 || Math.Abs(end - headline.Length) > headline.Length / 4 + 2 || !IsSame(body.AsSpan(0, end), headline)) return;
        if (FirstBlock(html) is not { } block || !IsSame(HtmlText.Line(html[..block]), headline)) return;
        item.BodyHtml = html[block..].TrimStart();
        item.Body = body[end..].TrimStart('\n');
    }

    /// <summary>The length of the heading or paragraph that cleaned HTML begins with; null when it begins with anything else.</summary>
    private static int? FirstBlock(string html)
    {
        if (html is not ['<', 'h' or 'p', ..]) return null;
        var name = html.AsSpan(1, html.AsSpan(1).IndexOfAny(' ', '>'));
        if (name is not ("p" or "h2" or "h3" or "h4" or "h5" or "h6")) return null;
        var end = html.IndexOf($"</{name}>", StringComparison.Ordinal);
        return end < 0 ? null : end + name.Length + "</>".Length;
    }

    /// <summary>The same letters and digits, whatever their case, quotes, dashes and blanks.</summary>
    private static bool IsSame(ReadOnlySpan<char> text, ReadOnlySpan<char> headline)
    {
        for (int i = 0, j = 0; ;)
        {
            while (i < text.Length && !char.IsLetterOrDigit(text[i])) i++;
            while (j < headline.Length && !char.IsLetterOrDigit(headline[j])) j++;
            if (i == text.Length || j == headline.Length) return i == text.Length && j == headline.Length && i > 0;
            if (char.ToUpperInvariant(text[i++]) != char.ToUpperInvariant(headline[j++])) return false;
        }
    }
}
