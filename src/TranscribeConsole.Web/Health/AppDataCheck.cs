using Microsoft.Extensions.Diagnostics.HealthChecks;
using TranscribeConsole.Web.Composition;

namespace TranscribeConsole.Web.Health;

/// <summary>Whether the application's own directory can still be written.</summary>
internal sealed class AppDataCheck(AppDataDirectory directory) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await directory.ProbeAsync(cancellationToken);
            return HealthCheckResult.Healthy("The application's data directory can be written.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return HealthCheckResult.Unhealthy($"The application's data directory (App:DataDirectory) can't be written: {e.Message}", e);
        }
    }
}
