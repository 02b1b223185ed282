using Microsoft.Extensions.Diagnostics.HealthChecks;
using TranscribeConsole.LocalAws.Recognition;

namespace TranscribeConsole.Web.Health;

/// <summary>Whether the local recogniser is installed. Without it uploads and results still work, so it is no reason for 503.</summary>
internal sealed class RecogniserCheck(RecogniserProbe probe) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var status = probe.Probe();
        return Task.FromResult(status.IsReady
            ? HealthCheckResult.Healthy($"{status.Engine} {status.Version}, {status.Model}, is installed.")
            : HealthCheckResult.Degraded(status.Problem));
    }
}
