namespace Newswire.Contracts;

/// <summary>What of a record is translated: its main headline and the paragraphs of its main plain-text body.</summary>
public sealed class TranslationText
{
    // Every target's plan asks for them, and they cost more than the rest of it.
    private readonly Lazy<string> _contentHash;
    private readonly Lazy<IReadOnlyList<string>> _segmentHashes;

    private TranslationText(string? headline, IReadOnlyList<string> body, IReadOnlyList<int> offsets)
    {
        (Headline, Body, Offsets) = (headline, body, offsets);
        _contentHash = new(() => TranslationHash.OfContent(Headline, Body));
        _segmentHashes = new(() => [.. (Headline is null ? [] : new[] { Headline }).Concat(Body).Select(TranslationHash.OfSegment)]);
    }

    public string? Headline { get; }

    /// <summary>Paragraphs, parted by blank lines in the body; blank ones are not counted.</summary>
    public IReadOnlyList<string> Body { get; }

    /// <summary>Where each paragraph starts in the plain-text body, in UTF-16 code units.</summary>
    public IReadOnlyList<int> Offsets { get; }

    public string ContentHash => _contentHash.Value;

    /// <summary>Headline first when there is one, then the paragraphs.</summary>
    public IReadOnlyList<string> SegmentHashes => _segmentHashes.Value;

    public int Characters => (Headline?.Length ?? 0) + Body.Sum(p => p.Length);

    public static TranslationText From(NewsRecord record)
    {
        var body = PlainBody(record) ?? string.Empty;
        var paragraphs = new List<string>();
        var offsets = new List<int>();
        foreach (var (start, length) in Paragraphs(body))
        {
            paragraphs.Add(body.Substring(start, length));
            offsets.Add(start);
        }
        return new TranslationText(MainHeadline(record), paragraphs, offsets);
    }

    /// <summary>Null when there is none, or only blanks.</summary>
    public static string? MainHeadline(NewsRecord record)
    {
        var headlines = record.Item.Headlines;
        var headline = (headlines?.FirstOrDefault(h => h.Role == "main") ?? (headlines is [var first, ..] ? first : null))?.Value;
        return string.IsNullOrWhiteSpace(headline) ? null : headline;
    }

    /// <summary>The text that spans of a record refer to.</summary>
    public static string? PlainBody(NewsRecord record)
    {
        var plain = record.Item.Bodies?.Where(b => b.ContentType == "text/plain").ToList();
        return (plain?.FirstOrDefault(b => b.Role == "main") ?? plain?.FirstOrDefault())?.Value;
    }

    private static IEnumerable<(int Start, int Length)> Paragraphs(string body)
    {
        int? start = null;
        var end = 0;
        for (var line = 0; line < body.Length;)
        {
            var newline = body.IndexOf('\n', line);
            var next = newline < 0 ? body.Length : newline + 1;
            var blank = body.AsSpan(line, next - line).IsWhiteSpace();
            if (blank && start is { } open)
            {
                yield return (open, end - open);
                start = null;
            }
            else if (!blank)
            {
                start ??= line;
                end = line + body.AsSpan(line, next - line).TrimEnd("\r\n").Length;
            }
            line = next;
        }
        if (start is { } last)
            yield return (last, end - last);
    }
}
