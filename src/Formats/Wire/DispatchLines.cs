using Newswire.Contracts;
using Newswire.Formats.Signalling;

namespace Newswire.Formats.Wire;

/// <summary>The lines of a dispatch from the top, and what the readers of its head ask about those further down.</summary>
internal sealed class DispatchLines(List<string> lines, SignalContext context)
{
    public SignalContext Context => context;

    public SourceSettings Settings => context.Settings;

    public int Count => lines.Count;

    public string this[int i]
    {
        get => lines[i];
        set => lines[i] = value;
    }

    public bool IsBlank(int i) => lines[i].Length == 0;

    public bool HasText(int i) => i < lines.Count && lines[i].Length > 0;

    /// <summary>Between two blank lines.</summary>
    public bool StandsAlone(int i) => i > 0 && i + 1 < lines.Count && IsBlank(i - 1) && IsBlank(i + 1);

    /// <summary>The index after the lines with text that follow each other from <paramref name="i"/> on.</summary>
    public int BlockEnd(int i)
    {
        while (HasText(i))
            i++;
        return i;
    }

    /// <summary>The first line with text from <paramref name="i"/> on, or the count of lines.</summary>
    public int SkipBlanks(int i)
    {
        while (i < lines.Count && IsBlank(i))
            i++;
        return i;
    }

    public List<string> Range(int i, int count) => lines.GetRange(i, count);

    public string Joined(int i, int count) => WireParagraphs.Join(Range(i, count));

    /// <summary>How many lines the note that begins here takes; 0 when none does.</summary>
    public int NoteLength(int i) => WireNotes.Length(lines, i);

    public Dateline? ReadDateline(string text) => DatelineReader.TryRead(text, context.Settings, context.Reference);

    public Dateline? DatelineAt(int i) => ReadDateline(lines[i]);

    /// <summary>A byline, note, marker, dateline or the time of sending: no line of a headline, whatever stands above it.</summary>
    public bool BeginsAnew(int i)
        => Bylines.Is(lines[i]) || NoteLength(i) > 0 || MarkerReader.Read(lines[i], language: null) is not null || DatelineAt(i) is not null || DateTimeGroup.TryParse(lines[i].AsSpan().Trim("*#= "), context.Settings, out _);

    /// <summary>After a blank line at <paramref name="end"/>, the next to come is a dateline, or a byline or note above one.</summary>
    public bool StandsAboveDateline(int end)
    {
        var next = SkipBlanks(end);
        return next > end && next < lines.Count && (Bylines.Is(lines[next]) || NoteLength(next) > 0 || DatelineAt(next) is not null);
    }

    public bool IsHeadlineAboveProse(string title, int body) => WireNotes.IsHeadlineAboveProse(title, lines, body);
}
