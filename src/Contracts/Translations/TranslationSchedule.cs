namespace Newswire.Contracts;

/// <summary>When a translation that no engine could make now is tried again, and the command to do so. Pure: archive and enricher share it.</summary>
public static class TranslationSchedule
{
    /// <summary><see cref="Translation.WithheldReason"/> of a pending text that may not leave the house before its embargo ends.</summary>
    public const string Embargo = "embargo";

    /// <summary>Error class of a translation whose commands nobody answered.</summary>
    public const string NoAnswer = "no-answer";

    /// <summary>A pending translation nobody spoke of for so long has lost its command.</summary>
    public static readonly TimeSpan SilentAfter = TimeSpan.FromMinutes(30);

    private static readonly TimeSpan[] Ladder =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(6),
    ];

    /// <summary>So many commands without any answer are no accident of one message.</summary>
    public const int MostSilentSends = 6;

    /// <summary>How long a translation that could not be made is offered to engines that are new or back.</summary>
    public static readonly TimeSpan OfferedFor = TimeSpan.FromDays(7);

    /// <summary>Wait after that many attempts; null when they are used up.</summary>
    public static TimeSpan? After(int attempts) => attempts <= Ladder.Length ? Ladder[Math.Max(attempts, 1) - 1] : null;

    /// <summary>
    /// How long an answer is waited for after that many commands before the next one is sent. It doubles: after a long stop of the workers their queue
    /// should not be full of repetitions.
    /// </summary>
    public static TimeSpan SilenceAfter(int sends) => SilentAfter * (1 << Math.Clamp(sends - 1, 0, MostSilentSends));

    /// <summary>Whether an engine that is new or back may make what was not made so far.</summary>
    public static bool IsOffered(Translation translation, TranslatorReady ready)
    {
        var error = translation.Error;
        return translation.State switch
        {
            // Only an embargo is waited for without an error, and an engine does not end it.
            TranslationStates.Pending => translation.NextAttemptAt is not null && error?.Engine == ready.Engine,
            TranslationStates.UnsupportedPair => ready.Serves(translation) && (error?.Class != "below-min-quality" || ready.Tier != "gist"),
            TranslationStates.Failed => error?.Class == NoAnswer ? ready.Serves(translation)
                : error?.Engine == ready.Engine && error.Class is "Throttled" or "Transient" or "Timeout" or "AuthOrConfig",
            _ => false,
        };
    }

    /// <summary>The end of a translation whose commands nobody answers.</summary>
    public static Translation Unanswered(Translation translation, int sends) => translation with
    {
        State = TranslationStates.Failed,
        NextAttemptAt = null,
        Error = new TranslationError { Class = NoAnswer, Message = $"{sends} commands were sent and none was answered; is an enricher running? 'newswire translate --again' sends another" },
    };

    /// <summary>The end of a translation for which there is no command: its item is canceled, or the stored text is not the one it was planned for.</summary>
    public static Translation WithoutCommand(NewsRecord record, Translation translation) => record.Status == Statuses.Canceled
        ? TranslationMerge.Kill(translation)
        : translation with
        {
            State = TranslationStates.Failed,
            NextAttemptAt = null,
            Error = new TranslationError { Class = "other-text", Message = "the archive holds another text than the one this was planned for; 'newswire translate' plans it anew" },
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
