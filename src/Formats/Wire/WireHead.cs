using Newswire.Contracts;
using Newswire.Formats.Signalling;

namespace Newswire.Formats.Wire;

/// <summary>
/// What stands above the text: transmission lines, markers, editors' notes, headline, byline, and the dateline that ends it. The lines are
/// taken one by one from the top until the text begins; a line that is none of these begins it.
/// </summary>
internal sealed class WireHead(SourceSettings settings, DateTimeOffset reference, Header7901? above)
{
    private const int MostHeadLines = 24;
    private const int LongestHeadline = 160;
    private const int MostStacked = 3;
    private const int MostBulletLines = 16;

    private readonly List<string> _candidates = [];

    /// <summary>Lines that carried markers, embargoes and notes, for <see cref="EditorialSignals"/>.</summary>
    public List<string> SignalLines { get; } = [];

    public List<string> Notes { get; } = [];

    public string? Byline { get; private set; }

    public string? Slug { get; private set; }

    public string? Take { get; private set; }

    public int? Words { get; private set; }

    public Header7901? Header { get; private set; }

    public NewsDate? Sent { get; private set; }

    public Dateline? Dateline { get; private set; }

    /// <summary>"c. 1998 N.Y. Times News Service" below the byline.</summary>
    public string? Copyright { get; private set; }

    /// <summary>An agency that stood alone below the byline.</summary>
    public string? Organisation { get; private set; }

    /// <summary>Main headline first; empty when none is printed.</summary>
    public IReadOnlyList<string> Headlines => _candidates;

    /// <summary>The line the text begins at; for a dateline, the line it stands in.</summary>
    public int BodyLine { get; private set; }

    /// <summary>What the marker's own line said after the marker, when it is the text ("SPOED Trein ontspoord …").</summary>
    public string? MarkedText { get; private set; }

    public void Read(List<string> lines)
    {
        var firstCandidate = -1;
        var context = new SignalContext(settings, reference);
        for (var line = 0; line < Math.Min(lines.Count, MostHeadLines); line++)
            lines[line] = LetterSpacing.Closed(lines[line], language: null, context);
        var i = 0;
        for (var seen = 0; i < lines.Count && seen < MostHeadLines; seen++)
        {
            if (lines[i].Length == 0)
            {
                i++;
                continue;
            }

            if ((Dateline = ReadDateline(lines, i)) is not null)
                break;
            var next = TakeLine(lines, i, seen);
            if (next == i)
                next = TakeHeadline(lines, i, ref firstCandidate);
            if (next == i)
                next = TakeNote(lines, i);
            if (next == i)
                break;
            i = next;
        }

        BodyLine = i;
        SettleHeadlines(lines, firstCandidate);
        if (_candidates.Count > 0)
            TakeVersion();
    }

    /// <summary>A dateline in the paragraph that begins here; it may be wrapped over two lines.</summary>
    private Dateline? ReadDateline(List<string> lines, int i)
    {
        // "By Jane Doe" stands above a dateline, not in it.
        var wrapped = lines[i].Length < 100 && i + 1 < lines.Count && lines[i + 1].Length > 0 && !Bylines.Is(lines[i])
            && DatelineReader.TryRead(lines[i + 1], settings, reference) is not { City: not null };
        var text = wrapped ? WireParagraphs.Join(lines.GetRange(i, 2)) : lines[i].Trim();
        return DatelineReader.TryRead(text, settings, reference)
            ?? (Byline is not null || Slug is not null || Header is not null || _candidates.Count > 0 ? DatelineBare.PlaceAlone(text, regionNeeded: Byline is null && Slug is null && Header is null) : null);
    }

    /// <summary>Lines that are recognised by themselves; the index after them, or <paramref name="i"/>.</summary>
    private int TakeLine(List<string> lines, int i, int seen)
    {
        var line = lines[i];
        if (seen < 4 && TransmissionLine.Read7901(line) is { } header)
        {
            Header = header;
            return i + 1;
        }

        if (seen < 5 && TransmissionLine.ReadSlug(line) is { } slug)
        {
            (Slug, Take, Words) = (slug.Slug, slug.Version, slug.Words);
            SignalLines.Add(line);
            if (slug.Version is { Length: > 0 } version)
                SignalLines.Add(version);
            return i + 1;
        }

        if (seen < 6 && lines.Count > i + 2 && TransmissionLine.ReadKeywords(line) is { } keywords)
        {
            Slug ??= keywords;
            return i + 1;
        }

        if (seen < 5 && i + 1 < lines.Count && TransmissionLine.IsCodes(line))
            return i + 1;
        if (seen < 6 && DateTimeGroup.TryParse(line, settings, out var sent))
        {
            Sent = sent;
            return i + 1;
        }

        if (_candidates.Count is 1 or 2 && Organisation is null && Byline is null && line.Length < 24 && i + 2 < lines.Count && lines[i + 1].Length == 0 && lines[i - 1].Length == 0
            && Signature.Read(line.Replace('–', '-')) is { Known: true } alone && alone.Names.TrueForAll(name => Agencies.InSignature(name) is not null))
        {
            Organisation = line.Trim();
            return i + 1;
        }

        if (Byline is not null && Copyright is null && line.Length < 100 && IsCopyright(line))
        {
            Copyright = line.Trim();
            return i + 1;
        }

        if (Byline is null && seen > 0 | i + 1 < lines.Count && (Bylines.Is(line) || IsSmallByline(lines, i)))
            return TakeByline(lines, i);
        return TakeMarker(lines, i);
    }

    /// <summary>The text without what stands in brackets before it: "(By Sofia Lin)", "(EDS: UPDATING)".</summary>
    public string TakeOpening(string text)
    {
        var close = text.StartsWith('(') ? text[..Math.Min(text.Length, 80)].IndexOf(')', StringComparison.Ordinal) : -1;
        if (close < 4)
            return text;
        var inner = text[1..close];
        if (inner.StartsWith("EDS:", StringComparison.OrdinalIgnoreCase))
            Notes.Add(inner[4..].Trim());
        else if (Byline is null && inner.StartsWith("By ", StringComparison.OrdinalIgnoreCase) && Bylines.IsNames(inner.AsSpan(3)))
            Byline = inner;
        else
            return text;
        return text[(close + 1)..].TrimStart();
    }

    private static bool IsCopyright(ReadOnlySpan<char> line)
    {
        line = line.Trim();
        return line.StartsWith("©") || line.StartsWith("(c) ", StringComparison.OrdinalIgnoreCase) || line.StartsWith("Copyright ", StringComparison.OrdinalIgnoreCase)
            || (line.StartsWith("c.") && line.Length > 7 && line[2..].TrimStart() is ['1' or '2', >= '0' and <= '9', >= '0' and <= '9', >= '0' and <= '9', ..]);
    }

    /// <summary>"by Zhang San" between blank lines; straight below a line it goes on with the headline.</summary>
    private static bool IsSmallByline(List<string> lines, int i)
        => i > 0 && i + 1 < lines.Count && lines[i - 1].Length == 0 && lines[i + 1].Length == 0 && lines[i].StartsWith("by ", StringComparison.Ordinal) && lines[i].Length < 60 && Bylines.IsNames(lines[i].AsSpan(3));

    private int TakeByline(List<string> lines, int i)
    {
        Byline = lines[i].Trim().TrimEnd('=').TrimEnd();
        var next = i + 1;
        if (next < lines.Count && lines[next].Length is > 0 and < 40 && !IsCopyright(lines[next]) && lines[next][^1] != '.' && lines[next].AsSpan().Trim().Trim('=').Count(' ') < 4
            && DatelineReader.TryRead(lines[next], settings, reference) is null)
        {
            Organisation = lines[next].Trim().TrimEnd('=').TrimEnd();
            next++;
        }

        return next;
    }

    private int TakeMarker(List<string> lines, int i, int stacked = 0)
    {
        var line = WithoutAgency(lines[i]);
        var context = new SignalContext(settings, reference);
        var note = WireNotes.Length(lines, i);
        if (EmbargoPhrase.Read(line, context) is not null || EditorPhrase.Read(line, isNote: false) is not null)
            return AddNote(lines, i, Math.Max(1, note));
        if (MarkerReader.Read(line, language: null) is { } match)
        {
            SignalLines.Add(line);
            var rest = line[match.Length..];
            if (match.WholeLine)
                return i + 1;
            if (rest[0] is '(' or '[' || WireNotes.IsBracketed(line) || HasOpenBracket(line, match.Length))
                return AddNote(lines, i, Math.Max(1, note));
            if (MarkedText is not null && _candidates.Count > 0)
                return AddNote(lines, i, 1);
            if (match.Text.EndsWith(" vervangt", StringComparison.Ordinal) || ExplainsMarker(lines, i, match.Signal))
                return AddNote(lines, i, 1);
            if (stacked < MostStacked && MarkerReader.Read(rest, language: null) is not null)
            {
                lines[i] = rest;
                return TakeMarker(lines, i, stacked + 1);
            }

            MarkedText = rest;
            lines[i] = rest;
            return TakeHeadlineAfterMarker(lines, i);
        }

        return note > 0 ? AddNote(lines, i, note) : i;
    }

    /// <summary>"RETTELSE: Antal sårede er tre" above a headline and a dateline says what is corrected; it is no headline.</summary>
    private bool ExplainsMarker(List<string> lines, int i, string signal)
    {
        if (signal is not (Signals.Correction or Signals.Refile or Signals.Update) || i + 2 >= lines.Count || lines[i + 1].Length > 0)
            return false;
        var next = i + 1;
        while (next < lines.Count && lines[next].Length == 0)
            next++;
        return next < lines.Count && WireNotes.IsTitle(lines[next]) && !Bylines.Is(lines[next]) && WireNotes.Length(lines, next) == 0 && MarkerReader.Read(lines[next], null) is null
            && DatelineReader.TryRead(lines[next], settings, reference) is null && StandsAboveDateline(lines, next + 1);
    }

    /// <summary>"URGENT Séisme …" above a text is the headline; alone it is all there is.</summary>
    private int TakeHeadlineAfterMarker(List<string> lines, int i)
    {
        var more = lines.Skip(i + 1).Any(line => line.Length > 0);
        if (!more || lines[i].Length > LongestHeadline || (i + 1 < lines.Count && lines[i + 1].Length > 0 && lines[i].Length > 60) || lines[i][^1] is '.')
            return i;
        _candidates.Add(lines[i]);
        return i + 1;
    }

    /// <summary>"PA ADVISORY": the agency before a marker that is alone on its line.</summary>
    private static string WithoutAgency(string line)
    {
        var blank = line.IndexOf(' ', StringComparison.Ordinal);
        return blank is > 1 and < 12 && line.Length < 60 && Agencies.InSignature(line.AsSpan(0, blank)) is not null && MarkerReader.Read(line[(blank + 1)..], null) is { WholeLine: true } ? line[(blank + 1)..] : line;
    }

    private int AddNote(List<string> lines, int i, int count)
    {
        var text = WireParagraphs.Join(lines.GetRange(i, count));
        SignalLines.Add(text);
        Notes.Add(text);
        return i + count;
    }

    /// <summary>Up to three lines without a full stop, then a blank line or another head line.</summary>
    private int TakeHeadline(List<string> lines, int i, ref int firstCandidate)
    {
        // Below headline and byline the text begins.
        if (TakeBullets(lines, i) is var below and > 0)
            return below;
        if (_candidates.Count >= 4 || (MarkedText is not null && _candidates.Count == 0) || (_candidates.Count > 0 && (Byline ?? Organisation) is not null))
            return i;
        var end = i;
        while (end < lines.Count && lines[end].Length > 0 && end - i < 4)
        {
            if (end > i && (Bylines.Is(lines[end]) || WireNotes.Length(lines, end) > 0 || MarkerReader.Read(lines[end], null) is not null || DatelineReader.TryRead(lines[end], settings, reference) is not null))
                break;
            end++;
        }

        // After a marked headline only what stands above the dateline goes on with the head.
        if (MarkedText is not null && !StandsAboveDateline(lines, end))
            return i;
        var block = lines.GetRange(i, end - i);
        if (block.Count is 0 or > 3 || block.Exists(line => line.Length > LongestHeadline))
            return i;

        // A sentence is a headline only where nothing but the dateline follows it.
        if ((!WireNotes.IsTitle(block[^1]) || block.Take(block.Count - 1).Any(line => line[^1] is '.')) && (SignalLines.Count > 0 || _candidates.Count > 0 || !StandsAboveDateline(lines, end)))
            return i;
        if (firstCandidate < 0)
            firstCandidate = i;
        var wrapped = block.Count > 1 && block.Take(block.Count - 1).All(line => line.Length >= 40);
        if (wrapped)
            _candidates.Add(WireNotes.Undecorated(WireParagraphs.Join(block)));
        else
            _candidates.AddRange(block.Select(WireNotes.Undecorated));
        return end;
    }

    private bool StandsAboveDateline(List<string> lines, int end)
    {
        var next = end;
        while (next < lines.Count && lines[next].Length == 0)
            next++;
        return next > end && next < lines.Count && (Bylines.Is(lines[next]) || WireNotes.Length(lines, next) > 0 || DatelineReader.TryRead(lines[next], settings, reference) is not null);
    }

    /// <summary>"* Brent at highest since May": points between headline and byline or dateline; the index after them, or 0.</summary>
    private int TakeBullets(List<string> lines, int i)
    {
        if (_candidates.Count == 0 || !lines[i].AsSpan().TrimStart().StartsWith("* "))
            return 0;
        var end = i;
        while (end < lines.Count && lines[end].Length > 0 && end - i < MostBulletLines)
            end++;
        if (!StandsAboveDateline(lines, end))
            return 0;
        foreach (var line in lines.GetRange(i, end - i))
        {
            var text = line.AsSpan().Trim();
            if (text.StartsWith("* "))
                _candidates.Add(text[2..].Trim().ToString());
            else
                _candidates[^1] += " " + text.ToString();
        }

        return end;
    }

    /// <summary>Version and marker at the end of the headline: "… (UPDATE)", "… (CORRECT)", and with Belga "… (2)", "… (3DER)".</summary>
    private void TakeVersion()
    {
        var main = _candidates[0];
        if (HeadlineVersion.Read(main, belga: (above ?? Header) is { IsBelga: true }) is not { } version)
            return;
        _candidates[0] = version.Headline;
        Take ??= version.Number;
        SignalLines.Add(version.Marker);
    }

    /// <summary>After a marker, a paragraph that stands before a dateline explains the marker.</summary>
    private int TakeNote(List<string> lines, int i)
    {
        if (SignalLines.Count == 0 || MarkedText is not null)
            return i;
        var end = i;
        while (end < lines.Count && lines[end].Length > 0)
            end++;
        if (lines.Skip(i).Take(end - i).Sum(line => line.Length) > 400)
            return i;
        for (int j = end, blocks = 0; j < lines.Count && blocks < 4; j++)
        {
            if (lines[j].Length == 0 || (j > 0 && lines[j - 1].Length > 0))
                continue;
            blocks++;
            if (DatelineReader.TryRead(lines[j], settings, reference) is not null)
                return AddNote(lines, i, end - i);
        }

        return i;
    }

    /// <summary>
    /// Lines taken for headlines are headlines when a dateline or byline followed; else only one that stands above a paragraph of prose.
    /// </summary>
    private void SettleHeadlines(List<string> lines, int firstCandidate)
    {
        // "Siccità-Po" above a headline of several words is the slug.
        if (_candidates.Count > 1 && Slug is null && _candidates[0].Contains('-', StringComparison.Ordinal) && !_candidates[0].Contains(' ', StringComparison.Ordinal) && _candidates[1].AsSpan().Count(' ') > 1
            && (Dateline is not null || Byline is not null || Header is not null || above is not null))
        {
            Slug = _candidates[0];
            _candidates.RemoveAt(0);
        }

        if (_candidates.Count == 0 || Dateline is not null || Byline is not null || Organisation is not null || Slug is not null || Header is not null || above is not null)
            return;
        if (MarkedText is null && _candidates.Count == 1 && WireNotes.IsHeadlineAboveProse(_candidates[0], lines, BodyLine))
            return;
        if (firstCandidate >= 0)
        {
            BodyLine = firstCandidate;
            _candidates.Clear();
        }
    }

    private static bool HasOpenBracket(string line, int length)
    {
        var before = line.AsSpan(0, length);
        return before.LastIndexOfAny('(', '[') > before.LastIndexOfAny(')', ']');
    }
}
