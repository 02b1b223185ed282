namespace Amazon.TranscribeService.Model;

/// <summary>Where the recording of a job is.</summary>
public partial class Media
{
    /// <summary><c>s3://bucket/key</c>, or an https address of S3.</summary>
    public string? MediaFileUri { get; set; }

    /// <summary>For Call Analytics only.</summary>
    public string? RedactedMediaFileUri { get; set; }
}
