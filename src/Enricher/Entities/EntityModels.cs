using System.Collections.Frozen;
using Newswire.Contracts;

namespace Newswire.Enricher.Entities;

/// <summary>
/// The models that are built into this assembly, each loaded once when first needed. Five languages have their own; seven more share one model
/// that was trained on all. Safe for concurrent use.
/// </summary>
internal sealed class EntityModels
{
    private static readonly string[] Own = ["fr", "nl", "de", "en", "es"];
    private static readonly string[] Shared = ["it", "pt", "nb", "nn", "no", "fi", "ro", "ru"];

    private readonly FrozenDictionary<string, Lazy<EntityModel>> _byLanguage;
    private readonly Lazy<Gazetteer> _gazetteer = new(() => Gazetteer.Load(Open("entities.gazetteer")));

    public EntityModels()
    {
        var multilingual = new Lazy<EntityModel>(() => Load("xx"));
        var byLanguage = Own.ToDictionary(l => l, l => new Lazy<EntityModel>(() => Load(l)), StringComparer.Ordinal);
        foreach (var language in Shared)
        {
            byLanguage[language] = multilingual;
        }

        _byLanguage = byLanguage.ToFrozenDictionary(StringComparer.Ordinal);
    }

    public Gazetteer Gazetteer => _gazetteer.Value;

    /// <summary>The model for a BCP 47 tag, by its language; null when there is none.</summary>
    public EntityModel? For(string languageTag) => _byLanguage.TryGetValue(LanguageTag.Primary(languageTag), out var model) ? model.Value : null;

    public bool Has(string languageTag) => _byLanguage.ContainsKey(LanguageTag.Primary(languageTag));

    /// <summary>A data file of this assembly.</summary>
    public static Stream Open(string name) => typeof(EntityModels).Assembly.GetManifestResourceStream(name)
        ?? throw new InvalidOperationException($"The resource {name} is not in the assembly: it was built without its model files.");

    private static EntityModel Load(string name)
    {
        using var file = Open($"entities.{name}.model");
        return EntityModel.Load(file);
    }
}
