namespace Newswire.Enricher.Translations;

/// <summary>One call: segments in the engine's own placeholder style, in an array, never joined.</summary>
public sealed record TranslatorRequest
{
    public required TranslationLeg Leg { get; init; }

    public required IReadOnlyList<string> Segments { get; init; }

    /// <summary>The headline, for engines that take context.</summary>
    public string? Context { get; init; }

    public int Characters => Segments.Sum(s => s.Length);
}
