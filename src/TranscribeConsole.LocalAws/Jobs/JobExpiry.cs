using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace TranscribeConsole.LocalAws.Jobs;

/// <summary>Removes jobs past <see cref="JobStore.Retention"/>, at start and every hour.</summary>
internal sealed partial class JobExpiry(JobStore jobs, JobRemoval removal, TimeProvider time, ILogger<JobExpiry> logger) : BackgroundService
{
    private const int Batch = 100;
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

    /// <summary>Removes every expired job.</summary>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        while (jobs.Expired(Batch) is { Count: > 0 } expired)
        {
            foreach (var job in expired) await removal.RemoveAsync(job, cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "Expired jobs could not be removed; trying again in an hour.")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
