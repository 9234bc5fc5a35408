using Newswire.Formats.Signalling;

namespace Newswire.Formats.Wire;

/// <summary>Which lines above the text are headlines. Until the whole head is read they are candidates; <see cref="Settle"/> decides.</summary>
internal sealed class PrintedHeadlines(WireHead head, DispatchLines lines)
{
    private const int Longest = 160;
    private const int LongestWithLineBelow = 60;
    private const int MostLines = 3;
    private const int MostCandidates = 4;
    private const int MostBulletLines = 16;

    // Shorter lines were broken by the author: each is a headline of its own.
    private const int ShortestWrapped = 40;

    private int? _firstLine;

    /// <summary>Up to three lines without a full stop, then a blank line or another head line. How many; null when none.</summary>
    public int? Take(int i)
    {
        if (TakeBullets(i) is { } bullets)
            return bullets;
        if (TextBegins || IsSignature(lines[i]))
            return null;
        var end = i + 1;
        while (lines.HasText(end) && end - i <= MostLines && !lines.BeginsAnew(end))
            end++;

        // After a marked headline only what stands above the dateline goes on with the head.
        if (head.MarkedText is not null && !lines.StandsAboveDateline(end))
            return null;
        var block = lines.Range(i, end - i);
        if (block.Count > MostLines || block.Exists(line => line.Length > Longest))
            return null;

        // A sentence is a headline only where nothing but the dateline follows it.
        if (!IsTitle(block) && (head.SignalLines.Count > 0 || head.Headlines.Count > 0 || !lines.StandsAboveDateline(end)))
            return null;
        _firstLine ??= i;
        if (block.Count > 1 && block[..^1].TrueForAll(line => line.Length >= ShortestWrapped))
            head.Headlines.Add(WireNotes.Undecorated(WireParagraphs.Join(block)));
        else
            head.Headlines.AddRange(block.Select(WireNotes.Undecorated));
        return block.Count;
    }

    /// <summary>"URGENT Séisme …" above a text is the headline; alone it is all there is.</summary>
    public int? TakeMarked(int i)
    {
        var line = lines[i];
        var more = lines.SkipBlanks(i + 1) < lines.Count;
        if (!more || line.Length > (lines.HasText(i + 1) ? LongestWithLineBelow : Longest) || line[^1] is '.')
            return null;
        head.Headlines.Add(line);
        return 1;
    }

    /// <summary>
    /// Candidates are headlines when the head shows that this is a wire, by its dateline or byline for one; else only one that stands above
    /// a paragraph of prose. What they say of the version is taken off.
    /// </summary>
    /// <param name="above">The header that was taken off with the envelope already.</param>
    public void Settle(Header7901? above)
    {
        var headlines = head.Headlines;
        var signed = (above ?? head.Header) is not null || head.Dateline is not null || head.Byline is not null;
        if (signed && head.Slug is null && headlines.Count > 1)
            TakeSlug(headlines);

        var certain = signed || head.Organisation is not null || head.Slug is not null;
        if (!certain && _firstLine is { } first && !IsAboveProse())
        {
            head.BodyLine = first;
            headlines.Clear();
        }

        if (headlines.Count > 0)
            TakeVersion((above ?? head.Header) is { IsBelga: true });
    }

    /// <summary>Below headline and byline, or a marker's own text, there is no headline.</summary>
    private bool TextBegins
        => head.Headlines.Count >= MostCandidates
            || (head.Headlines.Count == 0 ? head.MarkedText is not null : head.Byline is not null || head.Organisation is not null);

    /// <summary>"* Brent at highest since May": points between headline and byline or dateline. How many lines; null when none.</summary>
    private int? TakeBullets(int i)
    {
        if (head.Headlines.Count == 0 || !IsBullet(lines[i]))
            return null;
        var end = Math.Min(lines.BlockEnd(i), i + MostBulletLines);
        if (!lines.StandsAboveDateline(end))
            return null;
        foreach (var line in lines.Range(i, end - i))
        {
            if (IsBullet(line))
                head.Headlines.Add(line.Trim()[2..].Trim());
            else
                head.Headlines[^1] += " " + line.Trim();
        }

        return end - i;
    }

    /// <summary>Version and marker at the end of the headline: "… (UPDATE)", "… (CORRECT)", and with Belga "… (2)", "… (3DER)".</summary>
    private void TakeVersion(bool belga)
    {
        if (HeadlineVersion.Read(head.Headlines[0], belga) is not { } version)
            return;
        head.Headlines[0] = version.Headline;
        head.Take ??= version.Number;
        head.SignalLines.Add(version.Marker);
    }

    private bool IsAboveProse() => head.MarkedText is null && head.Headlines.Count == 1 && lines.IsHeadlineAboveProse(head.Headlines[0], head.BodyLine);

    /// <summary>"Siccità-Po", "Streik/Verkehr", "France-transports-grève LEAD" above a headline of several words.</summary>
    private void TakeSlug(List<string> headlines)
    {
        var slug = headlines[0];
        var end = slug.LastIndexOfAny([' ', ',']);
        var version = end > 0 && MarkerReader.Read(slug[(end + 1)..].ToUpperInvariant(), language: null) is { WholeLine: true };
        if (version)
            slug = slug[..end].TrimEnd(' ', ',');
        var word = slug.AsSpan().IndexOfAny('-', '/') >= 0 && !slug.Contains(' ', StringComparison.Ordinal);
        if (!(word || IsCapitalWords(slug)) || headlines[1].AsSpan().Count(' ') < 2 || DatelinePlace.IsAllCapitals(headlines[1]))
            return;
        if (version)
            head.SignalLines.Add(headlines[0][(end + 1)..].ToUpperInvariant());
        head.Slug = slug;
        headlines.RemoveAt(0);
    }

    /// <summary>"PRESUPUESTO GOBIERNO", "MDS7 ARE-LD BRIDGE": a few words in capitals above a headline that is not.</summary>
    private static bool IsCapitalWords(string line) => line.AsSpan().Count(' ') is 1 or 2 && DatelinePlace.IsAllCapitals(line);

    /// <summary>"EFE", "The AP" below a note to editors.</summary>
    private static bool IsSignature(string line)
    {
        var text = line.AsSpan().Trim();
        return Agencies.InSignature(text.StartsWith("The ") ? text[4..] : text) is not null;
    }

    private static bool IsTitle(List<string> block) => WireNotes.IsTitle(block[^1]) && !block[..^1].Exists(line => line[^1] is '.');

    private static bool IsBullet(string line) => line.AsSpan().Trim().StartsWith("* ");
}
