using Amazon.Runtime;

namespace Amazon.TranscribeService.Model;

/// <summary>The job with fresh addresses of its output.</summary>
public partial class GetTranscriptionJobResponse : AmazonWebServiceResponse
{
    public TranscriptionJob? TranscriptionJob { get; set; }
}
