using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace TranscribeConsole.LocalAws.Storage;

/// <summary>Removes what has expired, at start and every hour. A failure is logged, and the next hour tries again.</summary>
/// <param name="what">What is removed, in the plural, for the log.</param>
internal abstract partial class HourlySweep(string what, TimeProvider time, ILogger logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromHours(1);

    /// <summary>Removes everything that has expired by now.</summary>
    public abstract Task SweepAsync(CancellationToken cancellationToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        do
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Log.Failed(logger, what, e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "Expired {What} could not be removed; trying again in an hour.")]
        public static partial void Failed(ILogger logger, string what, Exception exception);
    }
}
