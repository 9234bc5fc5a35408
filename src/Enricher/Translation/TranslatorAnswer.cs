namespace Newswire.Enricher.Translations;

/// <summary>How a call ended. The chain decides by it what happens next.</summary>
public enum TranslatorOutcome
{
    Ok,

    /// <summary>Too many requests; wait <see cref="TranslatorAnswer.RetryAfter"/>.</summary>
    Throttled,

    Transient,

    Timeout,

    /// <summary>Nothing left until <see cref="TranslatorAnswer.Until"/>.</summary>
    QuotaExhausted,

    UnsupportedPair,

    TooLarge,

    InvalidInput,

    /// <summary>Key, model or installation is wrong: an operator must act.</summary>
    AuthOrConfig,

    /// <summary>Answered, but not with a translation of this text.</summary>
    BadOutput,
}

/// <summary>What an engine answered; on anything but Ok no segments.</summary>
public sealed record TranslatorAnswer
{
    public required TranslatorOutcome Outcome { get; init; }

    /// <summary>One for each segment asked, in order.</summary>
    public IReadOnlyList<TranslatedSegment> Segments { get; init; } = [];

    /// <summary>Status or error code of the engine.</summary>
    public string? Code { get; init; }

    /// <summary>For people; never text of a dispatch, never a key.</summary>
    public string? Message { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    public DateTimeOffset? Until { get; init; }

    public int? BilledCharacters { get; init; }

    public string? RequestId { get; init; }

    public string? Model { get; init; }

    public static TranslatorAnswer Ok(IReadOnlyList<TranslatedSegment> segments) => new() { Outcome = TranslatorOutcome.Ok, Segments = segments };

    public static TranslatorAnswer Fail(TranslatorOutcome outcome, string? code = null, string? message = null)
        => new() { Outcome = outcome, Code = code, Message = message };
}

public sealed record TranslatedSegment(string Text, int UnknownWords = 0);
