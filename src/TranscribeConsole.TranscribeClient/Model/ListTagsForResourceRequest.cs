namespace Amazon.TranscribeService.Model;

/// <summary>Asks for the tags of a resource.</summary>
public partial class ListTagsForResourceRequest : AmazonTranscribeServiceRequest
{
    /// <summary><c>arn:<![CDATA[<partition>:transcribe:<region>:<account>:<type>/<name>]]></c>.</summary>
    public string? ResourceArn { get; set; }
}
