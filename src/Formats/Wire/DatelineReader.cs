using Newswire.Contracts;
using Newswire.Formats.Signalling;

namespace Newswire.Formats.Wire;

/// <summary>
/// Finds the dateline a paragraph begins with, in the forms of the agencies of some forty languages (docs/wire-text.md lists them). Parsed
/// by hand over at most <see cref="Window"/> characters, so that no input can make it slow.
/// </summary>
internal static class DatelineReader
{
    /// <summary>Longest dateline, with what it is signed by.</summary>
    private const int Window = 130;

    // Blanks before it.
    private const int MostBlanks = 40;

    /// <summary>Characters of a paragraph that are looked at, at most.</summary>
    public const int Examined = MostBlanks + Window;

    /// <summary>Null when the paragraph begins with no dateline.</summary>
    public static Dateline? TryRead(ReadOnlySpan<char> paragraph, SourceSettings settings, DateTimeOffset reference)
    {
        var start = 0;
        while (start < paragraph.Length && (char.IsWhiteSpace(paragraph[start]) || paragraph[start] is '\u200e' or '\u200f' or '\u202b'))
            start++;
        if (start >= paragraph.Length || start > MostBlanks)
            return null;
        var text = paragraph.Slice(start, Math.Min(Window, paragraph.Length - start));
        var found = DatelineCjk.TryRead(text, settings, reference)
            ?? (text[0] is '(' or '+' ? SignedFirst(text, settings, reference) : null)
            ?? Bracketed(text, settings, reference)
            ?? DatelineBare.TryRead(text, settings, reference);
        return found is null ? null : found with { Length = start + found.Length };
    }

    /// <summary>"(NOVA) - ROMA, 14 MAR - " and "(Reuters) - ".</summary>
    private static Dateline? SignedFirst(ReadOnlySpan<char> text, SourceSettings settings, DateTimeOffset reference)
    {
        if (text.StartsWith("+++"))
            return null;
        var close = text.IndexOf(')');
        if (close < 0 || Signature.Read(text[1..close]) is not { Known: true } signature)
            return null;
        if (Dash(text[(close + 1)..]) is not { Strong: true } dash)
            return null;
        var body = close + 1 + dash.Length;
        var rest = text[body..];
        for (var from = 0; from < rest.Length && rest[from..].IndexOf(" - ", StringComparison.Ordinal) is var at and >= 0; from += at + 3)
        {
            var before = rest[..(from + at)];
            if (before.Length > 60)
                break;
            if (PlaceAndDate(before, settings, reference) is { } where && (where.HasDate || (DatelinePlace.IsAllCapitals(before) && MarkerReader.Read(before, language: null) is null)))
            {
                return new Dateline
                {
                    Text = text[..(body + from + at)].TrimEnd().ToString(),
                    City = DatelinePlace.City(where.Place),
                    Date = where.Date,
                    Agencies = signature.Names,
                    Length = body + from + at + 3,
                };
            }
        }

        return new Dateline { Text = text[..(close + 1)].ToString(), Agencies = signature.Names, Length = body };
    }

    /// <summary>"CITY, March 14 (Nova) - ", "City, 14 mar /Nova/ - ", "Helsinki, 14.3. (STT) ".</summary>
    private static Dateline? Bracketed(ReadOnlySpan<char> text, SourceSettings settings, DateTimeOffset reference)
    {
        for (var from = 0; text[from..].IndexOfAny('(', '/', '[') is var next and >= 0;)
        {
            var i = from + next;
            from = i + 1;
            if (text[i] == '/' && !(i > 0 && (char.IsWhiteSpace(text[i - 1]) || text[i - 1] == '.')))
                continue;
            var closing = text[i] == '(' ? ')' : text[i] == '[' ? ']' : '/';
            var length = text[(i + 1)..].IndexOf(closing);
            if (length < 0)
                return null;
            if (Signed(text, i, i + 1 + length, settings, reference) is { } dateline)
                return dateline;

            // "HOMS (Syrie), 3 mars (AFP)" has one bracket before its signature; three are prose.
            from += length;
        }

        return null;
    }

    private static Dateline? Signed(ReadOnlySpan<char> text, int open, int close, SourceSettings settings, DateTimeOffset reference)
    {
        if ((DateAndPlace(text[..open], settings, reference) ?? PlaceAndDate(text[..open], settings, reference)) is not { } where || Bylines.Is(text[..open]))
            return null;
        var after = text[(close + 1)..];
        var dash = Dash(after);
        if (close == open + 1 && where.HasDate && dash is { Strong: true })
            return DatelineBare.Unsigned(text[..(close + 1)], where, close + 1 + dash.Value.Length);
        if (Signature.Read(text[(open + 1)..close]) is not { } signature)
            return null;
        if (dash is null && !(signature.Known && BeginsText(after)))
            return null;
        if (dash is { Strong: false } && !signature.Known && text[open] != '/')
            return null;
        // "ANA PÉREZ | MADRID (COLPISA)": the writer stands before the place.
        // "Mehmet KAYA/ANKARA, (DHA)" too, where the place is in capitals and the writer is not.
        var bar = where.Place.IndexOfAny(['|', '/']);
        if (bar > 0 && where.Place[bar] == '/' && (DatelinePlace.IsAllCapitals(where.Place.AsSpan(0, bar)) || !DatelinePlace.IsAllCapitals(where.Place.AsSpan(bar)) || !where.Place.AsSpan(0, bar).Contains(' ')))
            bar = -1;
        var writer = bar > 4 && Bylines.IsNames(where.Place.AsSpan(0, bar)) ? where.Place[..bar].TrimEnd() : null;
        if (writer is not null)
            where = where with { Place = where.Place[(bar + 1)..].TrimStart() };
        if (!signature.Known && !where.HasDate && !DatelinePlace.IsAllCapitals(where.Place))
            return null;
        if (where.Place.Length == 0 && !where.HasDate && !signature.Known)
            return null;
        var length = close + 1 + (dash?.Length ?? Blanks(after));

        // "(BUSINESS WIRE)--Mar 9, 2015-- ": the date after the signature.
        var date = where.Date;
        var rest = text[length..];
        if (!where.HasDate && rest[..Math.Min(rest.Length, 24)].IndexOf("--", StringComparison.Ordinal) is var end and > 6 && DatelineDate.AtEnd(rest[..end], settings, reference) is { Start: 0, Date: { } behind })
            (date, length) = (behind, length + end + 2 + Blanks(rest[(end + 2)..]));
        return new Dateline
        {
            Text = text[..(close + 1)].ToString(),
            City = DatelinePlace.City(where.Place),
            Date = date,
            Agencies = signature.Names,
            Byline = writer ?? Signature.Writer(text[(open + 1)..close]),
            Length = length,
        };
    }

    /// <summary>The place (empty: none) and the date before a signature; null when the words are neither.</summary>
    internal static (string Place, PrintedDate? Date, bool HasDate)? PlaceAndDate(ReadOnlySpan<char> text, SourceSettings settings, DateTimeOffset reference)
    {
        var date = DatelineDate.AtEnd(text, settings, reference);
        var place = DatelinePlace.Read(date is { } found ? text[..found.Start] : text);
        return place is null ? null : (place, date?.Date, date is not null);
    }

    /// <summary>"30.10. Warszawa", "30 października, Nowy Jork": the date before the place; null for any other words.</summary>
    private static (string Place, PrintedDate? Date, bool HasDate)? DateAndPlace(ReadOnlySpan<char> text, SourceSettings settings, DateTimeOffset reference)
        => DatelineDate.AtStart(text, settings, reference) is { } date && DatelinePlace.Read(text[date.End..]) is { Length: > 0 } place && !DatelinePlace.IsWeekday(place) ? (place, date.Date, true) : null;

    /// <summary>
    /// What stands between signature and text: a dash of any kind, "=", "_", ":", ".-", or a full stop (weak). Its length with blanks.
    /// </summary>
    internal static (int Length, bool Strong)? Dash(ReadOnlySpan<char> text)
    {
        var i = Blanks(text);
        var start = i;
        var strong = false;
        while (i < text.Length && text[i] is '-' or '–' or '—' or '_' or '=' or ':' or '.' or '|' or '―' or ',' or '−')
        {
            if (text[i] == ',' && i > start)
                break;
            strong |= text[i] is not ('.' or ',');
            i++;
            if (i + 1 < text.Length && text[i] == ' ' && text[i + 1] is '-' or '–' or '—')
                i++;
        }

        if (i == start)
            return null;
        return text[start] == ',' ? null : (i + Blanks(text[i..]), strong);
    }

    private static bool BeginsText(ReadOnlySpan<char> after)
    {
        var blanks = Blanks(after);
        return blanks == after.Length || (blanks > 0 && (!char.IsLower(after[blanks])));
    }

    internal static int Blanks(ReadOnlySpan<char> text)
    {
        var i = 0;
        while (i < text.Length && (char.IsWhiteSpace(text[i]) || text[i] is '\u200e' or '\u200f'))
            i++;
        return i;
    }
}
