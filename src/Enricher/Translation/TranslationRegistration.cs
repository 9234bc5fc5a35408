using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Newswire.Contracts;
using Newswire.Enricher.Translations.Apertium;
using Newswire.Enricher.Translations.Engines;
using Newswire.Enricher.Translations.Text;

namespace Newswire.Enricher.Translations;

/// <summary>Registers translation: <see cref="TranslationPlanner"/>, <see cref="TranslationHandler"/>, <see cref="TranslationMonitor"/> and the engines.</summary>
public static class TranslationRegistration
{
    /// <summary>
    /// An <see cref="ITranslationMemory"/> or <see cref="ITranslationBudgets"/> registered before or after (by the archive) is used; else this process keeps its own.
    /// </summary>
    public static IServiceCollection AddTranslation(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<TranslationOptions>().Bind(configuration.GetSection(TranslationOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TranslationOptions>, TranslationOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<TranslatorNews>();
        services.AddSingleton(CreateEngines);
        services.AddSingleton(s => new EngineChoice(Options(s), s.GetRequiredService<EngineSet>()));
        services.AddSingleton(_ => new OutputValidator(OutputLanguage.Of));
        services.AddSingleton<InProcessStores>();
        services.AddSingleton(s => new BudgetKeeper(
            Options(s), s.GetService<ITranslationBudgets>() ?? s.GetRequiredService<InProcessStores>().Budgets, s.GetRequiredService<TimeProvider>(), s.GetRequiredService<ILogger<BudgetKeeper>>()));
        services.AddSingleton(s => new TranslationPlanner(Options(s), s.GetRequiredService<EngineChoice>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new TranslationHandler(
            Options(s), s.GetRequiredService<EngineChoice>(), s.GetRequiredService<OutputValidator>(), s.GetRequiredService<BudgetKeeper>(),
            s.GetService<ITranslationMemory>() ?? s.GetRequiredService<InProcessStores>().Memory, s.GetRequiredService<TimeProvider>(), s.GetRequiredService<ILogger<TranslationHandler>>()));
        services.AddSingleton(s => new TranslationMonitor(s.GetRequiredService<EngineSet>(), s.GetRequiredService<BudgetKeeper>()));
        services.AddHostedService<TranslationStartup>();
        return services;
    }

    private static TranslationOptions Options(IServiceProvider services) => services.GetRequiredService<IOptions<TranslationOptions>>().Value;

    private static EngineSet CreateEngines(IServiceProvider services)
    {
        var options = Options(services);
        var clock = services.GetRequiredService<TimeProvider>();
        var engines = new EngineSet(options, CreateTranslators(options, clock), clock, services.GetRequiredService<ILogger<EngineSet>>(), services.GetRequiredService<TranslatorNews>());
        engines.DiscoverLocal();
        return engines;
    }

    private static IEnumerable<ITranslator> CreateTranslators(TranslationOptions options, TimeProvider clock)
    {
        if (options.Apertium.Enabled)
            yield return new ApertiumTranslator(options.Apertium, clock);
        if (options.LibreTranslate.Url is not null)
            yield return new LibreTranslateTranslator(options.LibreTranslate, clock);
        if (EngineKeys.Read(options.DeepL.KeyFile, "DEEPL_AUTH_KEY") is { } key)
            yield return new DeepLTranslator(options.DeepL, key, clock);
        if (options.OpenAi.Url is not null)
            yield return new OpenAiTranslator(options.OpenAi, clock);
    }

    /// <summary>What stands in for the archive's stores.</summary>
    private sealed class InProcessStores(IOptions<TranslationOptions> options)
    {
        public InMemoryTranslationMemory Memory { get; } = new(options.Value.Memory.Rows);

        public InMemoryTranslationBudgets Budgets { get; } = new();
    }
}
