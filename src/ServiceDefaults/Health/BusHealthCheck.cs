using MassTransit;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Newswire.ServiceDefaults.Bus;

namespace Newswire.ServiceDefaults.Health;

/// <summary>Healthy when the bus is connected and every queue of this process is consumed from.</summary>
internal sealed class BusHealthCheck(PipelineBus bus) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        => Task.FromResult(new HealthCheckResult(bus.Health switch
        {
            BusHealthStatus.Healthy => HealthStatus.Healthy,
            BusHealthStatus.Degraded => HealthStatus.Degraded,
            _ => HealthStatus.Unhealthy,
        }));
}
