namespace Amazon.TranscribeService.Model;

/// <summary>Asks for a custom language model.</summary>
public partial class DescribeLanguageModelRequest : AmazonTranscribeServiceRequest
{
    public string? ModelName { get; set; }
}
