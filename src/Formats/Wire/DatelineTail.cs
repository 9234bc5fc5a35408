using Newswire.Formats.Signalling;

namespace Newswire.Formats.Wire;

/// <summary>
/// What some wires print between the dateline and the text: markers ("(ANP) - UPDATE - ", "(dpa) - KORREKTUR: "), also in brackets, and the
/// time of sending ("(Reuters) - 14:05 GMT - "). Neither is text.
/// </summary>
internal static class DatelineTail
{
    private const int MostParts = 3;
    private const int LongestPart = 40;
    private const int LongestBracket = 120;

    /// <summary>Where the text proper begins.</summary>
    /// <param name="markers">Receives the markers, first.</param>
    /// <param name="notes">Receives what a bracket says besides its marker.</param>
    public static int Length(ReadOnlySpan<char> text, List<string> markers, List<string> notes)
    {
        var taken = DatelineReader.Blanks(text);
        for (var seen = 0; seen < MostParts && Part(text[taken..], markers, notes) is { } length; seen++)
            taken += length;
        return taken;
    }

    private static int? Part(ReadOnlySpan<char> text, List<string> markers, List<string> notes)
    {
        if (text is ['(' or '[', ..])
            return Bracket(text, markers, notes);
        for (var end = 1; end < Math.Min(text.Length, LongestPart); end++)
        {
            // A dash within a word parts nothing; nor does the colon within a time.
            if (text[end] is not ('-' or '–' or '—' or '=' or ':') || (text[end] == ':' ? char.IsDigit(text[end - 1]) : text[end - 1] != ' '))
                continue;
            var part = text[..end].TrimEnd();
            var isMarker = MarkerReader.Read(part, language: null) is { WholeLine: true };
            if (!isMarker && (text[end] == ':' || !DatelineClock.Is(part)))
                return null;
            if (DatelineReader.Dash(text[end..]) is not { Strong: true } dash || end + dash.Length >= text.Length)
                return null;
            if (isMarker)
                markers.Insert(0, part.ToString());
            return end + dash.Length;
        }

        return null;
    }

    /// <summary>"(UPDATE) ", "(UPDATE: adds mayor) "; what begins with no marker stays.</summary>
    private static int? Bracket(ReadOnlySpan<char> text, List<string> markers, List<string> notes)
    {
        var close = text[..Math.Min(text.Length, LongestBracket)].IndexOf(text[0] == '(' ? ')' : ']');
        if (close < 0 || MarkerReader.Read(text[..(close + 1)], language: null) is not { } marker)
            return null;
        var length = close + 1 + (DatelineReader.Dash(text[(close + 1)..])?.Length ?? DatelineReader.Blanks(text[(close + 1)..]));
        if (length >= text.Length)
            return null;
        markers.Insert(0, text[..(close + 1)].ToString());
        if (!marker.WholeLine)
            notes.Add(text[1..close].ToString());
        return length;
    }
}
