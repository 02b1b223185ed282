using Amazon.Runtime;

namespace Amazon.TranscribeService.Model;

/// <summary>The vocabulary as it was taken.</summary>
public partial class CreateVocabularyResponse : AmazonWebServiceResponse
{
    public string? VocabularyName { get; set; }

    public LanguageCode? LanguageCode { get; set; }

    /// <summary>Only a vocabulary that is READY can be used.</summary>
    public VocabularyState? VocabularyState { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? LastModifiedTime { get; set; }

    /// <summary>Null unless the check failed.</summary>
    public string? FailureReason { get; set; }
}
