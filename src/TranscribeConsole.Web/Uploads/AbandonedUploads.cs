using TranscribeConsole.Services.Aws;
using TranscribeConsole.Services.Media;

namespace TranscribeConsole.Web.Uploads;

/// <summary>Aborts every hour what was begun over 24 hours ago and never completed, so that its parts cost no more storage.</summary>
internal sealed partial class AbandonedUploads(MediaUploads uploads, IHostApplicationLifetime application, TimeProvider time, ILogger<AbandonedUploads> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Not while the application starts: when that fails, on a port that is taken, there is one line to read and not a broken call besides.
        var started = new TaskCompletionSource();
        await using var registration = application.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(Interval, time);
        do await AbortAsync(stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task AbortAsync(CancellationToken cancellationToken)
    {
        try
        {
            await uploads.AbortAbandonedAsync(cancellationToken);
        }
        catch (AwsFailureException e) when (e.Kind == AwsFailureKind.NotFound)
        {
            // The bucket is made on first use: nobody has uploaded yet.
        }
        catch (AwsFailureException e)
        {
            Log.Failed(logger, e);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Could not look for abandoned uploads; the next attempt is in an hour.")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
