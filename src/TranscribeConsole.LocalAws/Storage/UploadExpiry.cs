using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace TranscribeConsole.LocalAws.Storage;

/// <summary>Removes multipart uploads that nobody ended within <see cref="LocalAwsOptions.UploadExpiryDays"/>, at start and every hour.</summary>
internal sealed partial class UploadExpiry(MultipartStore uploads, LocalAwsOptions options, TimeProvider time, ILogger<UploadExpiry> logger)
    : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        do
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException) // the next hour tries again
            {
                Log.Failed(logger, e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Removes every expired upload.</summary>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        var removed = await uploads.AbortBegunBeforeAsync(time.GetUtcNow().AddDays(-options.UploadExpiryDays), cancellationToken);
        if (removed > 0) Log.Removed(logger, removed, options.UploadExpiryDays);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Removed {Count} multipart uploads that nobody completed or aborted within {Days} days.")]
        public static partial void Removed(ILogger logger, int count, int days);

        [LoggerMessage(LogLevel.Error, "Expired multipart uploads could not be removed; trying again in an hour.")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
