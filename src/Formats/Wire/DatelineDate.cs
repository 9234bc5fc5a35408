using System.Globalization;
using System.Runtime.InteropServices;
using Newswire.Contracts;
using Newswire.Formats.Dates;

namespace Newswire.Formats.Wire;

/// <summary>
/// The date of a dateline in the orders and scripts of the wires: "14 mars 2024", "March 14", "14/03", "14.3.", "2024. március 14.",
/// "2024-03", "۱۴ مارس". Without a year it is the latest such day that is not after the reference.
/// </summary>
internal static class DatelineDate
{
    private const int MostTokens = 12;

    // Between the date of a dateline and the sending of the text.
    private const int MostDaysApart = 3;

    // Words between the numbers of a date that say nothing.
    private static readonly HashSet<string> Fillers = new(StringComparer.OrdinalIgnoreCase)
    {
        "de", "del", "of", "the", "den", "der", "di", "ngày", "tháng", "năm", "th", "st", "nd", "rd", "er", "le", "du", "dia", "r", "g", "года", "р", "г", "m", "م", "e",
    };

    /// <summary>Where in <paramref name="text"/> a date begins that lasts to its end; null when there is none.</summary>
    public static (int Start, PrintedDate? Date)? AtEnd(ReadOnlySpan<char> text, SourceSettings settings, DateTimeOffset reference)
    {
        var tokens = Tokens(text);
        if (tokens is null)
            return null;
        for (var first = 0; first < tokens.Count; first++)
        {
            if (tokens[first].Kind is TokenKind.Word)
                continue;
            if (TryRead(tokens[first..], settings, reference, out var date))
                return (tokens[first].Start, date);
        }

        return null;
    }

    /// <summary>A day of the month without month or year ("14日"): the latest such day not after the reference.</summary>
    public static PrintedDate? DayOnly(int day, DateTimeOffset reference)
    {
        for (var back = 0; back < 3; back++)
        {
            var month = new DateTime(reference.Year, reference.Month, 1, 0, 0, 0, DateTimeKind.Unspecified).AddMonths(-back);
            if (day >= 1 && day <= DateTime.DaysInMonth(month.Year, month.Month) && month.AddDays(day - 1) <= reference.Date.AddDays(1))
                return Day(month.Year, month.Month, day);
        }

        return null;
    }

    /// <summary>A day with month, the year as in the class summary when it is null; null when there is no such day.</summary>
    public static PrintedDate? Resolve(int? year, int month, int day, DateTimeOffset reference)
    {
        if (month is < 1 or > 12 || day < 1)
            return null;
        if (year is { } stated)
            return stated is >= 1900 and <= 2200 && day <= DateTime.DaysInMonth(stated, month) ? Day(stated, month, day) : null;
        for (var candidate = reference.Year + 1; candidate > reference.Year - 9; candidate--)
        {
            if (day <= DateTime.DaysInMonth(candidate, month)
                && new DateTime(candidate, month, day, 0, 0, 0, DateTimeKind.Unspecified) <= reference.Date.AddDays(1))
                return Day(candidate, month, day);
        }

        return null;
    }

    private static PrintedDate Day(int year, int month, int day)
        => new() { Value = string.Create(CultureInfo.InvariantCulture, $"{year:D4}-{month:D2}-{day:D2}"), Precision = "day" };

    private static bool TryRead(List<Token> tokens, SourceSettings settings, DateTimeOffset reference, out PrintedDate? date)
    {
        date = null;
        int? year = null, month = null;
        var small = new List<int>();
        var unknown = 0;
        foreach (var token in tokens)
        {
            switch (token.Kind)
            {
                case TokenKind.Word:
                    unknown++;
                    break;
                case TokenKind.Month when month is null:
                    month = token.Value;
                    break;
                case TokenKind.Number when token.Digits == 4 && year is null:
                    year = token.Value;
                    break;
                case TokenKind.Number when token.Digits <= 2:
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

    private static bool WithMonthName(List<Token> tokens, int? year, int month, List<int> small, DateTimeOffset reference, out PrintedDate? date)
    {
        date = null;
        if (small.Count == 0)
        {
            if (year is null || tokens.Count > 3)
                return false;
            date = new PrintedDate { Value = string.Create(CultureInfo.InvariantCulture, $"{year:D4}-{month:D2}"), Precision = "month" };
            return true;
        }

        if (small.Count > 2)
            return false;
        if (small.Count == 2 && year is null)
            year = 2000 + small[1]; // "14 mar 24"
        date = Resolve(year, month, small[0], reference);
        return date is not null;
    }

    private static bool Numeric(List<Token> tokens, int? year, List<int> small, SourceSettings settings, DateTimeOffset reference, out PrintedDate? date)
    {
        date = null;
        var yearFirst = tokens[0].Digits == 4;
        if (yearFirst && small.Count is 1 && small[0] is >= 1 and <= 12)
        {
            date = new PrintedDate { Value = string.Create(CultureInfo.InvariantCulture, $"{year:D4}-{small[0]:D2}"), Precision = "month" };
            return true;
        }

        if (yearFirst && small.Count == 2)
        {
            date = Resolve(year, small[0], small[1], reference);
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

        // 03/04 without a setting: a date stands there, but which one nobody can tell.
        date = day is { } d && month is { } m ? Resolve(year, m, d, reference) : null;
        return date is not null || day is null;
    }

    private static (int? Day, int? Month) NearestOrder(int? year, int first, int second, DateTimeOffset reference)
    {
        var dayFirst = IsNear(year, second, first, reference);
        return dayFirst == IsNear(year, first, second, reference) ? (null, null) : dayFirst ? (first, second) : (second, first);
    }

    private static bool IsNear(int? year, int month, int day, DateTimeOffset reference)
    {
        var stated = year ?? reference.Year;
        return stated is >= 1900 and <= 2200 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(stated, month)
            && Math.Abs((new DateTime(stated, month, day, 0, 0, 0, DateTimeKind.Unspecified) - reference.Date).TotalDays) <= MostDaysApart;
    }

    private static List<Token>? Tokens(ReadOnlySpan<char> text)
    {
        var tokens = new List<Token>();
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            if (char.IsDigit(text[i]))
            {
                var value = 0;
                for (; i < text.Length && char.IsDigit(text[i]) && i - start < 5; i++)
                    value = (value * 10) + (int)char.GetNumericValue(text[i]);
                tokens.Add(new Token(TokenKind.Number, start, value, i - start));
            }
            else if (IsWordPart(text[i]))
            {
                while (i < text.Length && IsWordPart(text[i]))
                    i++;
                var word = text[start..i];
                if (IsMonth(word, out var month))
                    tokens.Add(new Token(TokenKind.Month, start, month, 0));
                else if (!Fillers.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word))
                    tokens.Add(new Token(TokenKind.Word, start, 0, 0));
            }
            else
            {
                i++;
            }

            if (tokens.Count > MostTokens)
                return null;
        }

        return tokens;
    }

    private static bool IsMonth(ReadOnlySpan<char> word, out int month)
        => MonthNames.TryGet(word, out month) || (word.Length > 3 && word[0] == 'ב' && MonthNames.TryGet(word[1..], out month));

    private static bool IsWordPart(char c)
        => char.IsLetter(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private enum TokenKind
    {
        Word,
        Month,
        Number,
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Token(TokenKind Kind, int Start, int Value, int Digits);
}
