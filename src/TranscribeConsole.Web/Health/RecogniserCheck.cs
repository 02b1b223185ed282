using Microsoft.Extensions.Diagnostics.HealthChecks;
using TranscribeConsole.LocalAws.Recognition;

namespace TranscribeConsole.Web.Health;

/// <summary>Whether the local backend's recogniser can be used. Without it uploads and results still work, so it is no reason for 503.</summary>
internal sealed class RecogniserCheck(RecogniserProbe probe) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var status = await probe.ProbeAsync(cancellationToken);
        if (status.Problem is { } problem) return HealthCheckResult.Degraded(problem);
        return HealthCheckResult.Healthy(status.Version is null
            ? $"{status.Engine} answers."
            : $"{status.Engine} {status.Version}, {status.Model}, is installed.");
    }
}
