using Amazon.Runtime;

namespace Amazon.TranscribeService.Model;

/// <summary>A page of vocabulary filters. Only a missing token means the end; a page may be short.</summary>
public partial class ListVocabularyFiltersResponse : AmazonWebServiceResponse
{
    /// <summary>Token of the next page; null on the last.</summary>
    public string? NextToken { get; set; }

    public List<VocabularyFilterInfo>? VocabularyFilters { get; set; }
}
