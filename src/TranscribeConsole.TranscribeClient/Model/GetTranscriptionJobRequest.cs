namespace Amazon.TranscribeService.Model;

/// <summary>Asks for one job.</summary>
public partial class GetTranscriptionJobRequest : AmazonTranscribeServiceRequest
{
    /// <summary>Name of the job, 1 to 200 of <c>0-9 a-z A-Z . _ -</c>; unique in the account and Region, case-sensitive.</summary>
    public string? TranscriptionJobName { get; set; }
}
