using Microsoft.Extensions.Logging;
using Newswire.Contracts;
using Newswire.Enricher.Translations.Resilience;
using Newswire.Enricher.Translations.Text;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Newswire.Enricher.Translations;

/// <summary>Takes one text through one engine, guards around it, and lets nothing out that the validator refuses.</summary>
internal sealed class RouteRunner(ITranslationMemory memory, OutputValidator validator, ILogger logger)
{
    public async Task<RouteResult> RunAsync(
        Engine engine, TranslatorCatalog catalog, LanguagePair pair, IReadOnlyList<PreparedSegment> segments, CancellationToken cancellationToken)
    {
        var headline = segments is [{ IsHeadline: true } first, ..] ? first.Source : null;
        var run = new EngineRun(engine, catalog, pair, headline, memory, logger);
        var answer = await GuardAsync(engine, run, pair, segments, cancellationToken);
        if (answer.Answer.Outcome == TranslatorOutcome.UnsupportedPair)
            engine.NoteUnsupported(pair);
        if (answer.Answer.Outcome == TranslatorOutcome.BadOutput)
            engine.Health.NoteContent(isGood: false);
        if (engine.Health.Note(answer.Answer) && engine.Health.Off is var (until, _))
            TranslationLog.EngineOff(logger, engine.Name, until, answer.Answer.Outcome, answer.Answer.Code, answer.Answer.Message);
        return answer;
    }

    private async Task<RouteResult> GuardAsync(
        Engine engine, EngineRun run, LanguagePair pair, IReadOnlyList<PreparedSegment> segments, CancellationToken cancellationToken)
    {
        try
        {
            return await engine.Pipeline.ExecuteTextAsync(async ct => await TranslateAsync(engine, run, pair, segments, ct), cancellationToken);
        }
        catch (TimeoutRejectedException)
        {
            // Time used up by waiting as the engine asked is not an engine that hangs.
            return Fail(run.LastFault is { Outcome: TranslatorOutcome.Throttled } throttled
                ? throttled : TranslatorAnswer.Fail(TranslatorOutcome.Timeout, "timeout", "no answer in time"));
        }
        catch (BrokenCircuitException e)
        {
            return Fail(TranslatorAnswer.Fail(TranslatorOutcome.Transient, "breaker-open", "too many faults, the engine rests") with { RetryAfter = e.RetryAfter });
        }
        catch (EngineBusyException)
        {
            return Fail(TranslatorAnswer.Fail(TranslatorOutcome.Throttled, "busy", "too many texts wait for this engine"));
        }
    }

    private async Task<RouteResult> TranslateAsync(
        Engine engine, EngineRun run, LanguagePair pair, IReadOnlyList<PreparedSegment> segments, CancellationToken cancellationToken)
    {
        var texts = segments.Select(s => (string?)s.Masked).ToArray();
        if (await run.TranslateAsync([.. segments.Select((s, i) => (i, s.SegmentHash))], texts, cancellationToken) is { } failure)
            return Fail(failure);
        var reasons = new List<string>();
        for (var i = 0; i < texts.Length; i++)
        {
            if (Problems(segments[i], texts[i], pair).Count == 0)
                continue;
            texts[i] = await InPiecesAsync(engine, run, pair, i, segments[i], cancellationToken);
            var problems = Problems(segments[i], texts[i], pair);
            if (problems.Count > 0)
                texts[i] = null;
            reasons.AddRange(problems);
        }
        var done = Enumerable.Range(0, texts.Length).Where(i => texts[i] is not null).ToList();
        if (!OutputValidator.WholeLengthFits(string.Concat(done.Select(i => segments[i].Masked)), string.Concat(done.Select(i => texts[i])), pair))
        {
            reasons.Add("length-ratio-whole");
            done = [];
            texts = new string?[texts.Length];
        }
        engine.Health.NoteContent(reasons.Count == 0);
        CountMemory(engine, run.Cached.Count, segments.Count - run.Cached.Count);
        return new RouteResult
        {
            Answer = TranslatorAnswer.Ok([]),
            Masked = texts,
            Reasons = [.. reasons.Distinct(StringComparer.Ordinal)],
            Learned = [.. run.Learned.Where(l => done.Contains(l.Segment)).Select(l => l.Entry)],
            Cached = run.Cached.Count(done.Contains),
            UnknownWords = run.UnknownWords,
            BilledCharacters = run.BilledCharacters,
            RequestId = run.RequestId,
            Model = run.Model,
        };
    }

    /// <summary>Once more in smaller pieces; an engine that answers the same text the same way gets no second chance without a cut.</summary>
    private async Task<string?> InPiecesAsync(
        Engine engine, EngineRun run, LanguagePair pair, int number, PreparedSegment segment, CancellationToken cancellationToken)
    {
        var cut = SentenceSplitter.Halve(segment.Masked);
        if (cut is null && engine.Traits.IsDeterministic)
            return null;
        string[] sources = cut is var (left, _, right) ? [left, right] : [segment.Masked];
        var pieces = sources.ToArray<string?>();
        var names = pieces.Select(_ => (number, segment.SegmentHash)).ToList();
        if (await run.TranslateAsync(names, pieces, cancellationToken) is not null)
            return null;
        // Each piece for itself: half a copy would pass as part of a whole.
        if (sources.Where((s, i) => pieces[i] is not { } piece || validator.CheckText(s, piece, pair).Count > 0).Any())
            return null;
        return cut is null ? pieces[0] : pieces[0] + cut.Value.Separator + pieces[1];
    }

    private IReadOnlyList<string> Problems(PreparedSegment segment, string? masked, LanguagePair pair)
        => masked is null ? ["placeholder"] : validator.Check(segment, masked, pair);

    private static void CountMemory(Engine engine, int hits, int misses)
    {
        TranslationMetrics.CacheHits.Add(hits, new KeyValuePair<string, object?>("engine", engine.Name));
        TranslationMetrics.CacheMisses.Add(misses, new KeyValuePair<string, object?>("engine", engine.Name));
        engine.CountMemory(hits, misses);
    }

    private static RouteResult Fail(TranslatorAnswer answer) => new() { Answer = answer };
}
