namespace TranscribeConsole.Services.Jobs;

/// <summary>The transcription jobs of the configured account and Region.</summary>
public sealed class TranscriptionJobs
{
    /// <summary>A page of jobs, newest first.</summary>
    /// <exception cref="Aws.AwsFailureException">With a sentence for the user.</exception>
    public Task<JobPage> ListAsync(JobQuery query, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>The job, or null when there is none of that name.</summary>
    /// <exception cref="Aws.AwsFailureException">With a sentence for the user.</exception>
    public Task<JobDetails?> FindAsync(string name, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Starts a job from a form that has passed its checks and whose <see cref="JobForm.MediaUri"/> is filled.</summary>
    /// <exception cref="Aws.AwsFailureException">Conflict: the name is in use. BadRequest: the service's own reason.</exception>
    public Task<JobRow> StartAsync(JobForm form, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Deletes the job and its service-managed output; stops it where the backend can. No error when it is gone already.</summary>
    /// <exception cref="Aws.AwsFailureException">The service refuses, for example a job that has not ended.</exception>
    public Task DeleteAsync(string name, CancellationToken cancellationToken) => throw new NotImplementedException();
}
