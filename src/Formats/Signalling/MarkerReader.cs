using System.Buffers;
using Newswire.Contracts;

namespace Newswire.Formats.Signalling;

/// <summary>A marker found at the start of a line: its signal, its words, and where the rest of the line begins.</summary>
internal sealed record MarkerMatch(string Signal, string Text, int Length, bool WholeLine);

/// <summary>Reads the marker a line begins with. By hand, linear in the line.</summary>
internal static class MarkerReader
{
    // A line longer than this holds more than a marker.
    private const int LongestAlone = 200;

    private static readonly SearchValues<char> Decoration = SearchValues.Create(" \t\u00a0*+>=#•!-–—~_/<");
    private static readonly SearchValues<char> Opening = SearchValues.Create("([{（【");
    private static readonly SearchValues<char> AfterMarker = SearchValues.Create(" \t\u00a0:;.,!-–—=*+>~/)]}）】");

    /// <summary>Null when the line begins with no marker.</summary>
    public static MarkerMatch? Read(ReadOnlySpan<char> line, string? language)
    {
        var start = line.Length - LineStart.Past(line, Decoration).Length;
        if (start == line.Length)
            return null;
        var bracketed = Opening.Contains(line[start]);
        if (bracketed)
            start++;
        while (start < line.Length && char.IsWhiteSpace(line[start]))
            start++;
        var text = line[start..];
        if (LeadNumber.Read(text, bracketed) is { } lead)
            return Match(line, start, lead, Signals.Update);
        foreach (var marker in SignalMarkers.At(text))
        {
            if (!StartsWithWord(text, marker.Text) || (marker.Languages is { } only && language is not null && !language.StartsWith(only, StringComparison.OrdinalIgnoreCase)))
                continue;
            var length = marker.Text.Length + NumberLength(text[marker.Text.Length..]);
            if (Counts(text, marker, length, bracketed))
                return Match(line, start, length, marker.Signal);
        }

        return CorrespondentNumber(text) is { } number ? Match(line, start, number, Signals.None) : null;
    }

    private static MarkerMatch Match(ReadOnlySpan<char> line, int start, int length, string signal)
    {
        var rest = line[(start + length)..];
        var skipped = rest.IndexOfAnyExcept(AfterMarker);
        var end = skipped < 0 ? line.Length : start + length + skipped;
        return new MarkerMatch(signal, line.Slice(start, length).ToString(), end, end == line.Length);
    }

    private static bool Counts(ReadOnlySpan<char> text, SignalMarker marker, int length, bool bracketed)
    {
        var printed = text[..marker.Text.Length];
        var rest = text[length..].TrimStart();
        var ends = rest.IsEmpty || char.IsPunctuation(rest[0]) || rest[0] is '=' or '+' or '>' or '|';
        var capitals = printed.SequenceEqual(marker.Text);
        if (marker.Rule == MarkerRule.AloneOrLabel && capitals && rest is ['-' or '–' or '—' or ':', ..] && !InCapitals(rest))
            return true;
        if (marker.Rule is MarkerRule.Alone && capitals && rest is ['-' or '–' or '—' or ':', ..] && SpeaksOfDispatch(rest.TrimStart(":-–— ")))
            return true;
        if (marker.Rule is MarkerRule.Alone or MarkerRule.AloneOrLabel)
            return bracketed ? ends || capitals : capitals && rest.Length < LongestAlone && IsAlone(rest, marker.Text);
        if (bracketed && (ends || char.IsAsciiDigit(rest[0])))
            return true;
        if (marker.Rule == MarkerRule.CapitalsOrColon && rest is [':', ..] or ['!'] && char.IsUpper(printed[0]))
            return true;
        // "Alerte", "Berichtigung" on a line of its own is no headline.
        if (rest.IsEmpty && (marker.Rule == MarkerRule.CapitalsOrColon || marker.Signal is Signals.Alert or Signals.Urgent) && char.IsUpper(printed[0]))
            return true;
        return capitals && (ends || !InCapitals(rest));
    }

    /// <summary>"ANNULATION - Prière d'annuler …", "ANULACIÓN: noticia EFE 0123": a request to editors, or the number of a dispatch.</summary>
    private static bool SpeaksOfDispatch(ReadOnlySpan<char> rest)
    {
        var text = rest.ToString();
        return EditorPhrase.Read(text, isNote: true) is { Signal: Signals.Kill } || SignalTargetReader.HasNumber(text);
    }

    /// <summary>Nothing after it but punctuation, the same word again, or an attention call.</summary>
    private static bool IsAlone(ReadOnlySpan<char> rest, string marker)
    {
        while (!rest.IsEmpty)
        {
            if (rest.StartsWith(marker))
                rest = rest[marker.Length..];
            else if (char.IsPunctuation(rest[0]) || char.IsSymbol(rest[0]) || char.IsWhiteSpace(rest[0]))
                rest = rest[1..];
            else
                return false;
        }

        return true;
    }

    /// <summary>The next words have no lower-case letter: a headline in capitals that happens to begin with the word.</summary>
    private static bool InCapitals(ReadOnlySpan<char> rest)
    {
        var words = 0;
        foreach (var range in rest[..Math.Min(60, rest.Length)].Split(' '))
        {
            foreach (var c in rest[range])
            {
                if (char.IsLower(c))
                    return false;
            }

            if (++words == 4)
                break;
        }

        return true;
    }

    /// <summary>"UPDATE 3-", "URGENT 2": a number belongs to the marker.</summary>
    private static int NumberLength(ReadOnlySpan<char> rest)
    {
        var i = 0;
        while (i < rest.Length && rest[i] is ' ' or '\u00a0')
            i++;
        var digits = i;
        while (digits < rest.Length && char.IsAsciiDigit(rest[digits]) && digits - i < 2)
            digits++;
        var ends = digits == rest.Length || !char.IsLetterOrDigit(rest[digits]);
        return digits > i && ends && (digits == rest.Length || rest[digits] is not ('.' or ',' or '%')) ? digits : 0;
    }

    private static bool StartsWithWord(ReadOnlySpan<char> text, string word)
        => text.StartsWith(word, StringComparison.OrdinalIgnoreCase)
            && (text.Length == word.Length || (!char.IsLetterOrDigit(text[word.Length]) && text[word.Length] != '\'' && text[word.Length] != '’'));

    /// <summary>"cor 446 - ": Belga's number of a correspondent, who is named so in its NewsML; no part of the headline, and no signal.</summary>
    private static int? CorrespondentNumber(ReadOnlySpan<char> text)
    {
        if (!text.StartsWith("cor ", StringComparison.OrdinalIgnoreCase))
            return null;
        var digits = 4;
        while (digits < text.Length && char.IsAsciiDigit(text[digits]))
            digits++;
        return digits is > 4 and < 10 && text[digits..].TrimStart().StartsWith("-") ? digits : null;
    }
}
