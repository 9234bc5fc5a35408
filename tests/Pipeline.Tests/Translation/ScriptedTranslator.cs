using Newswire.Enricher.Translations;
using Newswire.Enricher.Translations.Resilience;
using Newswire.Enricher.Translations.Text;

namespace Newswire.Pipeline.Tests.Translations;

/// <summary>An engine in process that answers by a function.</summary>
internal sealed class ScriptedTranslator(string name, Func<TranslatorRequest, TranslatorAnswer> answer) : ITranslator
{
    public string Name => name;

    public string Tier { get; init; } = "gist";

    public bool IsLocal { get; init; } = true;

    /// <summary>From French to English without a pivot.</summary>
    public static TranslatorCatalog Direct { get; } = new()
    {
        IsReady = true,
        Version = "1",
        Routes = new Dictionary<LanguagePair, IReadOnlyList<TranslationLeg>> { [new("fr", "en")] = [new("fr-en 1", "fr-en", new("fr", "en"))] },
    };

    /// <summary>Default: French to English and Spanish by Catalan.</summary>
    public TranslatorCatalog Catalog { get; set; } = new()
    {
        IsReady = true,
        Version = "1",
        Routes = new Dictionary<LanguagePair, IReadOnlyList<TranslationLeg>>
        {
            [new("fr", "en")] = [new("fr-ca 1", "fr-ca", new("fr", "ca")), new("ca-en 1", "ca-en", new("ca", "en"))],
            [new("fr", "es")] = [new("fr-ca 1", "fr-ca", new("fr", "ca")), new("ca-es 1", "ca-es", new("ca", "es"))],
        },
    };

    public List<TranslatorRequest> Requests { get; } = [];

    public EngineTraits Traits => new()
    {
        Tier = Tier,
        IsLocal = IsLocal,
        IsDeterministic = true,
        IsInstalled = true,
        Placeholders = PlaceholderStyle.Word,
        MaxSegments = 64,
        MaxCharacters = 20_000,
        Limits = EngineDefaults.Apertium(2) with { Retries = 0 },
    };

    public ValueTask<TranslatorCatalog> DiscoverAsync(CancellationToken cancellationToken) => ValueTask.FromResult(Catalog);

    public Task<TranslatorAnswer> TranslateAsync(TranslatorRequest request, CancellationToken cancellationToken)
    {
        lock (Requests)
            Requests.Add(request);
        return Task.FromResult(answer(request));
    }
}
