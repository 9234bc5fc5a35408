using Microsoft.Extensions.Logging;
using Newswire.Contracts;
using Newswire.Enricher.Translations.Text;

namespace Newswire.Enricher.Translations;

/// <summary>
/// Translates one dispatch to one language: the engines of its chain in order until one makes all of it. Knows no bus. Engine failures are states of the
/// returned translation; only cancellation and bugs throw. A repeated command finds the memory. Safe to call concurrently.
/// </summary>
public sealed class TranslationHandler
{
    private readonly TranslationOptions _options;
    private readonly EngineChoice _choice;
    private readonly RouteRunner _runner;
    private readonly BudgetKeeper _budgets;
    private readonly ITranslationMemory _memory;
    private readonly TimeProvider _clock;
    private readonly ILogger<TranslationHandler> _logger;

    internal TranslationHandler(
        TranslationOptions options, EngineChoice choice, OutputValidator validator, BudgetKeeper budgets, ITranslationMemory memory, TimeProvider clock, ILogger<TranslationHandler> logger)
    {
        _options = options;
        _choice = choice;
        _runner = new RouteRunner(memory, validator, logger);
        _budgets = budgets;
        _memory = memory;
        _clock = clock;
        _logger = logger;
    }

    public async Task<Translation> HandleAsync(TranslateDispatch command, CancellationToken cancellationToken)
    {
        var translation = await TranslateAsync(command, cancellationToken);
        TranslationMetrics.States.Add(
            1, new("state", translation.State), new("target", translation.Target), new("engine", translation.Provenance?.Engine ?? "none"));
        return translation;
    }

    private async Task<Translation> TranslateAsync(TranslateDispatch command, CancellationToken cancellationToken)
    {
        var text = new DispatchText(command);
        var untranslated = Undone(text, command.Attempt);
        var pair = LanguagePair.Of(command.Source, command.Target);
        if (pair.Source == pair.Target)
            return untranslated with { State = TranslationStates.SkippedSameLanguage };
        if (text.Characters > _options.MaxCharacters)
        {
            var message = $"{text.Characters} characters, the limit is {_options.MaxCharacters}";
            return untranslated with { State = TranslationStates.Failed, Error = EngineChoice.Error("too-large", message) };
        }
        if (text.Translatable.Count == 0)
            return untranslated with { State = TranslationStates.SkippedEmpty };
        var egress = EngineChoice.Stricter(command.Egress, _choice.EgressOf(command.Feed));
        var (engines, error, withheld) = _choice.For(pair, egress, command.MinQuality ?? _choice.MinQualityOf(command.Target));
        if (withheld is not null)
            return untranslated with { State = TranslationStates.Withheld, WithheldReason = withheld };
        if (error is not null)
            return untranslated with { State = TranslationStates.UnsupportedPair, Error = error };
        return await FollowChainAsync(command, text, pair, engines, cancellationToken);
    }

    private async Task<Translation> FollowChainAsync(
        TranslateDispatch command, DispatchText text, LanguagePair pair, IReadOnlyList<Engine> engines, CancellationToken cancellationToken)
    {
        var progress = new ChainProgress(_clock);
        Translation? partial = null;
        foreach (var engine in engines)
        {
            var result = await AskAsync(engine, command, text, pair, cancellationToken);
            if (result.Answer.Outcome != TranslatorOutcome.Ok)
            {
                progress.Add(engine, result.Answer);
                continue;
            }
            var completed = text.Complete(engine, pair, result, progress, _clock.GetUtcNow(), command.Attempt);
            if (completed.State == TranslationStates.Translated)
                return completed;
            var reasons = string.Join(',', result.Reasons);
            TranslationLog.OutputRejected(_logger, engine.Name, command.DispatchId, command.Target, reasons);
            if (completed.State == TranslationStates.Partial)
                partial ??= completed;
            progress.Add(engine, TranslatorAnswer.Fail(TranslatorOutcome.BadOutput, result.Reasons.Count > 0 ? result.Reasons[0] : null, "refused: " + reasons));
        }
        return partial ?? progress.Conclude(text.Untranslated, command.Attempt);
    }

    private async Task<RouteResult> AskAsync(
        Engine engine, TranslateDispatch command, DispatchText text, LanguagePair pair, CancellationToken cancellationToken)
    {
        if (engine.Health.Off is var (until, reason))
            return new RouteResult { Answer = reason with { Until = until, RetryAfter = until - _clock.GetUtcNow() } };
        var catalog = await engine.CatalogAsync(cancellationToken);
        if (!catalog.IsReady)
        {
            var failure = catalog.Failure ?? TranslatorAnswer.Fail(TranslatorOutcome.Transient, "not-ready", catalog.Problem ?? "the engine is not ready");
            engine.Health.Note(failure);
            return new RouteResult { Answer = failure };
        }
        if (engine.Supports(pair) == false)
            return Fail(TranslatorOutcome.UnsupportedPair, null, $"{engine.Name} does not translate {pair}");
        if (await _budgets.CheckAsync(engine.Name, command.Feed, text.CharactersToSend, cancellationToken) is { } exhausted)
            return new RouteResult { Answer = exhausted };
        var started = _clock.GetTimestamp();
        var result = await _runner.RunAsync(engine, catalog, pair, text.Translatable, cancellationToken);
        TranslationMetrics.Seconds.Record(_clock.GetElapsedTime(started).TotalSeconds, new("engine", engine.Name), new("pair", pair.ToString()));
        await _budgets.SpendAsync(engine.Name, command.Feed, result.BilledCharacters, cancellationToken);
        await RememberAsync(result, cancellationToken);
        return result;
    }

    private async Task RememberAsync(RouteResult result, CancellationToken cancellationToken)
    {
        if (result.Learned.Count == 0)
            return;
        try
        {
            await _memory.StoreAsync(result.Learned, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            TranslationLog.MemoryFailed(_logger, e);
        }
    }

    /// <summary>What is decided without an engine, after earlier attempts with one, must count as later than those.</summary>
    private static Translation Undone(DispatchText text, int attempt) => attempt <= 1
        ? text.Untranslated
        : text.Untranslated with { Provenance = new TranslationProvenance { Engine = "none", Attempts = attempt } };

    private static RouteResult Fail(TranslatorOutcome outcome, string? code, string message)
        => new() { Answer = TranslatorAnswer.Fail(outcome, code, message) };
}
