namespace Amazon.TranscribeService.Model;

/// <summary>Deletes a custom vocabulary.</summary>
public partial class DeleteVocabularyRequest : AmazonTranscribeServiceRequest
{
    public string? VocabularyName { get; set; }
}
