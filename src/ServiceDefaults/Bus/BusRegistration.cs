using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Newswire.Contracts;
using Newswire.ServiceDefaults.Failures;

namespace Newswire.ServiceDefaults.Bus;

/// <summary>Registers what every process has of the bus.</summary>
internal static class BusRegistration
{
    public static void AddBus(this NewswireBuilder newswire)
    {
        newswire.Options<BusOptions>(BusOptions.Section);
        var services = newswire.Services;
        services.AddSingleton(p => BusAddress.Parse(p.GetRequiredService<IOptions<BusOptions>>().Value.Address));
        services.AddSingleton(p => new PipelineTopology(p.GetRequiredService<IOptions<BusOptions>>().Value));
        services.AddSingleton<DispatchPublisher>();
        services.AddSingleton<QueueDepths>();
        services.AddSingleton<MessageReturn>();
        services.AddSingleton<TranslationBacklog>();
        services.AddSingleton<PublishWatchdog>();
        services.AddSingleton<FailureReport>();
        services.AddSingleton<BusGate>();
        services.AddSingleton<BusProbe>();
        services.AddSingleton(newswire.Endpoints);
        services.AddSingleton<PipelineBus>();
        services.AddSingleton<IRedelivery>(p => p.GetRequiredService<BusAddress>().IsMemory
            ? ActivatorUtilities.CreateInstance<MemoryRedelivery>(p)
            : ActivatorUtilities.CreateInstance<RabbitRedelivery>(p));
        services.AddHostedService<BusStartup>();
        services.AddHostedService<ConsumerWatchdog>();
    }
}
