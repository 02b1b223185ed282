using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace TranscribeConsole.Web.Health;

/// <summary>Gives a check's answer again for a few seconds: probes come often and from many, and each call to the service is counted and paid.</summary>
internal sealed class RecentAnswer<TCheck>(TCheck check, TimeProvider time) : IHealthCheck, IDisposable
    where TCheck : IHealthCheck
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _one = new(1, 1);
    private (DateTimeOffset At, HealthCheckResult Result)? _last; // guarded by _one

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (_last is { } last && time.GetUtcNow() - last.At < Lifetime) return last.Result;
            var result = await check.CheckHealthAsync(context, cancellationToken);
            _last = (time.GetUtcNow(), result);
            return result;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();
}
