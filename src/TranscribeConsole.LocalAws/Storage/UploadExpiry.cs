using Microsoft.Extensions.Logging;

namespace TranscribeConsole.LocalAws.Storage;

/// <summary>Removes multipart uploads that nobody ended within <see cref="LocalAwsOptions.UploadExpiryDays"/>.</summary>
internal sealed partial class UploadExpiry(MultipartStore uploads, LocalAwsOptions options, TimeProvider time, ILogger<UploadExpiry> logger)
    : HourlySweep("multipart uploads", time, logger)
{
    private readonly TimeProvider _time = time;
    private readonly ILogger _logger = logger;

    public override async Task SweepAsync(CancellationToken cancellationToken)
    {
        var removed = await uploads.AbortBegunBeforeAsync(_time.GetUtcNow().AddDays(-options.UploadExpiryDays), cancellationToken);
        if (removed > 0) Log.Removed(_logger, removed, options.UploadExpiryDays);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Removed {Count} multipart uploads that nobody completed or aborted within {Days} days.")]
        public static partial void Removed(ILogger logger, int count, int days);
    }
}
