using Microsoft.Extensions.Logging;

namespace Newswire.Enricher.Translations;

/// <summary>What translation logs (events 3100 to 3199); never the text of a dispatch, never a key.</summary>
internal static partial class TranslationLog
{
    [LoggerMessage(3100, LogLevel.Warning, "translation: none. Install apertium-fra-cat apertium-spa-cat apertium-eng-spa (apt-get install -y --no-install-recommends …) or configure an engine in Enricher:Translation.")]
    public static partial void NoEngine(ILogger logger);

    [LoggerMessage(3101, LogLevel.Information, "translation: {Engine} {Version} ready, {Pairs}")]
    public static partial void EngineReady(ILogger logger, string engine, string? version, string pairs);

    [LoggerMessage(3102, LogLevel.Warning, "translation: {Engine} is not ready: {Problem}")]
    public static partial void EngineNotReady(ILogger logger, string engine, string? problem);

    [LoggerMessage(3103, LogLevel.Information, "translation: {Engine} is tried again (retry {Attempt}) after {Outcome}, in {Seconds} s")]
    public static partial void Retrying(ILogger logger, string engine, int attempt, string outcome, double seconds);

    [LoggerMessage(3104, LogLevel.Warning, "translation: breaker of {Engine} opened for {Seconds} s after {Outcome}")]
    public static partial void BreakerOpened(ILogger logger, string engine, double seconds, string outcome);

    [LoggerMessage(3105, LogLevel.Information, "translation: breaker of {Engine} closed")]
    public static partial void BreakerClosed(ILogger logger, string engine);

    [LoggerMessage(3106, LogLevel.Error, "translation: {Engine} is off until {Until}: {Outcome} {Code} {Problem}")]
    public static partial void EngineOff(ILogger logger, string engine, DateTimeOffset until, TranslatorOutcome outcome, string? code, string? problem);

    [LoggerMessage(3107, LogLevel.Warning, "translation: the memory failed, going on without it")]
    public static partial void MemoryFailed(ILogger logger, Exception exception);

    [LoggerMessage(3108, LogLevel.Warning, "translation: {Engine} refused segment {SegmentHash}: {Outcome} {Code}")]
    public static partial void SegmentRefused(ILogger logger, string engine, string segmentHash, TranslatorOutcome outcome, string? code);

    [LoggerMessage(3109, LogLevel.Information, "translation: {Engine} for {DispatchId} to {Target}: {Reasons}")]
    public static partial void OutputRejected(ILogger logger, string engine, Guid dispatchId, string target, string reasons);

    [LoggerMessage(3110, LogLevel.Error, "translation: the budget of {Engine} cannot be read; it counts as used up")]
    public static partial void BudgetFailed(ILogger logger, string engine, Exception exception);
}
