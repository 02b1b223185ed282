namespace TranscribeConsole.Components.Status;

/// <summary>The drawings of <see cref="Icon"/>.</summary>
public enum IconName
{
    Pending,
    InProgress,
    Success,
    Error,
    Warning,
    Info,
    Close,
    Refresh,
    CaretDown,
    Next,
    Previous,
    Menu,
    Search,
    Copy,
    External,
    File,
    Folder,
    Settings,
}
