namespace Amazon.TranscribeService.Model;

/// <summary>Asks for a page of jobs, newest first. Send the same filters with every page.</summary>
public partial class ListTranscriptionJobsRequest : AmazonTranscribeServiceRequest
{
    /// <summary>Only jobs in this state.</summary>
    public TranscriptionJobStatus? Status { get; set; }

    /// <summary>Only jobs with this in their name, in any case.</summary>
    public string? JobNameContains { get; set; }

    /// <summary>1 to 100; 5 when absent.</summary>
    public int? MaxResults { get; set; }

    /// <summary>The previous page's token.</summary>
    public string? NextToken { get; set; }
}
