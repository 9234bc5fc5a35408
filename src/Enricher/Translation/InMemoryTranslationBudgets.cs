using System.Collections.Concurrent;
using Newswire.Contracts;

namespace Newswire.Enricher.Translations;

/// <summary>Budgets of a worker whose archive keeps none: they start again with the process.</summary>
public sealed class InMemoryTranslationBudgets : ITranslationBudgets
{
    private readonly ConcurrentDictionary<(string Account, string Month), long> _spent = new();

    public Task<long> SpentAsync(string account, string month, CancellationToken cancellationToken)
        => Task.FromResult(_spent.GetValueOrDefault((account, month)));

    public Task AddAsync(string account, string month, long characters, CancellationToken cancellationToken)
    {
        _spent.AddOrUpdate((account, month), characters, (_, before) => before + characters);
        return Task.CompletedTask;
    }
}
