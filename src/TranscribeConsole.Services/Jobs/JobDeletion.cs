namespace TranscribeConsole.Services.Jobs;

/// <summary>One job of a deletion that was confirmed, and how far it is.</summary>
public sealed class JobDeletion(JobRow job)
{
    public JobRow Job { get; } = job;

    public DeletionState State { get; internal set; }

    /// <summary>Why it failed, as a sentence; null: it did not.</summary>
    public string? Error { get; internal set; }
}

public enum DeletionState
{
    Waiting,
    Deleting,
    Deleted,
    Failed,
}
