namespace TranscribeConsole.Services.Jobs;

/// <summary>Spaces the requests of many jobs, of all users together, to half of the rate that the service grants an account.</summary>
/// <param name="quota">Requests per second that the service grants.</param>
public abstract class RequestPace(int quota, TimeProvider time)
{
    private readonly TimeSpan _interval = TimeSpan.FromSeconds(2.0 / quota);
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
