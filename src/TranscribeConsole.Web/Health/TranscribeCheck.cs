using Microsoft.Extensions.Diagnostics.HealthChecks;
using TranscribeConsole.Services.Aws;
using TranscribeConsole.Services.Jobs;

namespace TranscribeConsole.Web.Health;

/// <summary>Whether jobs can be listed.</summary>
internal sealed class TranscribeCheck(AccountJobs account) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await account.Jobs.ListAsync(new JobQuery(PageSize: 1), cancellationToken);
            return HealthCheckResult.Healthy("Transcribe answers.");
        }
        catch (AwsFailureException e) when (e.Kind == AwsFailureKind.Throttled)
        {
            return HealthCheckResult.Degraded(e.Message);
        }
        catch (AwsFailureException e)
        {
            return HealthCheckResult.Unhealthy(e.Message);
        }
    }
}
