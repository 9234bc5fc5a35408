using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Newswire.Collector.Sources;
using Newswire.ServiceDefaults;
using Newswire.ServiceDefaults.RawStore;

namespace Newswire.Collector;

/// <summary>The collector: sources in, <c>DispatchReceived</c> out.</summary>
public static class CollectorRole
{
    public static NewswireBuilder AddCollector(this NewswireBuilder newswire)
    {
        newswire.AddIntake();
        foreach (var section in newswire.Configuration.GetSection("Sources").GetChildren().Where(s => s["Folder"] is { Length: > 0 }))
            newswire.AddFolder(section);
        newswire.Services.AddHostedService<CollectWorker>();
        return newswire;
    }

    /// <summary>What takes single dispatches in, without any source of its own.</summary>
    public static NewswireBuilder AddIntake(this NewswireBuilder newswire)
    {
        newswire.Options<CollectorOptions>(CollectorOptions.Section);
        newswire.Services.TryAddSingleton<IDeliveryGuarantee, BrokerGuarantee>();
        newswire.Services.TryAddSingleton<IRawStore>(p => new FolderRawStore(
            p.GetRequiredService<IOptions<CollectorOptions>>().Value.ClaimCheckFolder ?? Path.Combine("data", "claim-checks")));
        newswire.Services.AddSingleton<DispatchIntake>();
        return newswire;
    }

    private static void AddFolder(this NewswireBuilder newswire, IConfigurationSection section)
    {
        newswire.Services.AddOptions<FolderSourceOptions>(section.Key).Bind(section).ValidateDataAnnotations().ValidateOnStart();
        newswire.Services.AddSingleton<ISource>(p => new FolderSource(
            section.Key,
            p.GetRequiredService<IOptionsMonitor<FolderSourceOptions>>().Get(section.Key),
            p.GetRequiredService<IOptions<CollectorOptions>>().Value.MaxBytes,
            p.GetRequiredService<TimeProvider>(),
            p.GetRequiredService<ILogger<FolderSource>>()));
    }
}
