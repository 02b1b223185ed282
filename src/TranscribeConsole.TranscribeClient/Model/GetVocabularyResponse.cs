using Amazon.Runtime;

namespace Amazon.TranscribeService.Model;

/// <summary>A custom vocabulary.</summary>
public partial class GetVocabularyResponse : AmazonWebServiceResponse
{
    public string? VocabularyName { get; set; }

    public LanguageCode? LanguageCode { get; set; }

    /// <summary>Only a vocabulary that is READY can be used.</summary>
    public VocabularyState? VocabularyState { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? LastModifiedTime { get; set; }

    /// <summary>Null unless the check failed.</summary>
    public string? FailureReason { get; set; }

    /// <summary>Presigned address of the stored text; it expires within minutes.</summary>
    public string? DownloadUri { get; set; }
}
