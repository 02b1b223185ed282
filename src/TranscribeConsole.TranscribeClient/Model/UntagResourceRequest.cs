namespace Amazon.TranscribeService.Model;

/// <summary>Removes tags from a resource.</summary>
public partial class UntagResourceRequest : AmazonTranscribeServiceRequest
{
    /// <summary><c>arn:<![CDATA[<partition>:transcribe:<region>:<account>:<type>/<name>]]></c>.</summary>
    public string? ResourceArn { get; set; }

    /// <summary>Required; case-sensitive.</summary>
    public List<string>? TagKeys { get; set; }
}
