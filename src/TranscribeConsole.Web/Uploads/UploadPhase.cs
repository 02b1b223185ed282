namespace TranscribeConsole.Web.Uploads;

/// <summary>Where an upload stands.</summary>
public enum UploadPhase
{
    None,

    /// <summary>For others that were chosen before it.</summary>
    Waiting,
    Uploading,

    /// <summary>Every byte is sent; S3 is putting the parts together.</summary>
    Completing,
    Completed,
    Failed,
    Cancelled,
}

public static class UploadPhases
{
    /// <summary>Leaving the page now would lose what has been sent.</summary>
    public static bool IsUnderWay(this UploadPhase phase) => phase is UploadPhase.Waiting or UploadPhase.Uploading or UploadPhase.Completing;

    public static bool IsEnded(this UploadPhase phase) => phase is UploadPhase.Completed or UploadPhase.Failed or UploadPhase.Cancelled;
}
