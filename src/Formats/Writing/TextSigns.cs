using Newswire.Contracts;
using Newswire.Formats.Signalling;
using Newswire.Formats.Wire;

namespace Newswire.Formats.Writing;

/// <summary>What a text says about itself where its format has no place for it: dateline, credit, signal, embargo.</summary>
internal static class TextSigns
{
    private const int MostParagraphsAbove = 5;
    private const int LongestAbove = 200;
    private const int LongestLine = 1_000;

    public static void Read(DispatchItem item, RecordContext context)
    {
        if (item.Dateline is not null && item.DatelineCity is null) ReadCity(item, context);
        if (item.SignsInWords && item.Dateline is null && item.Body is not null) ReadDateline(item, item.Body, context);
        if (item.MetadataCity is { } city && (item.DatelineCity is null || item.Dateline?.Contains(city, StringComparison.OrdinalIgnoreCase) == true)) item.DatelineCity = city;
        if (item.SignsInWords && !StatusRules.IsCanceled(item)) ReadSignal(item, context);
    }

    /// <summary>What days without a year count from: the day of the text, not that of a replay years later.</summary>
    private static DateTimeOffset Reference(DispatchItem item, RecordContext context) =>
        (item.VersionCreated ?? item.FirstCreated)?.Instant ?? context.Dispatch.Received;

    /// <summary>It begins the text, which may have notes, a headline and the writer's name above it.</summary>
    private static void ReadDateline(DispatchItem item, string body, RecordContext context)
    {
        string? byline = null;
        var at = 0;
        for (var i = 0; i < MostParagraphsAbove && at < body.Length; i++)
        {
            // What is longer stands above nothing: its end need not be found.
            var ahead = Math.Min(body.Length - at, LongestAbove + 2);
            var end = body.IndexOf("\n\n", at, ahead, StringComparison.Ordinal);
            if (end < 0) end = at + ahead;
            var start = body.AsSpan(at, Math.Min(end - at, DatelineReader.Examined));
            if (DatelineReader.TryRead(start, context.Dispatch.Settings, Reference(item, context)) is { } dateline)
            {
                item.Dateline = dateline.Text;
                item.DatelineCity ??= dateline.City;
                item.DatelineDate ??= dateline.Date;
                item.Byline ??= dateline.Byline ?? byline;
                if (item.Credits.Count == 0 && item.CreditLine is null) item.Credits.AddRange(dateline.Credits);
                return;
            }

            if (Bylines.Is(start)) byline = start.ToString();
            else if (end - at > LongestAbove || !StandsAbove(start)) return;
            at = end + 2;
        }
    }

    /// <summary>A note in brackets, or a line without a stop; anything else is the text itself.</summary>
    private static bool StandsAbove(ReadOnlySpan<char> line)
    {
        var text = line.Trim();
        return text.IsEmpty || (text[0] is '(' or '*' or '[') || text[^1] is not ('.' or '!' or '?' or '"' or '”' or '»' or '。' or ':' or ',');
    }

    /// <summary>A stated dateline without its city apart.</summary>
    private static void ReadCity(DispatchItem item, RecordContext context)
    {
        var stated = item.Dateline!;
        var reference = Reference(item, context);
        var found = DatelineReader.TryRead(stated + " ", context.Dispatch.Settings, reference) ?? DatelineReader.TryRead(stated + " - ", context.Dispatch.Settings, reference);
        item.DatelineCity = found?.City;
        item.DatelineDate ??= found?.Date;
    }

    private static void ReadSignal(DispatchItem item, RecordContext context)
    {
        var signals = new SignalContext(context.Dispatch.Settings, Reference(item, context));
        var found = EditorialSignals.Detect(item.Headline, FirstLines(item.Body, item.Dateline), item.EdNote, item.Language, signals);

        // One agency prints the marker above the slug, in the second headline: "(Corrección) REGIÓN PARO".
        if (item.OtherHeadlines.Count > 0)
        {
            var others = item.OtherHeadlines.Select(other => other.Value).Distinct(StringComparer.Ordinal).Take(EditorialSignals.MarkerLines).ToList();
            found = found.Graver(EditorialSignals.Detect(null, [.. others.Select(other => EmbargoPhrase.InTitle(other, signals)).OfType<string>(), .. others], null, item.Language, signals));
        }

        if (found is { Embargo: null, EmbargoUnreadable: false } && item.Summary is not null)
        {
            // A feed may say it in the summary alone, above a text that does not repeat it.
            var above = EditorialSignals.Detect(null, FirstLines(item.Summary, null), null, item.Language, signals);
            if (above.Embargo is not null || above.EmbargoUnreadable)
                found = found with { Embargo = above.Embargo, EmbargoUnreadable = above.EmbargoUnreadable, SignalHold = found.SignalHold ?? above.SignalHold, Warnings = above.Warnings };
        }

        WordsOfItem.Apply(item, found);
    }

    /// <param name="dateline">A request to editors begins after it: "Madrid, 16 mar (EFE).- Se ruega que anulen …".</param>
    private static List<ReadOnlyMemory<char>> FirstLines(string? body, string? dateline)
    {
        var lines = new List<ReadOnlyMemory<char>>(EditorialSignals.MarkerLines);
        for (var at = 0; body is not null && at < body.Length && lines.Count < EditorialSignals.MarkerLines;)
        {
            var end = body.IndexOf('\n', at);
            if (end < 0) end = body.Length;
            if (dateline is not null && end - at > dateline.Length && body.AsSpan(at).StartsWith(dateline))
            {
                at += dateline.Length;
                while (at < end && body[at] is '.' or ' ' or '-' or '–' or '—' or '=' or ':') at++;
            }

            if (end > at) lines.Add(body.AsMemory(at, Math.Min(end - at, LongestLine)));
            at = end + 1;
        }

        return lines;
    }
}
