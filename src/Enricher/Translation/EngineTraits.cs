using Newswire.Enricher.Translations.Resilience;
using Newswire.Enricher.Translations.Text;

namespace Newswire.Enricher.Translations;

/// <summary>What is fixed about an engine as configured.</summary>
public sealed record EngineTraits
{
    /// <summary>gist, neural or llm.</summary>
    public required string Tier { get; init; }

    /// <summary>The text stays in the house: allowed for embargoed items.</summary>
    public required bool IsLocal { get; init; }

    /// <summary>Programs on this machine: discovery reads a folder and completes at once.</summary>
    public bool IsInstalled { get; init; }

    /// <summary>How protected names travel through it.</summary>
    public required PlaceholderStyle Placeholders { get; init; }

    /// <summary>Segments of one request.</summary>
    public required int MaxSegments { get; init; }

    /// <summary>Characters of one request, all segments together.</summary>
    public required int MaxCharacters { get; init; }

    /// <summary>The same text gives the same answer: asking again is pointless, only smaller pieces may help.</summary>
    public bool IsDeterministic { get; init; }

    public required EngineLimits Limits { get; init; }
}
