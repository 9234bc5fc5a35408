using Newswire.Contracts;
using Newswire.Enricher.Translations.Text;

namespace Newswire.Enricher.Translations;

/// <summary>The text of one command, prepared, and the record made of it.</summary>
internal sealed class DispatchText
{
    /// <summary>With less than this share of the source's characters a translation is no translation.</summary>
    private const double PartialShare = 0.8;

    private readonly List<PreparedSegment> _segments = [];

    public DispatchText(TranslateDispatch command)
    {
        var preparer = new SegmentPreparer(command.Protected.Select(p => p.Text));
        if (command.Headline is { } headline)
            _segments.Add(preparer.Prepare(headline, isHeadline: true, isFirst: false));
        for (var i = 0; i < command.Body.Count; i++)
            _segments.Add(preparer.Prepare(command.Body[i], isHeadline: false, isFirst: i == 0));
        Translatable = [.. _segments.Where(s => s.IsTranslatable)];
        Characters = _segments.Sum(s => s.Source.Length);
        Untranslated = new Translation
        {
            Target = command.Target,
            Source = command.Source,
            State = TranslationStates.Pending,
            SourceRef = new TranslationSource
            {
                DispatchId = command.DispatchId,
                Uri = command.Uri,
                Version = command.Version,
                ContentHash = command.ContentHash,
                SegmentHashes = [.. _segments.Select(s => s.SegmentHash)],
            },
            Protected = command.Protected,
            Stats = new TranslationStats { SourceChars = Characters, Segments = _segments.Count },
        };
    }

    public IReadOnlyList<PreparedSegment> Translatable { get; }

    public int Characters { get; }

    public int CharactersToSend => Translatable.Sum(s => s.Masked.Length);

    /// <summary>The record without a translation; the state is the caller's.</summary>
    public Translation Untranslated { get; }

    /// <summary>translated, partial, or rejected (then only for the caller to go on with).</summary>
    public Translation Complete(Engine engine, LanguagePair pair, RouteResult result, ChainProgress progress, DateTimeOffset now, int attempt)
    {
        var texts = Restored(result);
        var hasHeadline = _segments is [{ IsHeadline: true }, ..];
        var missing = Enumerable.Range(0, texts.Length).Where(i => texts[i] is null).ToList();
        var state = missing.Count == 0 ? TranslationStates.Translated
            : (hasHeadline && texts[0] is null) || Share(texts) < PartialShare ? TranslationStates.Rejected : TranslationStates.Partial;
        var written = string.Concat(texts);
        var lost = OutputValidator.MissingNumbers(string.Concat(_segments.Where((_, i) => texts[i] is not null).Select(s => s.Source)), written);
        return Untranslated with
        {
            State = state,
            Quality = engine.Traits.Tier,
            MachineTranslated = true,
            Fields = new TranslatedFields { Headline = hasHeadline ? texts[0] : null, Body = texts[(hasHeadline ? 1 : 0)..] },
            Provenance = Provenance(engine, pair, result, progress, now, attempt),
            Stats = Untranslated.Stats with
            {
                TargetChars = texts.Sum(t => t?.Length ?? 0),
                CachedSegments = result.Cached,
                UnknownWords = result.UnknownWords,
                BilledChars = result.BilledCharacters,
                DurationMs = (int)(now - progress.StartedAt).TotalMilliseconds,
            },
            Warnings = [.. lost > 0 ? [$"numbers:{lost}"] : Array.Empty<string>(), .. result.Reasons.Select(r => "refused:" + r)],
        };
    }

    private static TranslationProvenance Provenance(
        Engine engine, LanguagePair pair, RouteResult result, ChainProgress progress, DateTimeOffset now, int attempt)
    {
        var legs = engine.LastCatalog?.RouteOf(pair) ?? [];
        return new TranslationProvenance
        {
            Engine = engine.Name,
            EngineVersion = engine.LastCatalog?.Version,
            Route = [.. legs.Select(l => l.Name).Where(n => n.Length > 0)],
            Pivots = [.. legs.SkipLast(1).Select(l => l.Pair.Target)],
            Model = result.Model ?? engine.LastCatalog?.Model,
            Glossary = engine.LastCatalog?.Glossary,
            Profile = MemoryKey.Profile,
            RequestId = result.RequestId,
            StartedAt = progress.StartedAt,
            CompletedAt = now,
            Attempts = attempt,
            FallbackFrom = progress.Fallbacks,
        };
    }

    /// <summary>All segments in order: translated, kept as they are where nothing was to translate, null where the engine failed.</summary>
    private string?[] Restored(RouteResult result)
    {
        var texts = new string?[_segments.Count];
        var next = 0;
        for (var i = 0; i < texts.Length; i++)
        {
            var segment = _segments[i];
            texts[i] = !segment.IsTranslatable ? segment.Source : result.Masked[next++] is { } masked ? segment.Restore(masked) : null;
        }
        return texts;
    }

    private double Share(string?[] texts)
        => (double)_segments.Where((_, i) => texts[i] is not null).Sum(s => s.Source.Length) / Math.Max(1, Characters);
}
