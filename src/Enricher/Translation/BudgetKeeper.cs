using System.Globalization;
using Microsoft.Extensions.Logging;
using Newswire.Contracts;

namespace Newswire.Enricher.Translations;

/// <summary>Monthly limits of characters, by engine and feed.</summary>
internal sealed class BudgetKeeper(TranslationOptions options, ITranslationBudgets budgets, TimeProvider clock, ILogger<BudgetKeeper> logger)
{
    /// <summary>Null when the text fits; else the outcome that sends the chain on, until the month is over.</summary>
    public async Task<TranslatorAnswer?> CheckAsync(string engine, string feed, int characters, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        foreach (var (account, limit) in AccountsOf(engine, feed))
        {
            try
            {
                if (await budgets.SpentAsync(account, Month(now), cancellationToken) + characters <= limit)
                    continue;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                TranslationLog.BudgetFailed(logger, engine, e);
                return TranslatorAnswer.Fail(TranslatorOutcome.Transient, "budget-unknown", "the budget cannot be read");
            }
            return TranslatorAnswer.Fail(TranslatorOutcome.QuotaExhausted, "budget", $"the monthly budget {account} is used up") with { Until = NextMonth(now) };
        }
        return null;
    }

    public async Task SpendAsync(string engine, string feed, int characters, CancellationToken cancellationToken)
    {
        if (characters <= 0)
            return;
        foreach (var (account, _) in AccountsOf(engine, feed))
            await budgets.AddAsync(account, Month(clock.GetUtcNow()), characters, cancellationToken);
    }

    /// <summary>All accounts with what is spent and allowed this month.</summary>
    public async Task<IReadOnlyList<BudgetState>> ReadAsync(CancellationToken cancellationToken)
    {
        var states = new List<BudgetState>();
        foreach (var (engine, feeds) in options.MonthlyCharacters)
        {
            foreach (var (feed, limit) in feeds)
            {
                var account = $"{engine.ToLowerInvariant()}/{feed}";
                states.Add(new BudgetState(account, await budgets.SpentAsync(account, Month(clock.GetUtcNow()), cancellationToken), limit));
            }
        }
        return states;
    }

    private IEnumerable<(string Account, long Limit)> AccountsOf(string engine, string feed)
    {
        if (!options.MonthlyCharacters.TryGetValue(engine, out var feeds))
            yield break;
        foreach (var name in new[] { feed, "*" })
        {
            if (feeds.TryGetValue(name, out var limit))
                yield return ($"{engine}/{name}", limit);
        }
    }

    private static string Month(DateTimeOffset now) => now.UtcDateTime.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private static DateTimeOffset NextMonth(DateTimeOffset now)
        => new DateTimeOffset(now.UtcDateTime.Year, now.UtcDateTime.Month, 1, 0, 0, 0, TimeSpan.Zero).AddMonths(1);
}

/// <summary>One monthly account: "engine/feed" or "engine/*".</summary>
public sealed record BudgetState(string Account, long Spent, long Limit);
