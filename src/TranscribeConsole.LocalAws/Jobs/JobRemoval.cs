using TranscribeConsole.LocalAws.Storage;
using TranscribeConsole.Transcripts.Subtitles;

namespace TranscribeConsole.LocalAws.Jobs;

/// <summary>Removes jobs: stops a running one, and takes the output in the service's bucket along.</summary>
internal sealed class JobRemoval(JobStore jobs, JobRunner runner, ObjectDeletion objects)
{
    /// <returns>False when the job was gone already.</returns>
    /// <remarks>Output before record: interrupted in between, the job is still there and can be removed again.</remarks>
    public async Task<bool> RemoveAsync(StoredJob job, CancellationToken cancellationToken)
    {
        using var hold = await runner.HoldAsync(job, cancellationToken);
        if (job.Output.IsServiceManaged) await DeleteOutputAsync(job.Output);
        return await jobs.RemoveAsync(job);
    }

    private async Task DeleteOutputAsync(JobOutput output)
    {
        string[] keys = [output.TranscriptKey, output.SubtitleKey(SubtitleFormat.Srt), output.SubtitleKey(SubtitleFormat.Vtt)];
        await objects.DeleteAsync(output.Bucket, [.. keys.Select(key => new DeleteTarget(key))], CancellationToken.None);
    }
}
