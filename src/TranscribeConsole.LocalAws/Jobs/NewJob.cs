using TranscribeConsole.LocalAws.Transcribe.Wire;

namespace TranscribeConsole.LocalAws.Jobs;

/// <summary>A job to commit: a valid request and what was made of its addresses.</summary>
internal sealed record NewJob(StartTranscriptionJobRequest Request, ObjectAddress Media, JobOutput Output)
{
    public string Name => Request.TranscriptionJobName!;

    /// <summary>Whether it may wait for a slot.</summary>
    public bool MayBeDeferred => Request.JobExecutionSettings?.AllowDeferredExecution == true;
}
