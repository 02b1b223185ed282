using TranscribeConsole.Services.Aws;

namespace TranscribeConsole.Services.Jobs;

/// <summary>
/// Starts a job once. An answer can get lost, between the service and the server or between the server and the page; asked again, the service
/// says that the name is in use. Whether that job is the one that was asked for is then told by its settings.
/// </summary>
public sealed class JobStarter(TranscriptionJobs jobs, TimeProvider time)
{
    /// <param name="askedBefore">The job may be there from an earlier attempt.</param>
    /// <exception cref="AwsFailureException">Conflict: another job has the name. Unavailable: the job may have been started.</exception>
    public async Task StartAsync(JobForm form, bool askedBefore, CancellationToken cancellationToken)
    {
        var begun = time.GetUtcNow();
        try
        {
            await jobs.StartAsync(form, cancellationToken);
        }
        catch (AwsFailureException e) when (e.Kind == AwsFailureKind.Conflict || (askedBefore && e.Kind == AwsFailureKind.Denied))
        {
            // The SDK asks again by itself when a connection breaks: then the job is no older than this call. Denied: what was started before
            // may have been the last that the day's limit allows.
            if (!await IsThereAsync(form, askedBefore ? DateTimeOffset.MinValue : begun, cancellationToken)) throw;
            await jobs.StartedEarlierAsync(form, counted: askedBefore, cancellationToken);
        }
    }

    /// <summary>Whether the form's job is there, with its settings. False also when that can't be told.</summary>
    public Task<bool> IsThereAsync(JobForm form, CancellationToken cancellationToken) => IsThereAsync(form, DateTimeOffset.MinValue, cancellationToken);

    private async Task<bool> IsThereAsync(JobForm form, DateTimeOffset notBefore, CancellationToken cancellationToken)
    {
        try
        {
            return await jobs.FindAsync(form.Name, cancellationToken, JobUse.Other) is { } job && job.Row.CreationTime >= notBefore
                && await jobs.CopyAsync(form.Name, cancellationToken, JobUse.Other) is { } copied && Comparable(copied.Form, form) == Comparable(form, form);
        }
        catch (AwsFailureException)
        {
            return false; // not known; people are told to look
        }
    }

    // Without what the service does not tell again: the output's place and key, and the media's facts, which it fills in when they were not given.
    private static string Comparable(JobForm form, JobForm asked)
    {
        var copy = form.Clone();
        (copy.Name, copy.Output, copy.OutputUri, copy.Encryption, copy.Tags) = (asked.Name, OutputLocation.ServiceManaged, "", false, []);
        if (asked.MediaFormat.Length == 0) copy.MediaFormat = "";
        if (asked.MediaSampleRate.Length == 0) copy.MediaSampleRate = "";
        return JobRequestText.Json(copy);
    }
}
