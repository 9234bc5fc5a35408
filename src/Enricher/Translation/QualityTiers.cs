namespace Newswire.Enricher.Translations;

/// <summary>gist (triage and search) is below neural and llm, which are equal, and these are below human.</summary>
public static class QualityTiers
{
    public static bool IsKnown(string tier) => Rank(tier) > 0;

    /// <summary>Whether an engine of this tier is good enough; no minimum accepts any.</summary>
    public static bool Suffices(string tier, string? minimum) => minimum is null || Rank(tier) >= Rank(minimum);

    private static int Rank(string tier) => tier switch { "gist" => 1, "neural" or "llm" => 2, "human" => 3, _ => 0 };
}
