namespace Newswire.Formats.Writing;

/// <summary>First and last date of an item, and whether they are only the time of receipt.</summary>
internal readonly record struct ItemDates(DateTimeOffset FirstCreated, DateTimeOffset VersionCreated, bool FirstSeen)
{
    // A clock that is fast is normal; a date further ahead would sort first for ever.
    private static readonly TimeSpan FarAhead = TimeSpan.FromHours(24);

    /// <summary>One date fills both; none, or one far ahead, is the time of receipt.</summary>
    public static ItemDates Of(DispatchItem item, DateTimeOffset received)
    {
        var stated = item.VersionCreated ?? item.FirstCreated;
        if (stated is not { } version)
        {
            item.Warn(WarningCodes.DateFirstSeen, "no usable date");
            return new ItemDates(received, received, FirstSeen: true);
        }

        if (version.Instant - received > FarAhead)
        {
            item.Warn(WarningCodes.DateInFuture, $"dated {version.Instant:yyyy-MM-dd'T'HH:mm:sszzz}");
            item.HoldReason ??= "dated more than 24 hours ahead";
            version = new NewsDate(received, "second", AssumedZone: false);
            var earlier = item.FirstCreated is { } past && past.Instant <= received ? past.Instant : received;
            return new ItemDates(earlier, received, FirstSeen: true);
        }

        if (version.Precision is "year" or "month" or "day") item.Warn(WarningCodes.DatePrecision, "known to the " + version.Precision);
        return new ItemDates((item.FirstCreated ?? version).Instant, version.Instant, FirstSeen: false);
    }
}
