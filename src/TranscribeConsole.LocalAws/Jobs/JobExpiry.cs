using Microsoft.Extensions.Logging;
using TranscribeConsole.LocalAws.Storage;

namespace TranscribeConsole.LocalAws.Jobs;

/// <summary>Removes jobs past <see cref="JobStore.Retention"/>.</summary>
internal sealed class JobExpiry(JobStore jobs, JobRemoval removal, TimeProvider time, ILogger<JobExpiry> logger) : HourlySweep("jobs", time, logger)
{
    private const int Batch = 100;

    public override async Task SweepAsync(CancellationToken cancellationToken)
    {
        while (jobs.Expired(Batch) is { Count: > 0 } expired)
        {
            foreach (var job in expired) await removal.RemoveAsync(job, cancellationToken);
        }
    }
}
