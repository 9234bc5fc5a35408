using System.Buffers;
using Newswire.Contracts;
using Newswire.Formats.Signalling;

namespace Newswire.Formats.Wire;

/// <summary>
/// Datelines whose agency stands without brackets: "Київ. 14 березня. Нова - ", "BRISBANE, Oct 12 AAP - ", "МОСКВА, 1 окт - РИА Новости. ",
/// "TOKYO, Oct. 1, Kyodo - ", "Київ. 12 березня. УНІАН. ". All need a date; only the first form may name an agency nobody knows.
/// </summary>
internal static class DatelineBare
{
    private const int Longest = 90;
    private const int LongestPlace = 48;

    private static readonly SearchValues<char> Dashes = SearchValues.Create("-–—_=");

    public static Dateline? TryRead(ReadOnlySpan<char> text, SourceSettings settings, DateTimeOffset reference)
    {
        var window = text[..Math.Min(Longest, text.Length)];
        for (var from = 1; from < window.Length && window[from..].IndexOfAny(Dashes) is var next and >= 0;)
        {
            var i = from + next;
            from = i + 1;
            var spaced = char.IsWhiteSpace(text[i - 1]) || i + 1 >= text.Length || char.IsWhiteSpace(text[i + 1]);
            if (spaced && DatelineReader.Dash(text[i..]) is { } dash
                && (SignedBefore(text, i, dash.Length, settings, reference) ?? SignedAfter(text, i, dash.Length, settings, reference) ?? InCapitals(text, i, dash.Length, settings, reference)) is { } dateline)
                return dateline;
        }

        return Stopped(window, settings, reference);
    }

    /// <summary>"Київ. 12 березня. УНІАН. ": full stops alone part it from the text, which takes a name that is known.</summary>
    private static Dateline? Stopped(ReadOnlySpan<char> text, SourceSettings settings, DateTimeOffset reference)
    {
        for (var from = 0; text[from..].IndexOf(". ", StringComparison.Ordinal) is var next and >= 0;)
        {
            from += next + 2;
            var after = text[from..];
            if (Agencies.AtStart(after) is not { } known || known.Length + 1 >= after.Length || after[known.Length] != '.' || !char.IsWhiteSpace(after[known.Length + 1]))
                continue;
            if (DatelineReader.PlaceAndDate(text[..from], settings, reference) is not { HasDate: true, Place.Length: > 0 } where)
                return null;
            var end = from + known.Length;
            return Make(text[..end], where, Signature.Spelling(known.Agency, after[..known.Length]), end + 1 + DatelineReader.Blanks(text[(end + 1)..]));
        }

        return null;
    }

    private static Dateline? SignedBefore(ReadOnlySpan<char> text, int dash, int dashLength, SourceSettings settings, DateTimeOffset reference)
    {
        var before = text[..dash].TrimEnd();
        string agency;
        int rest;
        if (Agencies.AtEnd(before) is { } known && known.Length < before.Length && !char.IsLetterOrDigit(before[^(known.Length + 1)]))
        {
            rest = before.Length - known.Length;
            agency = Signature.Spelling(known.Agency, before[rest..]);
        }
        else
        {
            // "Place. Date. Word": the three full stops are the form.
            rest = before.LastIndexOf(". ", StringComparison.Ordinal) + 2;
            if (rest < 2 || before[..(rest - 2)].IndexOf(". ", StringComparison.Ordinal) < 0 || Signature.Read(before[rest..]) is not { } signature)
                return null;
            agency = signature.Names[0];
        }

        if (DatelineReader.PlaceAndDate(before[..rest], settings, reference) is not { HasDate: true } where)
            return null;
        return Make(before, where, agency, dash + dashLength);
    }

    private static Dateline? SignedAfter(ReadOnlySpan<char> text, int dash, int dashLength, SourceSettings settings, DateTimeOffset reference)
    {
        var after = text[(dash + dashLength)..];
        if (Agencies.AtStart(after) is not { } known || known.Length >= after.Length)
            return null;

        // "РИА Новости, Иван Петров. "
        var stop = known.Length;
        if (after[stop] == ',' && after[..Math.Min(after.Length, stop + 42)].IndexOf(". ", StringComparison.Ordinal) is var full and > 0 && Bylines.IsNames(after[(stop + 1)..full]))
            stop = full;
        if (after[stop] != '.')
            return null;
        if (DatelineReader.PlaceAndDate(text[..dash], settings, reference) is not { HasDate: true } where)
            return null;
        var end = dash + dashLength + stop;
        var writer = after[known.Length..stop].Trim(", ").ToString();
        var dateline = Make(text[..end], where, Signature.Spelling(known.Agency, after[..known.Length]), end + 1 + DatelineReader.Blanks(text[(end + 1)..]));
        return writer.Length > 0 ? dateline with { Byline = writer } : dateline;
    }

    /// <summary>"NEW YORK, March 9 - ", "BRUSSEL 04/01 = ": capitals and a date make it one without an agency, unless the capitals are a marker.</summary>
    private static Dateline? InCapitals(ReadOnlySpan<char> text, int dash, int dashLength, SourceSettings settings, DateTimeOffset reference)
    {
        var before = text[..dash].TrimEnd();
        return DatelineReader.PlaceAndDate(before, settings, reference) is { HasDate: true } where && DatelinePlace.IsAllCapitals(where.Place) && MarkerReader.Read(where.Place, null) is null
            ? Unsigned(before, where, dash + dashLength)
            : null;
    }

    /// <summary>"NORTHWIND, Maine -- ", "TORONTO — ": a place in capitals and a dash, where a head above shows that this is a wire.</summary>
    public static Dateline? PlaceAlone(string paragraph, bool regionNeeded)
    {
        var text = paragraph.AsSpan().Trim();
        var dash = text[..Math.Min(LongestPlace, text.Length)].IndexOfAny('—', '_', '-');
        if (dash < 4 || text[dash - 1] != ' ' || (text[dash] == '-' && !text[dash..].StartsWith("-- ")) || DatelineReader.Dash(text[dash..]) is not { } end || dash + end.Length >= text.Length)
            return null;
        var place = text[..(dash - 1)].TrimEnd();
        var comma = place.IndexOf(',');
        if (comma < 0 ? regionNeeded || place.Count(' ') > 2 : comma < 3 || place[comma..].Count(' ') is < 1 or > 3)
            return null;
        if (!DatelinePlace.IsAllCapitals(comma < 0 ? place : place[..comma]) || DatelinePlace.Read(place) is not { } read || MarkerReader.Read(read, null) is not null || text.EndsWith("="))
            return null;
        return Unsigned(place, (read, null, false), paragraph.Length - paragraph.AsSpan().TrimStart().Length + dash + end.Length);
    }

    /// <summary>A dateline no agency signs.</summary>
    internal static Dateline Unsigned(ReadOnlySpan<char> text, (string Place, PrintedDate? Date, bool HasDate) where, int length)
        => new() { Text = text.ToString(), City = DatelinePlace.City(where.Place), Date = where.Date, Agencies = [], Length = length };

    private static Dateline Make(ReadOnlySpan<char> text, (string Place, PrintedDate? Date, bool HasDate) where, string agency, int length) => new()
    {
        Text = text.ToString(),
        City = DatelinePlace.City(where.Place),
        Date = where.Date,
        Agencies = [agency],
        Length = length,
    };
}
