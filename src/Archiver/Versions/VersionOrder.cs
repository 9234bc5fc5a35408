namespace Newswire.Archiver.Versions;

/// <summary>One version: the item that stands for it and the copies of it, as indexes into the story.</summary>
internal readonly record struct VersionRun(int Kept, IReadOnlyList<int> Copies);

/// <summary>Sorts the items of a story and folds copies together.</summary>
internal static class VersionOrder
{
    private readonly record struct Key(long Number, DateTimeOffset Date, bool Kill, DateTimeOffset Received, int Index, string Hash);

    /// <summary>Versions from oldest to newest.</summary>
    public static List<VersionRun> Chain(IReadOnlyList<VersionFacts> story)
    {
        if (story.Count == 1)
            return [new VersionRun(0, [])];
        var dates = Dates(story);
        var keys = Keys(story, Numbers(story, dates), dates);
        var order = Enumerable.Range(0, story.Count)
            .OrderBy(i => keys[i].Number).ThenBy(i => keys[i].Date).ThenBy(i => keys[i].Kill)
            .ThenBy(i => keys[i].Received).ThenBy(i => keys[i].Index).ThenBy(i => keys[i].Hash, StringComparer.Ordinal)
            .ThenBy(i => story[i].Received).ThenBy(i => story[i].ItemIndex).ThenBy(i => story[i].DispatchId);
        var chain = new List<VersionRun>();
        var run = new List<int>();
        foreach (var i in order)
        {
            if (run.Count > 0 && !SameVersion(story[run[0]], story[i]))
            {
                chain.Add(Fold(story, run));
                run = [];
            }
            run.Add(i);
        }
        chain.Add(Fold(story, run));
        return chain;
    }

    private static bool SameVersion(VersionFacts one, VersionFacts other) => one.Label == other.Label && one.ContentHash == other.ContentHash;

    /// <summary>What stood for the version goes on doing so, whatever copy comes later.</summary>
    private static VersionRun Fold(IReadOnlyList<VersionFacts> story, List<int> run)
    {
        var kept = run.Where(i => story[i].Before?.Ordinal is not null).DefaultIfEmpty(run[0]).MinBy(i => story[i].Before?.Ordinal ?? 0);
        return new VersionRun(kept, [.. run.Where(i => i != kept)]);
    }

    /// <summary>
    /// An undated copy of a numbered version takes the date of the dated one, else of the first seen: a redelivery does not make an old text new.
    /// </summary>
    private static DateTimeOffset[] Dates(IReadOnlyList<VersionFacts> story)
    {
        var dates = new DateTimeOffset[story.Count];
        for (var i = 0; i < dates.Length; i++)
        {
            var facts = story[i];
            if (facts.Created is { } created)
                dates[i] = created;
            else if (facts.Label is null)
                dates[i] = facts.Received;
            else
                dates[i] = story.Where(other => SameVersion(facts, other)).Max(other => other.Created)
                    ?? story.Where(other => SameVersion(facts, other)).Min(other => other.Received);
        }
        return dates;
    }

    /// <summary>Items without a number stand, by date, after the highest number made before them.</summary>
    private static long[] Numbers(IReadOnlyList<VersionFacts> story, DateTimeOffset[] dates)
    {
        var parsed = VersionLabel.Numbers(story.Select(s => s.Label));
        var numbers = new long[story.Count];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = parsed[i] ?? 0;
            for (var other = 0; parsed[i] is null && other < numbers.Length; other++)
            {
                if (parsed[other] > numbers[i] && dates[other] <= dates[i])
                    numbers[i] = parsed[other]!.Value;
            }
        }
        return numbers;
    }

    /// <summary>Copies with the same date stay together: they share the arrival of the first of them.</summary>
    private static Key[] Keys(IReadOnlyList<VersionFacts> story, long[] numbers, DateTimeOffset[] dates)
    {
        var firsts = Enumerable.Range(0, story.Count)
            .GroupBy(i => (story[i].Label, story[i].ContentHash, dates[i]))
            .ToDictionary(g => g.Key, g => g.Select(i => story[i]).MinBy(s => (s.Received, s.ItemIndex, s.DispatchId))!);
        return [.. Enumerable.Range(0, story.Count).Select(i =>
        {
            var first = firsts[(story[i].Label, story[i].ContentHash, dates[i])];
            return new Key(numbers[i], dates[i], story[i].IsKill, first.Received, first.ItemIndex, story[i].ContentHash);
        })];
    }
}
