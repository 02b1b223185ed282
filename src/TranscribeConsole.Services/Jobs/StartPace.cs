using TranscribeConsole.Services.Limits;

namespace TranscribeConsole.Services.Jobs;

/// <summary>Spaces the starts of many jobs, of all users together, to half of the rate that the service grants an account.</summary>
public sealed class StartPace(ServiceLimits limits, TimeProvider time)
{
    private readonly TimeSpan _interval = TimeSpan.FromSeconds(2.0 / limits.Quotas.StartRequestsPerSecond);
    private readonly Lock _lock = new();
    private DateTimeOffset _next; // guarded by _lock

    /// <summary>Returns when it is the caller's turn.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        TimeSpan wait;
        lock (_lock)
        {
            var now = time.GetUtcNow();
            var turn = _next > now ? _next : now;
            _next = turn + _interval;
            wait = turn - now;
        }

        if (wait > TimeSpan.Zero) await Task.Delay(wait, time, cancellationToken);
    }
}
