namespace Newswire.Enricher.Translations.Resilience;

/// <summary>Times, retries and limits of one engine, per process: divide by the number of workers.</summary>
public sealed record EngineLimits
{
    /// <summary>One call.</summary>
    public required TimeSpan Attempt { get; init; }

    /// <summary>A whole text through this engine, waiting and retries included.</summary>
    public required TimeSpan Total { get; init; }

    public required int Retries { get; init; }

    public TimeSpan RetryBase { get; init; }

    public TimeSpan RetryCap { get; init; }

    public double BreakerRatio { get; init; } = 0.5;

    public required TimeSpan BreakerWindow { get; init; }

    /// <summary>At least 2.</summary>
    public required int BreakerMinimum { get; init; }

    public required TimeSpan BreakerPause { get; init; }

    /// <summary>Texts at once.</summary>
    public required int Concurrency { get; init; }

    /// <summary>Texts that may wait for that; more are sent to the sweeper.</summary>
    public required int Waiting { get; init; }

    /// <summary>Calls a minute; null: no limit.</summary>
    public int? RequestsPerMinute { get; init; }

    /// <summary>Characters a minute; null: no limit.</summary>
    public int? CharactersPerMinute { get; init; }
}
