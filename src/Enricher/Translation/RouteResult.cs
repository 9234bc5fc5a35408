using Newswire.Contracts;

namespace Newswire.Enricher.Translations;

/// <summary>What one engine made of a text. On anything but Ok no segment may be used.</summary>
internal sealed record RouteResult
{
    /// <summary>Outcome, code, message and times of the call that decided.</summary>
    public required TranslatorAnswer Answer { get; init; }

    /// <summary>Masked translation of each translatable segment; null where the engine failed on it.</summary>
    public IReadOnlyList<string?> Masked { get; init; } = [];

    /// <summary>Why segments are null.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    public IReadOnlyList<RememberedSegment> Learned { get; init; } = [];

    public int Cached { get; init; }

    public int UnknownWords { get; init; }

    public int BilledCharacters { get; init; }

    public string? RequestId { get; init; }

    public string? Model { get; init; }
}
