namespace Amazon.TranscribeService.Model;

/// <summary>Asks for a vocabulary filter.</summary>
public partial class GetVocabularyFilterRequest : AmazonTranscribeServiceRequest
{
    public string? VocabularyFilterName { get; set; }
}
