using System.Buffers;
using System.Text;

namespace Newswire.Formats.Signalling;

/// <summary>"E M B A R G O", "(C O R R E C T I O N)", "F L A S H": markers set in spaced letters, as teleprinters did for emphasis.</summary>
internal static class LetterSpacing
{
    // Four: KILL. Fewer stand in initials and lists.
    private const int FewestLetters = 4;

    private static readonly SearchValues<char> Before = SearchValues.Create(" \t*+>=#•([{-–—«\"");

    /// <summary>The line with the letters it begins with put together; null when they then are no marker.</summary>
    public static string? Closed(ReadOnlySpan<char> line, string? language, SignalContext context)
    {
        var start = line.Length - LineStart.Past(line, Before).Length;
        if (!IsLone(line, start, small: false) || start + 1 == line.Length || line[start + 1] != ' ') return null;
        var closed = new StringBuilder(line.Length).Append(line[..start]);
        var (end, letters) = (start, 0);
        for (var at = start; IsLone(line, at, letters > 0); letters++)
        {
            closed.Append(char.ToUpperInvariant(line[at]));
            end = at + 1;
            var blanks = line[end..].IndexOfAnyExcept(' ');
            if (blanks <= 0 || !IsLone(line, end + blanks, small: true)) blanks = 0;
            // One blank parts letters, more part words.
            else if (blanks > 1) closed.Append(' ');
            at = blanks == 0 ? line.Length : end + blanks;
        }

        if (letters < FewestLetters) return null;
        var text = closed.Append(line[end..]).ToString();
        return MarkerReader.Read(text, language) is not null || EmbargoPhrase.Read(text, context) is not null ? text : null;
    }

    /// <summary>A capital, or after the first any letter ("H e r h a l i n g"), with no letter after it.</summary>
    private static bool IsLone(ReadOnlySpan<char> line, int at, bool small) => at < line.Length && (small ? char.IsLetter(line[at]) : char.IsUpper(line[at])) && (at + 1 == line.Length || !char.IsLetterOrDigit(line[at + 1]));
}
