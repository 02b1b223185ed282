using System.Threading.RateLimiting;

namespace TranscribeConsole.Web.Uploads;

/// <summary>Lets four slices of an upload through at a time; as many more wait, for a connection that broke may still count.</summary>
public sealed class SliceGate : IDisposable
{
    public const int SlicesAtATime = 4;

    private readonly PartitionedRateLimiter<string> _limiter = PartitionedRateLimiter.Create<string, string>(uploadId =>
        RateLimitPartition.GetConcurrencyLimiter(uploadId, _ => new ConcurrencyLimiterOptions
        {
            PermitLimit = SlicesAtATime,
            QueueLimit = SlicesAtATime,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        }));

    /// <summary>A lease to dispose after the slice; not acquired when too many wait.</summary>
    public ValueTask<RateLimitLease> EnterAsync(string uploadId, CancellationToken cancellationToken) =>
        _limiter.AcquireAsync(uploadId, 1, cancellationToken);

    public void Dispose() => _limiter.Dispose();
}
