namespace Amazon.TranscribeService.Model;

/// <summary>Deletes a vocabulary filter.</summary>
public partial class DeleteVocabularyFilterRequest : AmazonTranscribeServiceRequest
{
    public string? VocabularyFilterName { get; set; }
}
