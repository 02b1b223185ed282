using Amazon.Runtime;

namespace Amazon.TranscribeService.Model;

/// <summary>Base of every request of this service.</summary>
public partial class AmazonTranscribeServiceRequest : AmazonWebServiceRequest;
