using Microsoft.Extensions.Diagnostics.HealthChecks;
using Newswire.Contracts;

namespace Newswire.Archiver;

/// <summary>Ready as long as the archive answers a question.</summary>
internal sealed class ArchiveHealthCheck(IArchive archive) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await archive.StatesAsync([Guid.Empty], cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (OutageException e)
        {
            return HealthCheckResult.Unhealthy(e.Message);
        }
    }
}
