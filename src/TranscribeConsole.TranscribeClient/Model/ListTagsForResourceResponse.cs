using Amazon.Runtime;

namespace Amazon.TranscribeService.Model;

/// <summary>The tags of a resource.</summary>
public partial class ListTagsForResourceResponse : AmazonWebServiceResponse
{
    /// <summary><c>arn:<![CDATA[<partition>:transcribe:<region>:<account>:<type>/<name>]]></c>.</summary>
    public string? ResourceArn { get; set; }

    public List<Tag>? Tags { get; set; }
}
