using System.Globalization;
using Newswire.Contracts;

namespace Newswire.Formats.Wire;

/// <summary>Makes the date that is printed. What it leaves out is such that the day is the latest not after the reference.</summary>
internal static class PrintedDates
{
    private const int MostYearsBack = 9;
    private const int MostMonthsBack = 3;

    /// <summary>A day with month; null when there is no such day.</summary>
    public static PrintedDate? Day(int? year, int month, int day, DateTimeOffset reference)
    {
        if (year is { } stated)
            return Stated(stated, month, day) is { } date ? Of(date) : null;
        for (var candidate = reference.Year + 1; candidate > reference.Year - MostYearsBack; candidate--)
        {
            if (Calendar(candidate, month, day) is { } date && date <= Latest(reference))
                return Of(date);
        }

        return null;
    }

    /// <summary>A day of the month without month or year ("14日").</summary>
    public static PrintedDate? Day(int day, DateTimeOffset reference)
    {
        for (var back = 0; back < MostMonthsBack; back++)
        {
            var month = reference.Date.AddMonths(-back);
            if (Calendar(month.Year, month.Month, day) is { } date && date <= Latest(reference))
                return Of(date);
        }

        return null;
    }

    public static PrintedDate Month(int year, int month)
        => new() { Value = string.Create(CultureInfo.InvariantCulture, $"{year:D4}-{month:D2}"), Precision = "month" };

    /// <summary>A day with its year; null when there is none such, or no dispatch can be of it.</summary>
    public static DateOnly? Stated(int year, int month, int day) => year is >= 1900 and <= 2200 ? Calendar(year, month, day) : null;

    private static DateOnly? Calendar(int year, int month, int day)
        => year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    // East of the reference the next day may have begun.
    private static DateOnly Latest(DateTimeOffset reference) => DateOnly.FromDateTime(reference.Date).AddDays(1);

    private static PrintedDate Of(DateOnly date) => new() { Value = date.ToString("O", CultureInfo.InvariantCulture), Precision = "day" };
}
