using TranscribeConsole.Data;
using TranscribeConsole.Services.Aws;

namespace TranscribeConsole.Services.Jobs;

/// <summary>Deletes many jobs one after the other, at a pace that leaves the account room; a job that fails does not stop the others.</summary>
public sealed class JobDeletions(TranscriptionJobs jobs, DeletionPace pace, TimeProvider time)
{
    private const int Tries = 4;

    private static readonly TimeSpan FirstRest = TimeSpan.FromSeconds(2);

    /// <summary>Deletes what is not deleted yet; called again, it tries the failed ones anew.</summary>
    /// <param name="changed">Called after each change of a state.</param>
    public async Task RunAsync(IReadOnlyList<JobDeletion> deletions, Action changed, CancellationToken cancellationToken)
    {
        var open = deletions.Where(deletion => deletion.State != DeletionState.Deleted).ToArray();
        foreach (var deletion in open) Set(deletion, DeletionState.Waiting, null);
        changed();
        foreach (var deletion in open)
        {
            Set(deletion, DeletionState.Deleting, null);
            changed();
            try
            {
                await DeleteAsync(deletion.Job.Name, cancellationToken);
                Set(deletion, DeletionState.Deleted, null);
            }
            catch (AwsFailureException e)
            {
                Set(deletion, DeletionState.Failed, e.Message);
            }
            catch (Exception e) when (DatabaseFailure.Of(e) is not null)
            {
                Set(deletion, DeletionState.Failed, "The console's database could not be used. The job may be deleted; try again.");
            }

            changed();
        }
    }

    // Somebody else uses up the quota: rest, longer each time, before it is called a failure.
    private async Task DeleteAsync(string name, CancellationToken cancellationToken)
    {
        var rest = FirstRest;
        for (var tried = 1; ; tried++, rest *= 2)
        {
            await pace.WaitAsync(cancellationToken);
            try
            {
                await jobs.DeleteAsync(name, cancellationToken);
                return;
            }
            catch (AwsFailureException e) when (e.Kind == AwsFailureKind.Throttled && tried < Tries)
            {
                await Task.Delay(rest, time, cancellationToken);
            }
        }
    }

    private static void Set(JobDeletion deletion, DeletionState state, string? error) => (deletion.State, deletion.Error) = (state, error);
}
