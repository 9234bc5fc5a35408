using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Newswire.ServiceDefaults.Health;

/// <summary>
/// <c>/health/live</c>: the process answers. <c>/health/ready</c>: the bus is connected and what the role depends on answers; each role
/// adds its own checks with the tag "ready".
/// </summary>
public static class HealthEndpoints
{
    public const string Ready = "ready";

    public static WebApplication MapPipelineHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = c => c.Tags.Contains(Ready), ResponseWriter = WriteAsync });
        return app;
    }

    internal static void AddPipelineHealth(this IServiceCollection services)
        => services.AddHealthChecks().AddCheck<BusHealthCheck>("bus", tags: [Ready]);

    // Names and states only: descriptions can hold addresses.
    private static Task WriteAsync(HttpContext context, HealthReport report)
        => context.Response.WriteAsync(string.Join('\n', report.Entries.Select(e => $"{e.Key}: {e.Value.Status}").Prepend(report.Status.ToString())));
}
