using Newswire.Contracts;
using Newswire.Enricher.Translations.Text;

namespace Newswire.Enricher.Translations;

/// <summary>Names of memory entries: all that could change a translation is in the hash.</summary>
internal static class MemoryKey
{
    /// <summary>Versions of what we do to text before and after an engine; in the record as provenance.profile.</summary>
    public static string Profile { get; } = DispatchIdentity.TextHash($"chunk/1\n{SegmentPreparer.Version}\n{OutputValidator.Version}\nstream/1");

    public static string Of(Engine engine, TranslatorCatalog catalog, TranslationLeg leg, string masked) => DispatchIdentity.TextHash(
        string.Join('\u001F', engine.Name, catalog.Version, leg.Name, catalog.Model, catalog.Glossary, Profile, leg.Pair.Source, leg.Pair.Target, "text", masked))[7..];
}
