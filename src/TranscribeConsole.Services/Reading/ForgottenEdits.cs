using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TranscribeConsole.Data;
using TranscribeConsole.Services.Access;
using TranscribeConsole.Services.Aws;
using TranscribeConsole.Services.Jobs;
using TranscribeConsole.Services.Limits;

namespace TranscribeConsole.Services.Reading;

/// <summary>Looks every hour whether the jobs that people corrected are still there, and forgets the corrections and names of those that are not, and the owners of jobs whose time is over.</summary>
/// <remarks>
/// A job may be deleted by anybody, and goes by itself when its time is over. Only jobs of this account and Region are asked for: with another profile
/// every job would seem to be gone.
/// </remarks>
internal sealed partial class ForgottenEdits(
    TranscriptEditing editing, AccountJobs jobs, AwsAccount account, ServiceLimits limits, TimeProvider clock, ILogger<ForgottenEdits> logger,
    JobOwners? owners = null) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested && (e is AwsFailureException || DatabaseFailure.IsOne(e)))
            {
                Log.Failed(logger, e);
            }
        }
    }

    internal async Task SweepAsync(CancellationToken cancellationToken)
    {
        if (owners is not null) await owners.ForgetBeforeAsync(clock.GetUtcNow() - Retention, cancellationToken);
        var edited = await editing.JobsAsync(null, cancellationToken);
        if (edited.Count == 0) return;
        var origin = editing.Origin(await account.IdAsync(cancellationToken));
        var pause = TimeSpan.FromSeconds(4.0 / limits.Quotas.GetRequestsPerSecond); // a quarter of the quota
        foreach (var job in edited)
        {
            if (await IsGoneAsync(job, origin, cancellationToken)) await editing.ForgetAsync(job, cancellationToken);
            await Task.Delay(pause, clock, cancellationToken);
        }
    }

    private TimeSpan Retention => TimeSpan.FromDays(limits.Quotas.JobRetentionDays + 1);

    private async Task<bool> IsGoneAsync(EditedJob job, string origin, CancellationToken cancellationToken)
    {
        if (clock.GetUtcNow() - job.Created > Retention) return true;
        return job.Origin == origin && !(await jobs.Jobs.FindRowAsync(job.Name, output: null, cancellationToken) is { } row && job.IsOf(row));
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Could not look for corrections of deleted jobs; the next attempt is in an hour.")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
