using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TranscribeConsole.Data;

namespace TranscribeConsole.Services.Audit;

/// <summary>Removes every day what is older than the settings want it kept.</summary>
public sealed partial class AuditRetention(IDbContextFactory<AppDatabase> databases, AuditSettings settings, TimeProvider clock, ILogger<AuditRetention> logger) : BackgroundService
{
    // Others write between two of them.
    private const int Chunk = 5_000;

    private static readonly TimeSpan Interval = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            try
            {
                await RemoveAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested && DatabaseFailure.IsOne(e))
            {
                Log.Failed(logger, e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    internal async Task RemoveAsync(CancellationToken cancellationToken)
    {
        var oldest = clock.GetUtcNow() - TimeSpan.FromDays(settings.RetentionDays);
        int removed, all = 0;
        do
        {
            await using var database = await databases.CreateDbContextAsync(cancellationToken);
            removed = await database.AuditEntries.Where(e => e.At < oldest).OrderBy(e => e.At).Take(Chunk).ExecuteDeleteAsync(cancellationToken);
            all += removed;
        }
        while (removed == Chunk);
        if (all > 0) Log.Removed(logger, all, settings.RetentionDays);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Removed {Count} entries of the audit that were older than {Days} days.")]
        public static partial void Removed(ILogger logger, int count, int days);

        [LoggerMessage(LogLevel.Warning, "Could not remove old entries of the audit; the next attempt is tomorrow.")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
