namespace Amazon.TranscribeService.Model;

/// <summary>Asks for a page of custom language models, newest first. Send the same filters with every page.</summary>
public partial class ListLanguageModelsRequest : AmazonTranscribeServiceRequest
{
    /// <summary>Only models with this in their name, in any case.</summary>
    public string? NameContains { get; set; }

    /// <summary>Only models in this state.</summary>
    public ModelStatus? StatusEquals { get; set; }

    /// <summary>1 to 100; 5 when absent.</summary>
    public int? MaxResults { get; set; }

    /// <summary>The previous page's token.</summary>
    public string? NextToken { get; set; }
}
