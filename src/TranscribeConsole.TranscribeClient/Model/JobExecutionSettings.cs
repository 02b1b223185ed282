namespace Amazon.TranscribeService.Model;

/// <summary>Lets a job wait when too many run; each member needs the other.</summary>
public partial class JobExecutionSettings
{
    public bool? AllowDeferredExecution { get; set; }

    /// <summary>Role by which the service reads the media later.</summary>
    public string? DataAccessRoleArn { get; set; }
}
