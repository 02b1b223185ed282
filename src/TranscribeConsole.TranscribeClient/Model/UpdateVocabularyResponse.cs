using Amazon.Runtime;

namespace Amazon.TranscribeService.Model;

/// <summary>The vocabulary as it was taken.</summary>
public partial class UpdateVocabularyResponse : AmazonWebServiceResponse
{
    public string? VocabularyName { get; set; }

    public LanguageCode? LanguageCode { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? LastModifiedTime { get; set; }

    /// <summary>Only a vocabulary that is READY can be used.</summary>
    public VocabularyState? VocabularyState { get; set; }
}
