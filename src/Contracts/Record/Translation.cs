namespace Newswire.Contracts;

/// <summary>One item in one target language: text, state and where it came from.</summary>
public sealed record Translation
{
    public required string Target { get; init; }

    public required string Source { get; init; }

    /// <summary>One of <see cref="TranslationStates"/>.</summary>
    public required string State { get; init; }

    /// <summary>gist, neural, llm or human; absent while there is no text.</summary>
    public string? Quality { get; init; }

    public bool MachineTranslated { get; init; }

    public TranslatedFields? Fields { get; init; }

    public TranslationProvenance? Provenance { get; init; }

    public required TranslationSource SourceRef { get; init; }

    public IReadOnlyList<ProtectedName> Protected { get; init; } = [];

    public TranslationStats Stats { get; init; } = new();

    /// <summary>Only from engines that return one.</summary>
    public double? Confidence { get; init; }

    public IReadOnlyList<string> Warnings { get; init; } = [];

    public string? WithheldReason { get; init; }

    public TranslationReview Review { get; init; } = new();

    public TranslationError? Error { get; init; }

    public DateTimeOffset? NextAttemptAt { get; init; }
}

public static class TranslationStates
{
    public const string Pending = "pending";
    public const string Translated = "translated";
    public const string Partial = "partial";
    public const string SkippedSameLanguage = "skipped-same-language";
    public const string SkippedEmpty = "skipped-empty";
    public const string UnsupportedPair = "unsupported-pair";
    public const string Withheld = "withheld";
    public const string Quota = "quota";
    public const string Rejected = "rejected";
    public const string Failed = "failed";
    public const string Stale = "stale";
    public const string Superseded = "superseded";
}

public sealed record TranslatedFields
{
    public string? Headline { get; init; }

    /// <summary>One entry a source paragraph; null where a paragraph failed (state partial).</summary>
    public IReadOnlyList<string?> Body { get; init; } = [];
}

public sealed record TranslationProvenance
{
    public required string Engine { get; init; }

    public string? EngineVersion { get; init; }

    public IReadOnlyList<string> Route { get; init; } = [];

    public IReadOnlyList<string> Pivots { get; init; } = [];

    public string? Model { get; init; }

    public string? Glossary { get; init; }

    public string? Profile { get; init; }

    public string? RequestId { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? CompletedAt { get; init; }

    public int Attempts { get; init; }

    public IReadOnlyList<EngineFallback> FallbackFrom { get; init; } = [];
}

public sealed record EngineFallback
{
    public required string Engine { get; init; }

    public required string Class { get; init; }

    public string? Code { get; init; }
}

public sealed record TranslationSource
{
    public required Guid DispatchId { get; init; }

    public required string Uri { get; init; }

    public string? Version { get; init; }

    public required string ContentHash { get; init; }

    public IReadOnlyList<string> SegmentHashes { get; init; } = [];
}

public sealed record TranslationStats
{
    public int SourceChars { get; init; }

    public int? TargetChars { get; init; }

    public int Segments { get; init; }

    public int? CachedSegments { get; init; }

    public int? UnknownWords { get; init; }

    public int? BilledChars { get; init; }

    public decimal? Cost { get; init; }

    public int? DurationMs { get; init; }
}

public sealed record TranslationReview
{
    /// <summary>none, accepted, edited or refused.</summary>
    public string Status { get; init; } = "none";

    public string? By { get; init; }

    public DateTimeOffset? At { get; init; }
}

public sealed record TranslationError
{
    public required string Class { get; init; }

    public string? Code { get; init; }

    /// <summary>At most 200 characters.</summary>
    public required string Message { get; init; }

    public string? Engine { get; init; }
}
