using Newswire.Contracts;

namespace Newswire.Formats.Wire;

/// <summary>
/// The date of a dateline in the orders and scripts of the wires: "14 mars 2024", "March 14", "14/03", "14.3.", "2024. március 14.",
/// "2024-03", "۱۴ مارس". Without a year it is the latest such day that is not after the reference.
/// </summary>
internal static class DatelineDate
{
    // Between the date of a dateline and the sending of the text.
    private const int MostDaysApart = 3;

    /// <summary>Where in <paramref name="text"/> a date begins that lasts to its end; null when there is none.</summary>
    public static (int Start, PrintedDate? Date)? AtEnd(ReadOnlySpan<char> text, SourceSettings settings, DateTimeOffset reference)
    {
        if (DatelineToken.Read(DatelineClock.Without(text)) is not { } tokens)
            return null;
        for (var first = 0; first < tokens.Count; first++)
        {
            if (tokens[first].Kind is DatelineTokenKind.Word)
                continue;
            if (TryRead(tokens[first..], settings, reference, out var date))
                return (tokens[first].Start, date);
        }

        return null;
    }

    /// <summary>A date that <paramref name="text"/> begins with, before a word that is part of none: "30.10. Warszawa"; null when there is none.</summary>
    public static (int End, PrintedDate? Date)? AtStart(ReadOnlySpan<char> text, SourceSettings settings, DateTimeOffset reference)
    {
        if (text.IsEmpty || !char.IsDigit(text[0]) || DatelineToken.Read(text) is not { } tokens)
            return null;
        var word = tokens.FindIndex(token => token.Kind is DatelineTokenKind.Word);
        return word > 1 && TryRead(tokens[..word], settings, reference, out var date) ? (tokens[word].Start, date) : null;
    }

    private static bool TryRead(List<DatelineToken> tokens, SourceSettings settings, DateTimeOffset reference, out PrintedDate? date)
    {
        date = null;
        int? year = null, month = null;
        var small = new List<int>();
        var unknown = 0;
        foreach (var token in tokens)
        {
            switch (token.Kind)
            {
                case DatelineTokenKind.Word:
                    unknown++;
                    break;
                case DatelineTokenKind.Month when month is null:
                    month = token.Value;
                    break;
                case DatelineTokenKind.Number when token.Digits == 4 && year is null:
                    year = token.Value;
                    break;
                case DatelineTokenKind.Number when token.Digits <= 2:
                    small.Add(token.Value);
                    break;
                default:
                    return false;
            }
        }

        // One word that we do not know may be the weekday ("csütörtök").
        if (unknown > 1)
            return false;
        return month is { } named ? WithMonthName(tokens, year, named, small, reference, out date) : Numeric(tokens, year, small, settings, reference, out date);
    }

    private static bool WithMonthName(List<DatelineToken> tokens, int? year, int month, List<int> small, DateTimeOffset reference, out PrintedDate? date)
    {
        date = null;
        if (small.Count == 0)
        {
            if (year is null || tokens.Count > 3)
                return false;
            date = PrintedDates.Month(year.Value, month);
            return true;
        }

        if (small.Count > 2)
            return false;
        if (small.Count == 2 && year is null)
            year = 2000 + small[1]; // "14 mar 24"
        date = PrintedDates.Day(year, month, small[0], reference);
        return date is not null;
    }

    private static bool Numeric(List<DatelineToken> tokens, int? year, List<int> small, SourceSettings settings, DateTimeOffset reference, out PrintedDate? date)
    {
        date = null;
        var yearFirst = tokens[0].Digits == 4;
        if (yearFirst && small.Count is 1 && small[0] is >= 1 and <= 12)
        {
            date = PrintedDates.Month(tokens[0].Value, small[0]);
            return true;
        }

        if (yearFirst && small.Count == 2)
        {
            date = PrintedDates.Day(year, small[0], small[1], reference);
            return date is not null;
        }

        if (small.Count != 2 || (small[0] > 12 && small[1] > 12))
            return false;
        int? day = null, month = null;
        if (small[0] > 12 || settings.DateOrder == "dmy" || small[0] == small[1])
            (day, month) = (small[0], small[1]);
        else if (small[1] > 12 || settings.DateOrder == "mdy")
            (month, day) = (small[0], small[1]);

        // Dispatches are dated when they are sent: of two readings the one within days of that is meant.
        if (day is null)
            (day, month) = NearestOrder(year, small[0], small[1], reference);

        // With full stops the day comes first everywhere.
        if (day is null && tokens[0].Dotted)
            (day, month) = (small[0], small[1]);

        // 03/04 without a setting: a date stands there, but which one nobody can tell.
        date = day is { } d && month is { } m ? PrintedDates.Day(year, m, d, reference) : null;
        return date is not null || day is null;
    }

    private static (int? Day, int? Month) NearestOrder(int? year, int first, int second, DateTimeOffset reference)
    {
        var dayFirst = IsNear(year, second, first, reference);
        return dayFirst == IsNear(year, first, second, reference) ? (null, null) : dayFirst ? (first, second) : (second, first);
    }

    private static bool IsNear(int? year, int month, int day, DateTimeOffset reference)
        => PrintedDates.Stated(year ?? reference.Year, month, day) is { } date
            && Math.Abs(date.DayNumber - DateOnly.FromDateTime(reference.Date).DayNumber) <= MostDaysApart;
}
