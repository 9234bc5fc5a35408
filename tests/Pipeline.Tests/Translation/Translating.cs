using Microsoft.Extensions.Logging.Abstractions;
using Newswire.Contracts;
using Newswire.Enricher.Translations;
using Newswire.Enricher.Translations.Text;

namespace Newswire.Pipeline.Tests.Translations;

/// <summary>Handler and planner over given engines, as the registration builds them.</summary>
internal sealed class Translating : IAsyncDisposable
{
    private Translating(TranslationOptions options, IEnumerable<ITranslator> translators, TimeProvider clock, ITranslationMemory memory, ITranslationBudgets budgets)
    {
        Engines = new EngineSet(options, translators, clock, NullLogger<EngineSet>.Instance, News);
        var choice = new EngineChoice(options, Engines);
        var keeper = new BudgetKeeper(options, budgets, clock, NullLogger<BudgetKeeper>.Instance);
        Handler = new TranslationHandler(options, choice, new OutputValidator(), keeper, memory, clock, NullLogger<TranslationHandler>.Instance);
        Planner = new TranslationPlanner(options, choice, clock);
        Monitor = new TranslationMonitor(Engines, keeper);
    }

    public EngineSet Engines { get; }

    public TranslatorNews News { get; } = new();

    public TranslationHandler Handler { get; }

    public TranslationPlanner Planner { get; }

    public TranslationMonitor Monitor { get; }

    public static Translating With(
        IEnumerable<ITranslator> translators, TranslationOptions? options = null, TimeProvider? clock = null, ITranslationMemory? memory = null, ITranslationBudgets? budgets = null)
        => new(options ?? new TranslationOptions(), translators, clock ?? TimeProvider.System, memory ?? new InMemoryTranslationMemory(10_000), budgets ?? new InMemoryTranslationBudgets());

    public static TranslateDispatch Command(string source, string target, string? headline, string[] body, params string[] names) => new()
    {
        DispatchId = DispatchIdentity.ForDispatch("belga", System.Text.Encoding.UTF8.GetBytes(headline + string.Concat(body))),
        ItemIndex = 0,
        Uri = "urn:newswire:belga:0042",
        Version = "3",
        Feed = "belga",
        ContentHash = TranslationHash.OfContent(headline, body),
        Source = source,
        Target = target,
        Headline = headline,
        Body = body,
        Protected = [.. names.Select(n => new ProtectedName { Text = n, Key = n.ToLowerInvariant(), Spans = [] })],
    };

    public ValueTask DisposeAsync() => Engines.DisposeAsync();
}
