using Microsoft.Extensions.DependencyInjection.Extensions;
using Newswire.Archiver.Sql;
using Newswire.Contracts;

namespace Newswire.Archiver;

public static class ArchiveServices
{
    /// <summary>
    /// The archive at <paramref name="address"/> as <see cref="IArchive"/>, its translation memory and budgets, and its schema brought up to date
    /// before any other hosted service starts. A program without a host calls <see cref="IArchive.InitializeAsync"/> itself.
    /// </summary>
    /// <exception cref="ArgumentException">The address is none.</exception>
    public static IServiceCollection AddArchive(this IServiceCollection services, string address)
    {
        // Here and not in the factory: a wrong address should stop the program while it is being configured.
        var store = ArchiveFactory.Open(address);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IArchive>(provider => new SqlArchive(store, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new SqlTranslationMemory(store, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ITranslationMemory>(provider => provider.GetRequiredService<SqlTranslationMemory>());
        services.AddSingleton<ITranslationBudgets>(provider => provider.GetRequiredService<SqlTranslationMemory>());
        services.AddHostedService<ArchiveStarter>();
        return services;
    }
}
