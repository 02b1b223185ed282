using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using TranscribeConsole.Data;

namespace TranscribeConsole.Web.Health;

/// <summary>Whether the application's own database can be written. Without it nobody signs in and nothing that people add is kept.</summary>
internal sealed class DatabaseCheck(IDbContextFactory<AppDatabase> databases) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var database = await databases.CreateDbContextAsync(cancellationToken);
            await database.ProbeAsync(cancellationToken);
            return HealthCheckResult.Healthy("The database answers.");
        }
        catch (Exception e) when (DatabaseFailure.Of(e) is { } failure)
        {
            return HealthCheckResult.Unhealthy(failure.Advice); // with the reason; its stack is in the log already
        }
    }
}
