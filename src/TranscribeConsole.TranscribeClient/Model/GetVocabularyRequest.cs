namespace Amazon.TranscribeService.Model;

/// <summary>Asks for a custom vocabulary.</summary>
public partial class GetVocabularyRequest : AmazonTranscribeServiceRequest
{
    public string? VocabularyName { get; set; }
}
