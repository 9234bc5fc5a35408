using Newswire.Contracts;

namespace Newswire.Enricher.Translations;

/// <summary>How translation stands in this process, for <c>newswire status</c>.</summary>
public sealed record TranslationStatus(IReadOnlyList<EngineStatus> Engines, IReadOnlyList<BudgetState> Budgets, bool IsWanted)
{
    /// <summary>"none" when nothing can translate: a healthy state, worth a note.</summary>
    public string Note => Engines.Any(e => e.IsReady && e.Pairs != 0) ? string.Join(", ", Engines.Where(e => e.IsReady && e.Pairs != 0).Select(e => e.Name)) : "none";

    /// <summary>What to do about "none"; null when something can translate or nothing is to be translated.</summary>
    public string? Advice => IsWanted && Note == "none" ? EngineChoice.InstallHint : null;

    /// <summary>Note and advice in one line.</summary>
    public string Describe() => Advice is { } advice ? $"{Note} ({advice})" : Note;

    /// <summary>An engine is configured wrongly and needs an operator.</summary>
    public bool NeedsOperator => Engines.Any(e => e.NeedsOperator);
}

/// <param name="Pairs">-1: any pair.</param>
/// <param name="Breaker">closed, open, halfopen or isolated.</param>
public sealed record EngineStatus(
    string Name, string Tier, bool IsLocal, bool IsReady, string? Version, int Pairs, string Breaker, DateTimeOffset? OffUntil, string? Problem, bool NeedsOperator, long MemoryHits, long MemoryMisses)
{
    /// <summary>Share of segments that were remembered, 0 to 1; null before the first.</summary>
    public double? HitRate => MemoryHits + MemoryMisses == 0 ? null : (double)MemoryHits / (MemoryHits + MemoryMisses);
}

/// <summary>Reads the status.</summary>
public sealed class TranslationMonitor
{
    private readonly EngineSet _engines;
    private readonly BudgetKeeper _budgets;

    internal TranslationMonitor(EngineSet engines, BudgetKeeper budgets)
    {
        _engines = engines;
        _budgets = budgets;
    }

    /// <summary>Asks engines again only when their last answer is old.</summary>
    public async Task<TranslationStatus> ReadAsync(CancellationToken cancellationToken)
    {
        await _engines.DiscoverAsync(cancellationToken);
        return new TranslationStatus([.. _engines.All.Select(Describe)], await _budgets.ReadAsync(cancellationToken), _engines.IsWanted);
    }

    private static EngineStatus Describe(Engine engine)
    {
        var catalog = engine.LastCatalog;
        var (hits, misses) = engine.Memory;
        return new EngineStatus(
            engine.Name, engine.Traits.Tier, engine.Traits.IsLocal, catalog?.IsReady == true, catalog?.Version,
            catalog?.AnyPair == true ? -1 : catalog?.Routes.Count ?? 0, engine.Pipeline.Breaker.ToString().ToLowerInvariant(),
            engine.Health.Off?.Until, engine.Health.Off?.Reason.Message ?? catalog?.Problem, engine.Health.NeedsOperator, hits, misses);
    }
}
