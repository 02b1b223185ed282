using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace TranscribeConsole.Web.Health;

/// <summary>Whether a data directory can still be written: writes and removes a small file.</summary>
/// <param name="setting">Key of the setting that names the directory, for the sentence.</param>
internal sealed class DirectoryCheck(string setting, string path) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var probe = Path.Combine(path, $"probe-{Guid.NewGuid():N}");
        try
        {
            await File.WriteAllTextAsync(probe, "probe", cancellationToken);
            File.Delete(probe);
            return HealthCheckResult.Healthy($"The directory of {setting} can be written.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return HealthCheckResult.Unhealthy($"The directory of {setting} can't be written: {e.Message}", e);
        }
    }
}
