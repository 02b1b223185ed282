namespace TranscribeConsole.Components.Status;

/// <summary>What a <see cref="StatusIndicator"/> means; it decides drawing and colour.</summary>
public enum StatusKind
{
    Pending,
    InProgress,
    Success,
    Error,
    Warning,
    Info,
    Inactive,
}
