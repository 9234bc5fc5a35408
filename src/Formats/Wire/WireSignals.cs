using System.Globalization;
using Newswire.Contracts;
using Newswire.Formats.Signalling;

namespace Newswire.Formats.Wire;

/// <summary>Puts what the words above and below a text say about it onto the item: signal, target, embargo, hold.</summary>
internal static class WireSignals
{
    /// <param name="lines">Labels, markers and notes, in their order.</param>
    public static void Apply(DispatchItem item, IReadOnlyList<string> lines, SourceSettings settings, DateTimeOffset received)
    {
        // "samedi 16 mars 18h00" counts from the day the text was written, not from a replay years later.
        var reference = item.VersionCreated?.Instant ?? DatelineDay(item) ?? received;
        var context = new SignalContext(settings, reference);
        var titles = item.OtherHeadlines.Select(other => other.Value).Prepend(item.Headline).OfType<string>().Select(title => EmbargoPhrase.InTitle(title, context)).OfType<string>();
        var reading = EditorialSignals.Detect(headline: null, [.. titles, .. lines], item.EdNote, item.Language, context);
        WordsOfItem.Apply(item, reading);
        if (item.Signal is Signals.Kill or Signals.Correction or Signals.Refile or Signals.Hold or Signals.Repeat or Signals.Update)
            item.SignalTarget ??= Target(item, reading.Target);

        // A kill or hold repeats the text it speaks of: with that text's own identity it would be taken for a copy of it and change nothing.
        if (item.Signal is Signals.Kill or Signals.Hold && item.ProviderId is null)
            item.IdentityBasis ??= [string.Join('\0', item.Signal, item.Headline, item.Body, item.EdNote)];
    }

    /// <summary>What the words name, completed by what the message repeats of the dispatch it speaks of.</summary>
    private static SignalTarget? Target(DispatchItem item, SignalTarget? named)
    {
        // A message that is only its note repeats nothing.
        var slug = named?.Slugline ?? item.Slugline;
        var headline = named?.Headline ?? (item.HeadlineDerived ? null : item.Headline);
        var date = named?.Date ?? item.DatelineDate?.Value;
        return named is null && slug is null && headline is null
            ? null
            : new SignalTarget { Uri = named?.Uri, SequenceNumber = named?.SequenceNumber, Slugline = slug, Headline = headline, Date = date };
    }

    private static DateTimeOffset? DatelineDay(DispatchItem item)
        => item.DatelineDate is { Precision: "day" } date
            && DateTimeOffset.TryParseExact(date.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var day) ? day : null;
}
