using Amazon.Runtime;

namespace Amazon.TranscribeService.Model;

/// <summary>A page of custom vocabularies. Only a missing token means the end; a page may be short.</summary>
public partial class ListVocabulariesResponse : AmazonWebServiceResponse
{
    /// <summary>The state asked for.</summary>
    public TranscriptionJobStatus? Status { get; set; }

    /// <summary>Token of the next page; null on the last.</summary>
    public string? NextToken { get; set; }

    public List<VocabularyInfo>? Vocabularies { get; set; }
}
