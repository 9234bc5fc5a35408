namespace Newswire.Contracts;

/// <summary>When a translation that no engine could make now is tried again, and the command to do so. Pure: archive and enricher share it.</summary>
public static class TranslationSchedule
{
    /// <summary><see cref="Translation.WithheldReason"/> of a pending text that may not leave the house before its embargo ends.</summary>
    public const string Embargo = "embargo";

    /// <summary>A pending translation nobody spoke of for so long has lost its command.</summary>
    public static readonly TimeSpan SilentAfter = TimeSpan.FromMinutes(30);

    private static readonly TimeSpan[] Ladder =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(6),
    ];

    /// <summary>Wait after that many attempts; null when they are used up.</summary>
    public static TimeSpan? After(int attempts) => attempts <= Ladder.Length ? Ladder[Math.Max(attempts, 1) - 1] : null;

    /// <summary>Whether the sweeper sends it again: due, or planned (<paramref name="lastChange"/>) long ago and never heard of.</summary>
    public static bool IsDue(Translation translation, DateTimeOffset lastChange, DateTimeOffset now) => translation.State switch
    {
        TranslationStates.Pending => translation.NextAttemptAt is { } next ? next <= now : lastChange + SilentAfter <= now,
        TranslationStates.Quota => translation.NextAttemptAt is { } reset && reset <= now,
        _ => false,
    };

    /// <summary>
    /// The command for a translation that is due; null when there is nothing left to translate: the item is canceled or withheld by policy, or its
    /// text is no longer the one this translation is of. Also re-drives final states (failed, rejected, unsupported-pair) when asked to.
    /// </summary>
    public static TranslateDispatch? Command(NewsRecord record, Translation translation, DateTimeOffset now)
    {
        if (record.Status == Statuses.Canceled || translation.State == TranslationStates.Withheld)
            return null;
        var text = TranslationText.From(record);
        if (text.ContentHash != translation.SourceRef.ContentHash)
            return null;
        return Command(record, text, translation, now) with { Attempt = (translation.Provenance?.Attempts ?? 0) + 1 };
    }

    /// <summary>The first command for a translation just planned.</summary>
    public static TranslateDispatch Command(NewsRecord record, TranslationText text, Translation translation, DateTimeOffset now) => new()
    {
        DispatchId = record.DispatchId,
        ItemIndex = record.ItemIndex,
        Uri = record.Uri,
        Version = record.Version.Label,
        Feed = record.Source,
        ContentHash = translation.SourceRef.ContentHash,
        Source = translation.Source,
        Target = translation.Target,
        Egress = record.Item.EmbargoedUntil > now ? "local" : "any",
        Headline = text.Headline,
        Body = text.Body,
        Protected = translation.Protected,
    };
}
