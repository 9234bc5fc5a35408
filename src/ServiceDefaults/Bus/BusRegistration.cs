using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Newswire.Contracts;
using Newswire.ServiceDefaults.Failures;

namespace Newswire.ServiceDefaults.Bus;

/// <summary>The only place that configures MassTransit.</summary>
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
        services.AddHostedService<BusStartup>();

        var address = BusAddress.Parse(newswire.Configuration["Bus:Address"] ?? "memory:");
        var endpoints = newswire.Endpoints;
        services.AddMassTransit(x =>
        {
            if (address.IsMemory)
            {
                services.AddSingleton<IRedelivery, MemoryRedelivery>();
                x.UsingInMemory((context, bus) => bus.Configure(context, endpoints, bindContracts: true, (name, e) => bus.ReceiveEndpoint(name, e)));
            }
            else
            {
                services.AddSingleton<IRedelivery, RabbitRedelivery>();
                x.UsingRabbitMq((context, bus) =>
                {
                    bus.Host(address.Host, address.Port, address.VirtualHost, "newswire", host =>
                    {
                        host.Username(address.User);
                        host.Password(address.Password);
                        host.Heartbeat(TimeSpan.FromSeconds(15));
                        host.PublisherConfirmation = true;
                        if (address.UseTls)
                            host.UseSsl(ssl => ssl.ServerName = address.Host);
                    });
                    var topology = context.GetRequiredService<PipelineTopology>();
                    bus.Configure(context, endpoints, bindContracts: false, (name, connect) => bus.ReceiveEndpoint(name, e =>
                    {
                        foreach (var (key, value) in topology.QueueArguments)
                            e.SetQueueArgument(key, value);
                        connect(e);
                    }));
                });
            }
        });
        // Newswire tells nobody outside what runs where.
        services.Configure<UsageTelemetryOptions>(o => o.Enabled = false);
        // BusStartup starts and stops it, after the topology is declared.
        services.RemoveMassTransitHostedService();
    }

    private static void Configure(
        this IBusFactoryConfigurator bus,
        IBusRegistrationContext context,
        IReadOnlyList<PipelineEndpoint> endpoints,
        bool bindContracts,
        Action<string, Action<IReceiveEndpointConfigurator>> receive)
    {
        var topology = context.GetRequiredService<PipelineTopology>();
        var options = context.GetRequiredService<IOptions<BusOptions>>().Value;
        var serializer = new WireSerializer(bindContracts ? int.MaxValue : WireSerializer.BrokerLimit);
        bus.ClearSerialization();
        bus.AddSerializer(serializer);
        bus.AddDeserializer(serializer, isDefault: true);
        bus.NameExchanges(topology);

        foreach (var endpoint in endpoints)
        {
            var queue = topology.Queue(endpoint.Suffix);
            receive(queue.Name, e =>
            {
                var policy = new FailurePolicy(queue, topology, context);
                // On RabbitMQ the bindings are declared by BusStartup; the in-memory bus has no other place for them.
                e.ConfigureConsumeTopology = bindContracts;
                e.PublishFaults = false;
                e.PrefetchCount = endpoint.Prefetch(options);
                e.ConcurrentMessageLimit = endpoint.Concurrency(options);
                e.ConfigureError(p => p.UseFilter(policy));
                e.ConfigureDeadLetter(p => p.UseFilter(policy));
                e.UseKillSwitch(k => k.SetActivationThreshold(10).SetTripThreshold(0.15).SetRestartTimeout(TimeSpan.FromSeconds(30))
                    // Only an outage is a reason to stop taking messages; a run of bad dispatches is not.
                    .SetExceptionFilter(x => x.Handle<Exception>(FailurePolicy.IsOutage)));
                e.UseMessageRetry(r =>
                {
                    r.Exponential(4, TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(8), TimeSpan.FromMilliseconds(800));
                    r.Ignore<UncurableException>();
                });
                endpoint.Connect(e, context);
            });
        }
    }

    private static void NameExchanges(this IBusFactoryConfigurator bus, PipelineTopology topology)
    {
        bus.Message<DispatchReceived>(m => m.SetEntityName(topology.Exchange(typeof(DispatchReceived))));
        bus.Message<DispatchEnriched>(m => m.SetEntityName(topology.Exchange(typeof(DispatchEnriched))));
        bus.Message<TranslateDispatch>(m => m.SetEntityName(topology.Exchange(typeof(TranslateDispatch))));
        bus.Message<DispatchTranslated>(m => m.SetEntityName(topology.Exchange(typeof(DispatchTranslated))));
        bus.Message<TranslatorReady>(m => m.SetEntityName(topology.Exchange(typeof(TranslatorReady))));
        bus.Message<DispatchArchived>(m => m.SetEntityName(topology.Exchange(typeof(DispatchArchived))));
        bus.Message<DispatchQuarantined>(m => m.SetEntityName(topology.Exchange(typeof(DispatchQuarantined))));
    }
}
