using Newswire.Contracts;
using NodaTime;

namespace Newswire.Formats.Dates;

/// <summary>Year to fraction and zone as printed, before they are an instant.</summary>
internal struct DateParts
{
    public int Year, Month, Day, Hour, Minute, Second;

    /// <summary>Ticks of 100 ns within the second.</summary>
    public int Fraction;

    public string Precision;

    /// <summary>The first year that is a date; 0: that of feeds.</summary>
    public int Earliest;

    /// <summary>Minutes east; null: none was printed, or one that means nothing.</summary>
    public int? Offset;

    /// <summary>Name in the tz database of the zone that was printed; null: none.</summary>
    public string? Region;

    /// <summary>What was not as a standard has it; null when all was.</summary>
    public string? Repair;

    // Feeds with older dates have an unset clock or none.
    private const int EarliestOfFeeds = 1990;

    /// <summary>An instant, or false for a date that does not exist or lies outside 1990 (or the year stated) to 9998.</summary>
    public bool TryResolve(SourceSettings settings, out NewsDate date)
    {
        date = default;
        if (Year < (Earliest == 0 ? EarliestOfFeeds : Earliest) || Year > 9998 || Month is < 1 or > 12 || Day < 1 || Day > DateTime.DaysInMonth(Year, Month)) return false;
        if (Minute > 59 || Hour > 24 || Second > 60 || (Hour == 24 && (Minute > 0 || Second > 0))) return false;
        if (Second == 60)
        {
            Second = 59;
            Repair ??= "second 60";
        }

        var local = new DateTime(Year, Month, Day, 0, 0, 0, DateTimeKind.Unspecified);
        if (Hour == 24)
        {
            (local, Hour) = (local.AddDays(1), 0);
            Repair ??= "24:00";
        }

        local = local.Add(new TimeSpan(Hour, Minute, Second)).AddTicks(Fraction);
        if (Offset is { } minutes)
        {
            date = new NewsDate(new DateTimeOffset(local, TimeSpan.FromMinutes(minutes)), Precision, AssumedZone: false);
            return true;
        }

        date = new NewsDate(InZone(local, Region ?? settings.TimeZone, ref Repair), Precision, AssumedZone: Region is null);
        return true;
    }

    /// <summary>A local time that does not exist moves forward by the gap; one that exists twice is the earlier instant.</summary>
    private static DateTimeOffset InZone(DateTime local, string? zoneName, ref string? repair)
    {
        var zone = zoneName is null ? null : DateTimeZoneProviders.Tzdb.GetZoneOrNull(zoneName);
        if (zone is null) return new DateTimeOffset(local, TimeSpan.Zero);
        var mapping = zone.MapLocal(LocalDateTime.FromDateTime(local));
        if (mapping.Count == 0) repair = "local time does not exist in " + zoneName;
        if (mapping.Count == 2) repair = "local time exists twice in " + zoneName;
        return zone.ResolveLocal(mapping.LocalDateTime, NodaTime.TimeZones.Resolvers.LenientResolver).ToDateTimeOffset();
    }
}
