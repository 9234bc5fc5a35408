namespace Newswire.Formats;

/// <summary>A date as read: the instant with the offset that came, how precise (year, month, day, minute, second), and whether the zone had to be assumed.</summary>
public readonly record struct NewsDate(DateTimeOffset Instant, string Precision, bool AssumedZone);
