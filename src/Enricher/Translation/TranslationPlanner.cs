using Newswire.Contracts;

namespace Newswire.Enricher.Translations;

/// <summary>
/// Decides at once, for each target, what can be decided without an engine: the first write of a record is complete even when nothing is installed. Never waits
/// for an engine: one that has not answered yet counts as able. Safe to call concurrently.
/// </summary>
public sealed class TranslationPlanner
{
    private readonly TranslationOptions _options;
    private readonly EngineChoice _choice;
    private readonly TimeProvider _clock;

    internal TranslationPlanner(TranslationOptions options, EngineChoice choice, TimeProvider clock)
    {
        _options = options;
        _choice = choice;
        _clock = clock;
    }

    /// <param name="record">Read and enriched; its entities give the protected names.</param>
    /// <param name="settings">Of its feed; its own list of targets goes before the general one.</param>
    public TranslationPlan Plan(NewsRecord record, SourceSettings? settings = null)
    {
        var targets = settings?.TranslateTo is { } own ? [.. own] : _options.EffectiveTargets;
        if (targets.Count == 0)
            return TranslationPlan.Empty;
        var text = TranslationText.From(record);
        var names = ProtectedNames.From(record);
        var now = _clock.GetUtcNow();
        var translations = new List<Translation>();
        var commands = new List<TranslateDispatch>();
        foreach (var target in targets.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            var translation = PlanOne(record, text, names, target, now);
            translations.Add(translation);
            if (translation is { State: TranslationStates.Pending, NextAttemptAt: null })
            {
                var command = TranslationSchedule.Command(record, text, translation, now);
                commands.Add(command with { Egress = Egress(record, now), MinQuality = _choice.MinQualityOf(target) });
            }
        }
        return new TranslationPlan(translations, commands);
    }

    private Translation PlanOne(NewsRecord record, TranslationText text, IReadOnlyList<ProtectedName> names, string target, DateTimeOffset now)
    {
        var source = SourceLanguage(record);
        var plan = new Translation
        {
            Target = target,
            Source = source ?? "und",
            State = TranslationStates.Pending,
            SourceRef = new TranslationSource
            {
                DispatchId = record.DispatchId,
                Uri = record.Uri,
                Version = record.Version.Label,
                ContentHash = text.ContentHash,
                SegmentHashes = text.SegmentHashes,
            },
            Protected = names,
            Stats = new TranslationStats { SourceChars = text.Characters, Segments = text.SegmentHashes.Count },
        };
        if (record.Status == Statuses.Canceled || record.Signal == Signals.Kill)
            return plan with { State = TranslationStates.Withheld, WithheldReason = TranslationMerge.Killed, Protected = [] };
        if (Egress(record, now) == "none")
            return plan with { State = TranslationStates.Withheld, WithheldReason = "policy" };
        if (source is not null && LanguageTag.Primary(source) == LanguageTag.Primary(target))
            return plan with { State = TranslationStates.SkippedSameLanguage };
        if (!HasLetters(text))
            return plan with { State = TranslationStates.SkippedEmpty };
        if (source is null)
            return plan with { State = TranslationStates.UnsupportedPair, Error = EngineChoice.Error("no-route", "the language of the text is not known") };
        if (text.Characters > _options.MaxCharacters)
            return plan with { State = TranslationStates.Failed, Error = EngineChoice.Error("too-large", $"{text.Characters} characters, the limit is {_options.MaxCharacters}") };
        var (_, error, withheld) = _choice.For(LanguagePair.Of(source, target), Egress(record, now), _choice.MinQualityOf(target));
        if (withheld is not null)
        {
            var embargo = record.Item.EmbargoedUntil > now && _choice.EgressOf(record.Source) == "any";
            // The end of an embargo is a time to wait for, and waiting is the sweeper's work.
            return embargo
                ? plan with { WithheldReason = TranslationSchedule.Embargo, NextAttemptAt = record.Item.EmbargoedUntil }
                : plan with { State = TranslationStates.Withheld, WithheldReason = withheld };
        }
        return error is null ? plan : plan with { State = TranslationStates.UnsupportedPair, Error = error };
    }

    private string Egress(NewsRecord record, DateTimeOffset now)
    {
        var embargoed = record.Item.EmbargoedUntil > now && !_options.EmbargoedTextMayLeave;
        return EngineChoice.Stricter(_choice.EgressOf(record.Source), embargoed ? "local" : "any");
    }

    private static string? SourceLanguage(NewsRecord record)
        => (record.Language?.Tag ?? record.Item.Language) is { Length: > 0 } tag && LanguageTag.Primary(tag) != "und" ? tag : null;

    private static bool HasLetters(TranslationText text) => text.Headline?.Any(char.IsLetter) == true || text.Body.Any(p => p.Any(char.IsLetter));
}
