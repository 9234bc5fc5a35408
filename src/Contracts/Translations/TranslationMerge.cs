namespace Newswire.Contracts;

/// <summary>
/// Which of two translations of one item to one target an archive keeps. Pure and the same for every store: redeliveries, late answers and replays
/// in any order end in the same record.
/// </summary>
public static class TranslationMerge
{
    public const string Killed = "killed";

    /// <param name="stored">What is there, if anything.</param>
    /// <param name="incoming">What arrived: a plan (in a record) or an outcome.</param>
    /// <param name="currentContentHash">Of the item's text as stored; null while the item is not there yet.</param>
    public static Translation Decide(Translation? stored, Translation incoming, string? currentContentHash)
    {
        if (stored is null)
            return IsCurrent(incoming, currentContentHash) ? incoming : Outdate(incoming);
        if (stored.WithheldReason == Killed)
            return stored;
        if (incoming.WithheldReason == Killed)
            return incoming;
        if (IsHuman(stored) && !IsHuman(incoming))
            return IsCurrent(stored, currentContentHash) ? stored : Outdate(stored);
        if (IsHuman(incoming) && !IsHuman(stored) && IsCurrent(incoming, currentContentHash))
            return incoming;
        if (!IsCurrent(incoming, currentContentHash))
            return IsCurrent(stored, currentContentHash) || !HasText(incoming) ? stored : Outdate(incoming);
        if (!IsCurrent(stored, currentContentHash) || stored.SourceRef.ContentHash != incoming.SourceRef.ContentHash)
            return HasText(incoming) || !HasText(stored) ? incoming : Outdate(stored);
        return IsBetter(incoming, stored) ? incoming : stored;
    }

    /// <summary>The source text has a newer version: text is kept and shown as outdated; what has no text is no longer wanted.</summary>
    public static Translation Outdate(Translation translation) => translation.State switch
    {
        TranslationStates.Translated or TranslationStates.Partial => translation with { State = TranslationStates.Stale },
        TranslationStates.Pending or TranslationStates.Quota => translation with { State = TranslationStates.Superseded, NextAttemptAt = null },
        _ => translation,
    };

    /// <summary>What a kill leaves of a translation: that there was one.</summary>
    public static Translation Kill(Translation translation) => translation with
    {
        State = TranslationStates.Withheld,
        WithheldReason = Killed,
        Quality = null,
        Fields = null,
        Protected = [],
        NextAttemptAt = null,
        Error = null,
    };

    public static bool HasText(Translation translation) => translation.Fields is not null;

    private static bool IsHuman(Translation translation) => translation.Quality == "human" || translation.Review.Status is "edited" or "accepted";

    private static bool IsCurrent(Translation translation, string? currentContentHash)
        => currentContentHash is null || translation.SourceRef.ContentHash == currentContentHash;

    private static bool IsBetter(Translation incoming, Translation stored)
    {
        if (incoming.State == TranslationStates.Withheld || stored.State == TranslationStates.Withheld)
            return incoming.State != stored.State;
        if (HasText(incoming) != HasText(stored))
            return HasText(incoming);
        var (one, other) = (Attempts(incoming), Attempts(stored));
        if (Rank(incoming) != Rank(stored) && (HasText(incoming) || one == other))
            return Rank(incoming) > Rank(stored);
        return one != other ? one > other : incoming.Provenance?.CompletedAt > stored.Provenance?.CompletedAt;
    }

    private static int Attempts(Translation translation) => translation.Provenance?.Attempts ?? 0;

    private static int Rank(Translation translation) => translation.State switch
    {
        TranslationStates.Translated => 6,
        TranslationStates.Partial => 5,
        TranslationStates.Stale => 4,
        TranslationStates.Pending => 1,
        TranslationStates.Quota => 2,
        _ => 3,
    };
}
