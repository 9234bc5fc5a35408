using Newswire.Contracts;

namespace Newswire.Archiver.Versions;

/// <summary>
/// Puts the items of one story in order and says what becomes of each. Pure: the chain depends on the items alone, not on the order in which
/// they came; only dispositions (what became of an item when it came) remember the past.
/// Order: numeric version, versionCreated, a kill after what it kills, arrival. The newest version speaks for the whole story: it is live, or
/// nothing is (withheld, held, embargoed, killed).
/// </summary>
public static class VersionMerge
{
    /// <summary>Hold reason of a usable version newer than a kill: only an editor may bring a killed story back.</summary>
    public const string NewerThanKill = "newer-than-kill";

    /// <summary>Places of <paramref name="story"/>'s items, in the same order as given.</summary>
    public static VersionPlace[] Place(IReadOnlyList<VersionFacts> story, DateTimeOffset now)
    {
        var chain = VersionOrder.Chain(story);
        var lastKill = chain.FindLastIndex(v => story[v.Kept].IsKill);
        var embargo = chain.Select(v => story[v.Kept].EmbargoedUntil).LastOrDefault(e => e is not null);
        var reused = Reused(story, chain);
        var places = new VersionPlace[story.Count];
        for (var index = 0; index < chain.Count; index++)
        {
            var facts = story[chain[index].Kept];
            var latest = index == chain.Count - 1;
            var hold = latest ? HoldReason(facts, lastKill >= 0 && index > lastKill) : null;
            DateTimeOffset? liveFrom = latest && hold is null && facts.Status == Statuses.Usable ? embargo ?? DateTimeOffset.MinValue : null;
            places[chain[index].Kept] = new VersionPlace
            {
                Disposition = Became(facts, latest, liveFrom, now),
                Ordinal = index + 1,
                IsLatest = latest,
                Reused = reused.Contains(index),
                Killed = index < lastKill,
                HoldReason = hold,
                LiveFrom = liveFrom,
            };
            foreach (var copy in chain[index].Copies)
                places[copy] = new VersionPlace { Disposition = Disposition.Duplicate, Killed = index < lastKill };
        }
        return places;
    }

    private static string? HoldReason(VersionFacts facts, bool afterKill)
        => facts.IsKill || facts.Released ? null : facts.StatedHold ?? (afterKill ? NewerThanKill : null);

    private static Disposition Became(VersionFacts facts, bool latest, DateTimeOffset? liveFrom, DateTimeOffset now)
    {
        if (facts.IsKill)
            return Disposition.Archived;
        if (latest)
            return liveFrom <= now ? Disposition.Archived : Disposition.Held;
        return facts.Before switch
        {
            // It was live before something newer came.
            { Disposition: Disposition.Archived } => Disposition.Archived,
            { Disposition: Disposition.Held, LiveFrom: { } since } when since <= now => Disposition.Archived,
            // Never released, and now never will be; or late.
            _ => Disposition.Superseded,
        };
    }

    /// <summary>Versions whose number (or, without numbers, whose very instant) another text also claims; a kill may carry the number it kills.</summary>
    private static HashSet<int> Reused(IReadOnlyList<VersionFacts> story, List<VersionRun> chain)
        => [.. chain
            .Select((version, index) => (Facts: story[version.Kept], index))
            .Where(v => !v.Facts.IsKill)
            .GroupBy(v => v.Facts.Label ?? Instant.Text(v.Facts.Created ?? v.Facts.Received), StringComparer.Ordinal)
            .Where(same => same.Skip(1).Any())
            .SelectMany(same => same.Select(v => v.index))];
}
