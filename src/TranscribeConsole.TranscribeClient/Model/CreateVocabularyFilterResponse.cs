using Amazon.Runtime;

namespace Amazon.TranscribeService.Model;

/// <summary>The filter as it was taken.</summary>
public partial class CreateVocabularyFilterResponse : AmazonWebServiceResponse
{
    public string? VocabularyFilterName { get; set; }

    public LanguageCode? LanguageCode { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? LastModifiedTime { get; set; }
}
