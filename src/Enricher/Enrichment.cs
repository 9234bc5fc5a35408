using Newswire.Contracts;
using Newswire.Enricher.Entities;
using Newswire.Enricher.Language;
using Newswire.Enricher.Translations;

namespace Newswire.Enricher;

/// <summary>What the models add to a record: language, then names, then the plan of its translations. Safe to call concurrently.</summary>
public sealed class Enrichment(LanguageEnricher languages, EntityRecognizer entities, TranslationPlanner translations)
{
    public EnrichedItem Enrich(NewsRecord record, SourceSettings settings)
    {
        var headline = TranslationText.MainHeadline(record);
        var body = TranslationText.PlainBody(record);
        // A kill often carries no text: there is nothing to infer from, and absent beats guessed.
        if (headline is not null || body is not null)
            record = Understand(record, headline, body ?? "", settings);

        var plan = translations.Plan(record, settings);
        return new EnrichedItem(plan.Translations.Count == 0 ? record : record with { Translations = plan.Translations }, plan.Commands);
    }

    private NewsRecord Understand(NewsRecord record, string? headline, string body, SourceSettings settings)
    {
        var reading = languages.Read(body, headline, record.Language?.Declared, settings.Languages);
        var tag = reading.Language.Tag ?? LanguageGuess.Undetermined;
        var model = entities.ModelFor(tag);
        var names = entities.Recognize(headline, body, tag);
        return record with
        {
            Language = reading.Language,
            Entities = names.Count == 0 ? null : names,
            Warnings = reading.Warning is { } warning ? [.. record.Warnings ?? [], warning] : record.Warnings,
            Provenance = new Provenance
            {
                InputHash = DispatchIdentity.TextHash($"{headline}\u001F{body}"),
                LanguageModel = reading.Language.By,
                EntityModel = model,
                EntitiesAbsent = model is null ? "no-model-for-language" : null,
            },
        };
    }
}

/// <summary>A record ready for the archive, and the commands for its pending translations.</summary>
public sealed record EnrichedItem(NewsRecord Record, IReadOnlyList<TranslateDispatch> Translate);
