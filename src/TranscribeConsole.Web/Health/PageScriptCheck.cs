using Microsoft.Extensions.Diagnostics.HealthChecks;
using TranscribeConsole.Web.Composition;

namespace TranscribeConsole.Web.Health;

/// <summary>Whether the script without which every page is dead is served with its bytes.</summary>
internal sealed class PageScriptCheck(PageScript script) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await script.FaultAsync(cancellationToken) is { } fault
            ? HealthCheckResult.Unhealthy(fault)
            : HealthCheckResult.Healthy("The page's script is served with its bytes.");
}
