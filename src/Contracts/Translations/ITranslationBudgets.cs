namespace Newswire.Contracts;

/// <summary>
/// Characters sent to paid engines, by month; in the archive's database, so that all workers share one account. Concurrent use may overdraw by what is
/// in flight. Failures throw; a budget that cannot be read counts as used up.
/// </summary>
public interface ITranslationBudgets
{
    /// <summary>Characters used; <paramref name="account"/> is "engine/feed" or "engine/*", <paramref name="month"/> is yyyy-MM in UTC.</summary>
    Task<long> SpentAsync(string account, string month, CancellationToken cancellationToken);

    Task AddAsync(string account, string month, long characters, CancellationToken cancellationToken);
}
