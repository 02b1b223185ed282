namespace TranscribeConsole.LocalAws.Jobs;

/// <summary>The wire's <c>TranscriptionJobStatus</c>.</summary>
internal static class JobStatus
{
    public const string Queued = "QUEUED";
    public const string InProgress = "IN_PROGRESS";
    public const string Failed = "FAILED";
    public const string Completed = "COMPLETED";
}
