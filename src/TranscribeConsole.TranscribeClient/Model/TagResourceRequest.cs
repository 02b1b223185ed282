namespace Amazon.TranscribeService.Model;

/// <summary>Adds tags to a resource, replacing the values of keys it has.</summary>
public partial class TagResourceRequest : AmazonTranscribeServiceRequest
{
    /// <summary><c>arn:<![CDATA[<partition>:transcribe:<region>:<account>:<type>/<name>]]></c>.</summary>
    public string? ResourceArn { get; set; }

    /// <summary>Required; 50 per resource in all.</summary>
    public List<Tag>? Tags { get; set; }
}
