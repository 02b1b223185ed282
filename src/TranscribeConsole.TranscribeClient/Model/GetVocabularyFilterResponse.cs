using Amazon.Runtime;

namespace Amazon.TranscribeService.Model;

/// <summary>A vocabulary filter.</summary>
public partial class GetVocabularyFilterResponse : AmazonWebServiceResponse
{
    public string? VocabularyFilterName { get; set; }

    public LanguageCode? LanguageCode { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? LastModifiedTime { get; set; }

    /// <summary>Presigned address of the stored text; it expires within minutes.</summary>
    public string? DownloadUri { get; set; }
}
