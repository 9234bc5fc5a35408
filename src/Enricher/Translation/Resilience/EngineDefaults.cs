using Newswire.Enricher.Translations.Apertium;

namespace Newswire.Enricher.Translations.Resilience;

/// <summary>
/// The limits each engine starts with; from vendors' documents and measurements (docs/translation.md). A breaker's window takes more calls that
/// all run into their time limit than its minimum: else an engine that hangs would never be given a rest. And one call with its retries does not
/// reach the minimum: one text that an engine cannot bear says nothing about the others.
/// </summary>
public static class EngineDefaults
{
    public static EngineLimits Apertium(int poolSize) => new()
    {
        Attempt = Seconds(15),
        Total = Seconds(40),
        Retries = 1,
        BreakerWindow = Seconds(60),
        BreakerMinimum = 3,
        BreakerPause = Seconds(15),
        Concurrency = poolSize * ApertiumPool.Sharing,
        Waiting = 64,
    };

    public static EngineLimits LibreTranslate(bool isLocal) => new()
    {
        Attempt = Seconds(30),
        Total = Seconds(120),
        Retries = 3,
        RetryBase = Seconds(2),
        RetryCap = Seconds(30),
        BreakerWindow = Seconds(60),
        BreakerMinimum = 6,
        BreakerPause = Seconds(30),
        Concurrency = 4,
        Waiting = 32,
        RequestsPerMinute = isLocal ? null : 80,
    };

    public static EngineLimits DeepL { get; } = new()
    {
        Attempt = Seconds(10),
        Total = Seconds(100),
        Retries = 5,
        RetryBase = Seconds(1),
        RetryCap = Seconds(30),
        BreakerWindow = Seconds(60),
        BreakerMinimum = 10,
        BreakerPause = Seconds(30),
        Concurrency = 8,
        Waiting = 64,
        RequestsPerMinute = 1200,
    };

    public static EngineLimits OpenAi(bool isLocal) => new()
    {
        Attempt = Seconds(isLocal ? 120 : 60),
        Total = Seconds(isLocal ? 300 : 180),
        Retries = isLocal ? 2 : 4,
        RetryBase = Seconds(isLocal ? 2 : 1),
        RetryCap = Seconds(isLocal ? 20 : 30),
        BreakerWindow = Seconds(isLocal ? 600 : 120),
        BreakerMinimum = isLocal ? 4 : 6,
        BreakerPause = Seconds(60),
        Concurrency = isLocal ? 1 : 8,
        Waiting = isLocal ? 8 : 64,
    };

    private static TimeSpan Seconds(int seconds) => TimeSpan.FromSeconds(seconds);
}
