using System.Threading.RateLimiting;
using TranscribeConsole.Web.Options;

namespace TranscribeConsole.Web.Uploads;

/// <summary>
/// Lets four slices of an upload through at a time, and as many of a person and of all as their uploads at a time have; as many more wait, for a
/// connection that broke may still count.
/// </summary>
public sealed class SliceGate : IDisposable
{
    public const int SlicesAtATime = 4;

    private readonly PartitionedRateLimiter<(string UploadId, string Person)> _limiter;

    public SliceGate(LimitsOptions limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        _limiter = PartitionedRateLimiter.CreateChained(
            Of(slice => slice.UploadId, 1), Of(slice => slice.Person, limits.UploadsAtATimePerPerson), Of(_ => "", limits.UploadsAtATime));
    }

    /// <summary>A lease to dispose after the slice; not acquired when too many wait.</summary>
    /// <param name="person">Empty where nobody signs in.</param>
    public ValueTask<RateLimitLease> EnterAsync(string uploadId, string person, CancellationToken cancellationToken) =>
        _limiter.AcquireAsync((uploadId, person), 1, cancellationToken);

    public void Dispose() => _limiter.Dispose();

    private static PartitionedRateLimiter<(string UploadId, string Person)> Of(Func<(string UploadId, string Person), string> key, int uploads) =>
        PartitionedRateLimiter.Create<(string UploadId, string Person), string>(slice => RateLimitPartition.GetConcurrencyLimiter(key(slice), _ => new ConcurrencyLimiterOptions
        {
            PermitLimit = uploads * SlicesAtATime,
            QueueLimit = uploads * SlicesAtATime,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        }));
}
