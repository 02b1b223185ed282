namespace Amazon.TranscribeService.Model;

/// <summary>What a custom language model is trained from.</summary>
public partial class InputDataConfig
{
    /// <summary>Folder of the training texts, <c>s3://bucket/prefix</c>.</summary>
    public string? S3Uri { get; set; }

    /// <summary>Folder of the tuning texts.</summary>
    public string? TuningDataS3Uri { get; set; }

    /// <summary>Role by which the service reads them.</summary>
    public string? DataAccessRoleArn { get; set; }
}
