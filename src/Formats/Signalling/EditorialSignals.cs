using Newswire.Contracts;

namespace Newswire.Formats.Signalling;

/// <summary>
/// Reads what newsrooms say in words: urgent, update, correction, refile, repeat, hold, kill, advisory and embargoes, in the languages of
/// <see cref="SignalMarkers"/>. Used by wire text, and by other formats where they have no structured signal. Pure, safe to call
/// concurrently, linear in its input; never throws.
/// </summary>
public static class EditorialSignals
{
    /// <summary>Lines of the text that may carry a marker.</summary>
    public const int MarkerLines = 5;

    private const int MostNoteLines = 20;

    /// <summary>Reads with UTC as zone and no date to count from: an embargo without year or zone is then held as unreadable or late.</summary>
    public static EditorialReading Detect(string? headline, IReadOnlyList<string> bodyFirstLines, string? edNote, string? language)
        => Detect(headline, bodyFirstLines, edNote, language, new SignalContext(new SourceSettings(), DateTimeOffset.UnixEpoch));

    /// <param name="bodyFirstLines">Lines above and at the start of the text; only the first <see cref="MarkerLines"/> count.</param>
    /// <param name="language">BCP 47 when known; some short markers count in one language only.</param>
    public static EditorialReading Detect(string? headline, IReadOnlyList<string> bodyFirstLines, string? edNote, string? language, SignalContext context)
        => Detect(headline, [.. bodyFirstLines.Select(line => line.AsMemory())], edNote, language, context);

    /// <summary>As the others, of lines that need not be cut out of their text.</summary>
    internal static EditorialReading Detect(string? headline, IReadOnlyList<ReadOnlyMemory<char>> bodyFirstLines, string? edNote, string? language, SignalContext context)
    {
        string? signal = null, marker = null, headlineText = null;
        List<string>? notes = null;
        EmbargoPhrase? embargo = null;

        void Take(string? found, string? text)
        {
            if (SignalMarkers.Rank(found) > SignalMarkers.Rank(signal))
                (signal, marker) = (found, text);
        }

        if (!string.IsNullOrWhiteSpace(headline))
        {
            headline = LetterSpacing.Closed(headline, language, context) ?? headline;
            var rest = headline;
            for (var stacked = 0; stacked < 3 && MarkerReader.Read(rest, language) is { } match; stacked++)
            {
                Take(match.Signal, match.Text);
                rest = rest[match.Length..];
                headlineText = rest.Length > 0 ? rest : null;
            }

            embargo = EmbargoPhrase.Read(headline, context) ?? (EmbargoPhrase.InTitle(headline, context) is { } part ? EmbargoPhrase.Read(part, context) : null);
        }

        var read = 0;
        for (var i = 0; i < bodyFirstLines.Count; i++)
        {
            var printed = bodyFirstLines[i].Span;
            if (printed.IsWhiteSpace())
                continue;
            if (++read > MarkerLines)
                break;
            var line = LetterSpacing.Closed(printed, language, context) is { } closed ? closed : printed;
            if (MarkerReader.Read(line, language) is { } match)
            {
                Take(match.Signal, match.Text);
                (notes ??= []).Add(line.ToString());

                // "REPETITION, correction au premier paragraphe": what begins small says why.
                if (match.Length < line.Length && char.IsLower(line[match.Length]) && EditorPhrase.Read(line[match.Length..], isNote: true) is { } why)
                    Take(why.Signal, why.Text);
            }

            // "REFILE … (Fixes typo in headline)": the note says why it is sent again.
            if (EditorPhrase.Read(line, isNote: false) is { } phrase && !(signal is Signals.Refile && phrase.Signal is Signals.Correction))
            {
                Take(phrase.Signal, phrase.Text);
                (notes ??= []).Add(line.ToString());
            }

            embargo ??= EmbargoPhrase.Read(line, context);
        }

        if (!string.IsNullOrWhiteSpace(edNote))
        {
            var said = MarkerReader.Read(edNote, language) is { } match ? (match.Signal, match.Text) : EditorPhrase.Read(edNote, isNote: true);
            if (SignalMarkers.Rank(said?.Signal) < SignalMarkers.Rank(Signals.Correction) && EditorPhrase.InCapitals(edNote) is { } stressed)
                said = stressed;

            if (signal is not Signals.Refile || said?.Signal is not Signals.Correction)
                Take(said?.Signal, said?.Text);
            foreach (var line in edNote.Split('\n').Skip(1).Take(MostNoteLines))
            {
                if (MarkerReader.Read(line, language) is { } below && SignalMarkers.Rank(below.Signal) >= SignalMarkers.Rank(Signals.Correction))
                    Take(below.Signal, below.Text);
            }

            (notes ??= []).Add(edNote);
            embargo ??= EmbargoPhrase.ReadNote(edNote, context);
        }

        if (signal is null && headlineText is null && embargo is null)
            return EditorialReading.Nothing;
        var target = signal is Signals.Kill or Signals.Hold or Signals.Correction or Signals.Refile or Signals.Update or Signals.Repeat ? SignalTargetReader.Read(notes ?? [], context) : null;
        return new EditorialReading
        {
            Signal = signal,
            Marker = marker,
            Target = target,
            HeadlineText = headlineText,
            Embargo = embargo?.Until,
            EmbargoUnreadable = embargo is { Until: null },
            Warnings = embargo?.Warnings ?? [],
            SignalHold = SignalHold(signal, target),
        };
    }

    private static string? SignalHold(string? signal, SignalTarget? target) => signal switch
    {
        Signals.Kill when target?.Uri is null => "a kill that names its target only in words: an editor decides which dispatch it ends",
        Signals.Hold => "the text asks to be held",
        _ => null,
    };
}
