using System.Text;

namespace Newswire.Formats.Markup;

/// <summary>Plain text from values that may hold HTML or only look like it.</summary>
public static class HtmlText
{
    private static readonly CharRanges LineBlanks = new(('\t', '\r'), ('\u0085', '\u0085'), ('\u2028', '\u2029'));

    /// <summary>True when the value holds a known HTML tag, a comment or a character reference: then it is HTML, else plain text.</summary>
    public static bool IsHtml(ReadOnlySpan<char> value)
    {
        if (HasTag(value)) return true;
        if (value.IndexOf("<!--", StringComparison.Ordinal) is var comment and >= 0 && value[comment..].Contains("-->", StringComparison.Ordinal)) return true;
        for (var at = value.IndexOf('&'); at >= 0;)
        {
            if (Entities.Reference(value[at..], out _) > 0) return true;
            var next = value[(at + 1)..].IndexOf('&');
            at = next < 0 ? -1 : at + 1 + next;
        }

        return false;
    }

    /// <summary>True when the value holds a known HTML tag.</summary>
    public static bool HasTag(ReadOnlySpan<char> value)
    {
        if (!value.Contains('<')) return false;
        var tokens = new MarkupTokenizer(value, html: true);
        while (tokens.Read())
            if (tokens.Kind is MarkupToken.Start or MarkupToken.End && HtmlTag.Find(tokens.Name) is not null) return true;
        return false;
    }

    /// <summary>True when anything but tags and blanks is left to read: a paragraph without text is markup all the same.</summary>
    public static bool HasWords(ReadOnlySpan<char> value)
    {
        var tokens = new MarkupTokenizer(value, html: true);
        while (tokens.Read())
            if (tokens.Kind is MarkupToken.Text or MarkupToken.Literal && !Entities.Decode(tokens.Content).AsSpan().Trim().IsEmpty) return true;
        return false;
    }

    /// <summary>True when the value holds a tag that parts lines: then its own line breaks mean nothing.</summary>
    internal static bool HasParagraphs(ReadOnlySpan<char> value)
    {
        var tokens = new MarkupTokenizer(value, html: true);
        while (tokens.Read())
        {
            if (tokens.Kind is MarkupToken.Start or MarkupToken.End && HtmlTag.Find(tokens.Name) is { } tag && (tag.Kind is not (TagKind.Inline or TagKind.Dropped or TagKind.Fallback or TagKind.Void) || tag.Name == "br")) return true;
        }

        return false;
    }

    /// <summary>
    /// One line of text: tags taken off where HTML knows their name (<c>&lt;unlikely&gt;</c> is text), references decoded once, blanks
    /// folded.
    /// </summary>
    public static string Line(string value)
    {
        if (value.Contains('<', StringComparison.Ordinal))
        {
            var kept = new StringBuilder(value.Length);
            var tokens = new MarkupTokenizer(value, html: true);
            var beforeCode = 0;
            while (tokens.Read())
            {
                // What stands between them is no text of the line; a headline about <script> has no end tag.
                if (tokens.Kind is MarkupToken.Start or MarkupToken.End && IsCode(tokens.Name))
                {
                    if (tokens.Kind == MarkupToken.Start) beforeCode = kept.Length;
                    else kept.Length = Math.Min(beforeCode, kept.Length);
                }

                if (tokens.Kind is MarkupToken.Text or MarkupToken.Literal) kept.Append(tokens.Content);
                else if (HtmlTag.Find(tokens.Name) is not { } tag) kept.Append(IsPlainWord(tokens.Name, tokens.Content) ? tokens.Tag : default);
                else if (tag.Kind is not (TagKind.Inline or TagKind.Dropped or TagKind.Fallback)) kept.Append(' ');
            }

            value = kept.ToString();
        }

        return Fold(Entities.Decode(value));
    }

    /// <summary>Runs of blanks and line ends become one blank.</summary>
    public static string Fold(string value)
    {
        var span = value.AsSpan().Trim();
        if (!NeedsFolding(span)) return span.Length == value.Length ? value : span.ToString();
        var output = new StringBuilder(span.Length);
        var blank = false;
        foreach (var c in span)
        {
            if (c is ' ' or '\t' or '\r' or '\n' or '\f' or '\v' or '\u0085' or '\u2028' or '\u2029')
            {
                blank = true;
                continue;
            }

            if (blank) output.Append(' ');
            blank = false;
            output.Append(c);
        }

        return output.ToString();
    }

    /// <summary>A tag that is none: a word in angle brackets, without attributes, prefix or dash.</summary>
    internal static bool IsPlainWord(ReadOnlySpan<char> name, ReadOnlySpan<char> attributes) => attributes.Trim("/").IsEmpty && !name.ContainsAny(':', '-');

    private static bool IsCode(ReadOnlySpan<char> name) => name.Equals("script", StringComparison.OrdinalIgnoreCase) || name.Equals("style", StringComparison.OrdinalIgnoreCase);

    private static bool NeedsFolding(ReadOnlySpan<char> value)
    {
        if (LineBlanks.FirstIn(value) >= 0) return true;
        return value.Contains("  ", StringComparison.Ordinal);
    }
}
