using MassTransit;

namespace Newswire.ServiceDefaults.Bus;

/// <summary>A queue that this process works on.</summary>
/// <param name="Suffix">Name of the queue without the prefix.</param>
/// <param name="Contract">What it carries.</param>
/// <param name="Prefetch">Deliveries taken ahead.</param>
/// <param name="Concurrency">Messages in work at once.</param>
/// <param name="Connect">Connects the consumer.</param>
public sealed record PipelineEndpoint(
    string Suffix,
    Type Contract,
    Func<BusOptions, int> Prefetch,
    Func<BusOptions, int> Concurrency,
    Action<IReceiveEndpointConfigurator, IServiceProvider> Connect);
