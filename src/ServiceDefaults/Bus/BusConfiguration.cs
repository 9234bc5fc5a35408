using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Newswire.Contracts;
using Newswire.ServiceDefaults.Failures;

namespace Newswire.ServiceDefaults.Bus;

/// <summary>The only place that configures MassTransit.</summary>
internal static class BusConfiguration
{
    public static IBusControl Create(IServiceProvider services, IReadOnlyList<PipelineEndpoint> endpoints)
    {
        var address = services.GetRequiredService<BusAddress>();
        if (address.IsMemory)
            return MassTransit.Bus.Factory.CreateUsingInMemory(bus => bus.Configure(services, endpoints, bindContracts: true, (name, e) => bus.ReceiveEndpoint(name, e)));

        var topology = services.GetRequiredService<PipelineTopology>();
        return MassTransit.Bus.Factory.CreateUsingRabbitMq(bus =>
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
            bus.Configure(services, endpoints, bindContracts: false, (name, connect) => bus.ReceiveEndpoint(name, e =>
            {
                foreach (var (key, value) in topology.QueueArguments)
                    e.SetQueueArgument(key, value);
                connect(e);
            }));
        });
    }

    private static void Configure(
        this IBusFactoryConfigurator bus,
        IServiceProvider services,
        IReadOnlyList<PipelineEndpoint> endpoints,
        bool bindContracts,
        Action<string, Action<IReceiveEndpointConfigurator>> receive)
    {
        var topology = services.GetRequiredService<PipelineTopology>();
        var options = services.GetRequiredService<IOptions<BusOptions>>().Value;
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
                var policy = new FailurePolicy(queue, topology, services);
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
                endpoint.Connect(e, services);
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
