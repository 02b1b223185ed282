namespace Amazon.TranscribeService.Model;

/// <summary>Deletes a custom language model.</summary>
public partial class DeleteLanguageModelRequest : AmazonTranscribeServiceRequest
{
    public string? ModelName { get; set; }
}
