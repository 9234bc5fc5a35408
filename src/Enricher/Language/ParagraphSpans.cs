namespace Newswire.Enricher.Language;

/// <summary>Paragraphs of a plain-text body: parted by blank lines where it has any, else by line breaks.</summary>
internal static class ParagraphSpans
{
    public static IEnumerable<(int Start, int Length)> Of(string body)
    {
        var blankLines = HasBlankLine(body);
        var start = -1;
        var end = 0;
        for (var at = 0; at < body.Length;)
        {
            var lineBreak = body.IndexOf('\n', at);
            var next = lineBreak < 0 ? body.Length : lineBreak;
            var line = body.AsSpan(at, next - at);
            var first = at + line.Length - line.TrimStart().Length;
            var last = at + line.TrimEnd().Length;
            if (start >= 0 && (last <= first || !blankLines))
            {
                yield return (start, end - start);
                start = -1;
            }

            if (last > first)
            {
                if (start < 0)
                    start = first;
                end = last;
            }

            at = next + 1;
        }

        if (start >= 0)
            yield return (start, end - start);
    }

    private static bool HasBlankLine(string body)
    {
        for (var at = body.IndexOf('\n', StringComparison.Ordinal); at >= 0;)
        {
            var next = body.IndexOf('\n', at + 1);
            if (next < 0)
                return false;
            if (body.AsSpan(at, next - at).IsWhiteSpace())
                return true;
            at = next;
        }

        return false;
    }
}
