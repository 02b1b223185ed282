namespace Amazon.TranscribeService.Model;

/// <summary>Asks for a page of vocabulary filters. Send the same filters with every page.</summary>
public partial class ListVocabularyFiltersRequest : AmazonTranscribeServiceRequest
{
    /// <summary>Only vocabulary filters with this in their name, in any case.</summary>
    public string? NameContains { get; set; }

    /// <summary>1 to 100; 5 when absent.</summary>
    public int? MaxResults { get; set; }

    /// <summary>The previous page's token.</summary>
    public string? NextToken { get; set; }
}
