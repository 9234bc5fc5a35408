using Newswire.Contracts;
using Newswire.Formats.Signalling;

namespace Newswire.Formats.Wire;

/// <summary>Markers, embargoes and editors' notes above the text.</summary>
internal sealed class HeadMarkers(WireHead head, DispatchLines lines, PrintedHeadlines headlines)
{
    private const int MostStacked = 3;
    private const int LongestExplanation = 400;
    private const int MostBlocksBelow = 4;

    /// <summary>How many lines were taken; null when none, though the line may have lost its marker.</summary>
    public int? Take(int i) => Take(i, MostStacked);

    /// <summary>After a marker, a paragraph that stands before a dateline explains the marker.</summary>
    public int? TakeExplanation(int i)
    {
        if (head.SignalLines.Count == 0 || head.MarkedText is not null)
            return null;
        var end = lines.BlockEnd(i);
        if (lines.Range(i, end - i).Sum(line => line.Length) > LongestExplanation)
            return null;
        var next = lines.SkipBlanks(end);
        for (var blocks = 0; blocks < MostBlocksBelow && next < lines.Count; blocks++)
        {
            if (lines.DatelineAt(next) is not null)
                return TakeNote(i, end - i);
            next = lines.SkipBlanks(lines.BlockEnd(next));
        }

        return null;
    }

    private int? Take(int i, int stacked)
    {
        var line = WithoutAgency(lines[i]);
        var note = lines.NoteLength(i);
        if (EmbargoPhrase.Read(line, lines.Context) is not null || EditorPhrase.Read(line, isNote: false) is not null)
            return TakeNote(i, Math.Max(1, note));
        if (MarkerReader.Read(line, language: null) is not { } match)
            return note > 0 ? TakeNote(i, note) : null;
        head.SignalLines.Add(line);
        if (match.WholeLine)
            return 1;
        var rest = line[match.Length..];
        if (rest[0] is '(' or '[' || WireNotes.IsBracketed(line) || HasOpenBracket(line.AsSpan(0, match.Length)))
            return TakeNote(i, Math.Max(1, note));
        var followsMarked = head.MarkedText is not null && head.Headlines.Count > 0;
        if (followsMarked || match.Text.EndsWith(" vervangt", StringComparison.Ordinal) || ExplainsMarker(i, match.Signal) || BeginsSmall(i, rest))
            return TakeNote(i, 1);
        lines[i] = rest;
        if (stacked > 0 && MarkerReader.Read(rest, language: null) is not null)
            return Take(i, stacked - 1);
        head.MarkedText = rest;
        return headlines.TakeMarked(i);
    }

    private int TakeNote(int i, int count)
    {
        var text = lines.Joined(i, count);
        head.SignalLines.Add(text);
        head.Notes.Add(text);
        return count;
    }

    /// <summary>"RETTELSE: Antal sårede er tre" above a headline and a dateline says what is corrected; it is no headline.</summary>
    private bool ExplainsMarker(int i, string signal)
    {
        if (signal is not (Signals.Correction or Signals.Refile or Signals.Update) || lines.HasText(i + 1))
            return false;
        var next = lines.SkipBlanks(i + 1);
        return next < lines.Count && WireNotes.IsTitle(lines[next]) && !lines.BeginsAnew(next) && lines.StandsAboveDateline(next + 1);
    }

    /// <summary>"RECTIFICATIE - in bericht BEL033 moet het zijn …" above a headline or dateline: no headline begins like that.</summary>
    private bool BeginsSmall(int i, string rest)
    {
        if (rest.Length < 2 || !char.IsLower(rest[0]) || char.IsUpper(rest[1]))
            return false;
        var next = lines.SkipBlanks(i + 1);
        return next < lines.Count && (lines.DatelineAt(next) is not null || (WireNotes.IsTitle(lines[next]) && lines.StandsAboveDateline(next + 1)));
    }

    /// <summary>"PA ADVISORY": the agency before a marker that is alone on its line.</summary>
    private static string WithoutAgency(string line)
    {
        var blank = line.IndexOf(' ', StringComparison.Ordinal);
        if (blank is not (> 1 and < 12) || line.Length >= 60 || Agencies.InSignature(line.AsSpan(0, blank)) is null)
            return line;
        var rest = line[(blank + 1)..];
        return MarkerReader.Read(rest, language: null) is { WholeLine: true } ? rest : line;
    }

    private static bool HasOpenBracket(ReadOnlySpan<char> text) => text.LastIndexOfAny('(', '[') > text.LastIndexOfAny(')', ']');
}
