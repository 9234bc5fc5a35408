using Newswire.Contracts;

namespace Newswire.Enricher.Translations;

/// <summary>
/// Which engines may have a text, by quality and by where the text may go; the same rules when planning and when translating.
/// </summary>
internal sealed class EngineChoice(TranslationOptions options, EngineSet engines)
{
    public const string InstallHint = "no translation engine found; install apertium-fra-cat apertium-spa-cat apertium-eng-spa or configure one";

    /// <summary>any, local or none for a feed.</summary>
    public string EgressOf(string feed) => ByName(options.Egress, feed) ?? "any";

    public string? MinQualityOf(string target) => ByName(options.MinQuality, target) ?? ByName(options.MinQuality, LanguageTag.Primary(target));

    /// <summary>Stricter of two policies.</summary>
    public static string Stricter(string one, string other)
        => one == "none" || other == "none" ? "none" : one == "local" || other == "local" ? "local" : "any";

    /// <summary>Engines to try in order; when there are none, why.</summary>
    public (IReadOnlyList<Engine> Engines, TranslationError? Error, string? WithheldReason) For(LanguagePair pair, string egress, string? minQuality)
    {
        if (egress == "none")
            return ([], null, "policy");
        var chain = engines.ChainOf(pair).Where(e => e.Supports(pair) != false).ToList();
        if (engines.IsEmpty)
            return ([], Error("no-engine", InstallHint), null);
        if (chain.Count == 0)
            return ([], Error("no-route", $"no engine translates {pair}"), null);
        var good = chain.Where(e => QualityTiers.Suffices(e.Traits.Tier, minQuality)).ToList();
        if (good.Count == 0)
            return ([], Error("below-min-quality", $"{pair} must be {minQuality}, the best engine is {chain[0].Traits.Tier}"), null);
        var allowed = egress == "local" ? good.Where(e => e.Traits.IsLocal).ToList() : good;
        return allowed.Count > 0 ? (allowed, null, null) : ([], null, "policy");
    }

    public static TranslationError Error(string kind, string message, string? code = null, string? engine = null)
        => new() { Class = kind, Code = code, Engine = engine, Message = message.Length > 200 ? message[..200] : message };

    private static string? ByName(IDictionary<string, string> values, string name)
        => values.TryGetValue(name, out var value) || values.TryGetValue("*", out value) ? value : null;
}
