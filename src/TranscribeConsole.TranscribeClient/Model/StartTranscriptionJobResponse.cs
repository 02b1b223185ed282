using Amazon.Runtime;

namespace Amazon.TranscribeService.Model;

/// <summary>The job as accepted.</summary>
public partial class StartTranscriptionJobResponse : AmazonWebServiceResponse
{
    public TranscriptionJob? TranscriptionJob { get; set; }
}
