using Newswire.Contracts;

namespace Newswire.Enricher;

/// <summary>What the models add to a record: language, then names, then the plan of its translations. Pure; safe to call concurrently.</summary>
public sealed class Enrichment
{
    public EnrichedItem Enrich(NewsRecord record, SourceSettings settings)
    {
        _ = settings;
        return new EnrichedItem(record, []);
    }
}

/// <summary>A record ready for the archive, and the commands for its pending translations.</summary>
public sealed record EnrichedItem(NewsRecord Record, IReadOnlyList<TranslateDispatch> Translate);
