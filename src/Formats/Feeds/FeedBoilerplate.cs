using Newswire.Formats.Markup;

namespace Newswire.Formats.Feeds;

/// <summary>
/// Takes off what content systems add to every text they put into a feed: "The post … appeared first on …" of WordPress and the like of Medium, a last link to
/// the item's own page ("Continue reading"), and the title, author and date that Drupal prints above.
/// </summary>
internal static class FeedBoilerplate
{
    private const int LongestNotice = 400;
    private const int LongestLink = 60;

    // The link to the post may be long; what it says is not.
    private const int LongestMarkup = 4 * LongestNotice;
    private const int MostSpans = 4;

    // How WordPress's languages, and Medium, begin and go on; the title and the name of the site stand between and behind.
    private static readonly (string Start, string Middle)[] Notices =
    [
        ("The post ", " appeared first on "), ("L’article ", " est apparu en premier sur "), ("L'article ", " est apparu en premier sur "), ("Der Beitrag ", " erschien zuerst auf "),
        ("Het bericht ", " verscheen eerst op "), ("La entrada ", " se publicó primero en "), ("La entrada ", " aparece primero en "), ("O post ", " apareceu primeiro em "),
        ("O conteúdo ", " aparece primeiro em "), ("L'articolo ", " proviene da "), ("L’articolo ", " proviene da "), ("Artykuł ", " pochodzi z serwisu "), ("Inlägget ", " dök först upp på "),
        ("Indlægget ", " blev først udgivet på "), ("Innlegget ", " dukket først opp på "), ("Сообщение ", " появились сначала на "), ("", " on Medium, where people are continuing the conversation by "),
    ];

    public static void Take(DispatchItem item)
    {
        if (item.BodyHtml is { } html) item.BodyHtml = WithoutTeaser(WithoutLink(WithoutNotice(html), item.Link), item.Headline);
        else if (item.Body is { } body) item.Body = TextWithoutNotice(body);
        if (item.Summary is { } summary) item.Summary = TextWithoutNotice(summary);
    }

    private static string WithoutNotice(string html)
    {
        var start = Math.Max(0, html.Length - LongestMarkup);
        var at = html.AsSpan(start).LastIndexOf("<p", StringComparison.Ordinal);
        if (at < 0 || start + at == 0 || html.AsSpan(start + at).IndexOf('>') is not (> 0 and var tag)) return html;
        return IsNotice(html.AsSpan(start + at + tag + 1)) && HtmlText.HasWords(html.AsSpan(0, start + at)) ? html[..(start + at)] : html;
    }

    private static string TextWithoutNotice(string text)
    {
        var at = text.AsSpan().LastIndexOf("\n\n", StringComparison.Ordinal);
        return at > 0 && IsNotice(text.AsSpan(at + 2)) ? text[..at].TrimEnd() : text;
    }

    private static bool IsNotice(ReadOnlySpan<char> text)
    {
        text = text.TrimStart();
        foreach (var (start, middle) in Notices)
        {
            // Hardly any paragraph begins so.
            if (start.Length > 0 ? !text.StartsWith(start, StringComparison.Ordinal) : !text.Contains(middle, StringComparison.Ordinal)) continue;
            if (text.Length <= LongestMarkup && HtmlText.Line(text.ToString()) is { Length: <= LongestNotice } line && line.Contains(middle, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    /// <summary>The text without a few linked words at its very end that lead to the page it was taken from.</summary>
    private static string WithoutLink(string html, string? link)
    {
        // Most texts end with a sentence.
        const int Behind = 60;
        var end = html.LastIndexOf("</a>", html.Length - 1, Math.Min(html.Length, Behind), StringComparison.Ordinal);
        if (link is null || end < 0) return html;
        var at = html.LastIndexOf("<a ", end, Math.Min(end + 1, LongestMarkup), StringComparison.Ordinal);
        if (at <= 0 || html.AsSpan(at).IndexOf('>') is not (> 0 and var tag)) return html;
        if (AttributeTokenizer.Find(html.AsSpan(at + 2, tag - 2), "href")?.Trim() != link) return html;
        var longest = html.AsSpan(at, tag).Contains("more-link", StringComparison.Ordinal) ? LongestNotice : LongestLink;
        if (HtmlText.Line(html[at..end]) is not { Length: > 0 } words || words.Length > longest || HtmlText.Line(html[(end + 4)..]).AsSpan().Trim("])…»>→ ").Length > 0) return html;
        var before = html.AsSpan(0, at).TrimEnd().TrimEnd("[(").TrimEnd();

        // A paragraph of its own leaves none behind.
        while (before is [.., '>'] && before.LastIndexOf('<') is >= 0 and var open && (before[(open + 1)..].StartsWith("p") || before[(open + 1)..].StartsWith("div") || before[(open + 1)..].StartsWith("span")) && before[^2] != '/')
            before = before[..open].TrimEnd();
        return HtmlText.HasWords(before) ? before.ToString() : html;
    }

    /// <summary>Drupal's <c>&lt;span&gt;title&lt;/span&gt; &lt;span&gt;author&lt;/span&gt; &lt;span&gt;date&lt;/span&gt;</c>.</summary>
    private static string WithoutTeaser(string html, string? headline)
    {
        var at = 0;
        for (var spans = 0; spans < MostSpans; spans++)
        {
            var start = at + (html.Length - at - html.AsSpan(at).TrimStart().Length);
            if (!html.AsSpan(start).StartsWith("<span", StringComparison.Ordinal) || EndOfSpan(html, start) is not { } end) break;
            if (spans == 0 && (headline is null || HtmlText.Line(html[start..end]) != headline)) return html;
            at = end;
        }

        return at > 0 && HtmlText.HasWords(html.AsSpan(at)) ? html[at..].TrimStart() : html;
    }

    private static int? EndOfSpan(string html, int start)
    {
        const int Deepest = 10;
        var depth = 0;
        for (var at = start; depth <= Deepest;)
        {
            var close = html.IndexOf("</span>", at, StringComparison.Ordinal);
            if (close < 0) return null;
            var open = html.IndexOf("<span", at, close - at, StringComparison.Ordinal);
            if (open >= 0)
            {
                depth++;
                at = open + "<span".Length;
            }
            else
            {
                at = close + "</span>".Length;
                if (--depth == 0) return at;
            }
        }

        return null;
    }
}
