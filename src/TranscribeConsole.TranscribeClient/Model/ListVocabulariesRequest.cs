namespace Amazon.TranscribeService.Model;

/// <summary>Asks for a page of custom vocabularies, newest first. Send the same filters with every page.</summary>
public partial class ListVocabulariesRequest : AmazonTranscribeServiceRequest
{
    /// <summary>Only vocabularies with this in their name, in any case.</summary>
    public string? NameContains { get; set; }

    /// <summary>Only vocabularies in this state.</summary>
    public VocabularyState? StateEquals { get; set; }

    /// <summary>1 to 100; 5 when absent.</summary>
    public int? MaxResults { get; set; }

    /// <summary>The previous page's token.</summary>
    public string? NextToken { get; set; }
}
