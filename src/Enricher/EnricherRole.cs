using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Newswire.Contracts;
using Newswire.Enricher.Entities;
using Newswire.Enricher.Language;
using Newswire.Enricher.Translations;
using Newswire.Formats;
using Newswire.ServiceDefaults;
using Newswire.ServiceDefaults.RawStore;

namespace Newswire.Enricher;

/// <summary>The enricher: <c>DispatchReceived</c> in, <c>DispatchEnriched</c> out.</summary>
public static class EnricherRole
{
    /// <summary>Enough to keep a pool of pipelines and a slow remote engine busy; each engine bounds itself.</summary>
    private static readonly int TranslationsAtOnce = Math.Max(4, Environment.ProcessorCount);

    public static NewswireBuilder AddEnricher(this NewswireBuilder newswire)
    {
        newswire.AddEnrichment();
        newswire.Options<EnricherOptions>(EnricherOptions.Section);
        newswire.Services.TryAddSingleton<IRawStore>(p => new FolderRawStore(p.GetRequiredService<IOptions<EnricherOptions>>().Value.ClaimCheckFolder));
        return newswire
            .Consume<EnrichConsumer, DispatchReceived>("enrich", o => o.EnricherPrefetch, _ => Environment.ProcessorCount * 2)
            .Consume<TranslateConsumer, TranslateDispatch>("translate", _ => TranslationsAtOnce * 2, _ => TranslationsAtOnce);
    }

    /// <summary>For a worker that stays: engines that are new or back get what could not be translated without them.</summary>
    public static NewswireBuilder AnnounceTranslators(this NewswireBuilder newswire)
    {
        newswire.Services.AddHostedService<TranslatorAnnouncer>();
        return newswire;
    }

    /// <summary>Reading and the models, without any bus.</summary>
    public static NewswireBuilder AddEnrichment(this NewswireBuilder newswire)
    {
        newswire.Options<FormatLimits>("Formats:Limits");
        newswire.Services.TryAddSingleton(p => FormatRegistry.CreateReader(p.GetRequiredService<IOptions<FormatLimits>>().Value, p.GetRequiredService<TimeProvider>()));
        newswire.Services.TryAddSingleton(_ => new LanguageEnricher(LanguageDetector.Default));
        newswire.Services.TryAddSingleton<EntityRecognizer>();
        newswire.Services.AddTranslation(newswire.Configuration);
        newswire.Services.TryAddSingleton<Enrichment>();
        return newswire;
    }
}
