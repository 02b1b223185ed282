namespace TranscribeConsole.Services.Jobs;

/// <summary>A job's state: <c>TranscriptionJobStatus</c> of the service.</summary>
public enum JobStatus
{
    Queued,
    InProgress,
    Completed,
    Failed,
}

public static class JobStatuses
{
    /// <summary>Completed or failed: nothing will change any more.</summary>
    public static bool IsTerminal(this JobStatus status) => status is JobStatus.Completed or JobStatus.Failed;

    /// <summary>The console's word for a status.</summary>
    public static string Text(this JobStatus status) => status switch
    {
        JobStatus.Queued => "Queued",
        JobStatus.InProgress => "In progress",
        JobStatus.Completed => "Complete",
        _ => "Failed",
    };

    /// <summary>The wire's word, which also stands in addresses: <c>IN_PROGRESS</c>.</summary>
    public static string WireValue(this JobStatus status) => status switch
    {
        JobStatus.Queued => "QUEUED",
        JobStatus.InProgress => "IN_PROGRESS",
        JobStatus.Completed => "COMPLETED",
        _ => "FAILED",
    };

    /// <summary>Reads the wire's word; null for none or an unknown one.</summary>
    public static JobStatus? Parse(string? wireValue) => wireValue switch
    {
        "QUEUED" => JobStatus.Queued,
        "IN_PROGRESS" => JobStatus.InProgress,
        "COMPLETED" => JobStatus.Completed,
        "FAILED" => JobStatus.Failed,
        _ => null,
    };
}
