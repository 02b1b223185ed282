using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.TranscribeService.Internal;
using Amazon.Util.Internal;

namespace Amazon.TranscribeService;

/// <summary>Where and how the client calls the service; everything but the service's own facts comes from <see cref="ClientConfig"/>.</summary>
public partial class AmazonTranscribeServiceConfig : ClientConfig
{
    private static readonly string UserAgentString = InternalSDKUtils.BuildUserAgentString(
        ServiceId, typeof(AmazonTranscribeServiceConfig).Assembly.GetName().Version!.ToString());

    public AmazonTranscribeServiceConfig()
        : base(new DefaultConfigurationProvider(TranscribeDefaults.All))
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = "transcribe";
        EndpointProvider = new TranscribeEndpointProvider();
    }

    public static new string ServiceId => "Transcribe";

    public override string RegionEndpointServiceName => "transcribe";

    public override string ServiceVersion => "2017-10-26";

    public override string UserAgent => UserAgentString;

    /// <summary>The address that a request would be sent to.</summary>
    /// <exception cref="AmazonClientException">The Region and the options have no endpoint.</exception>
    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters)
    {
        var context = new RequestContext(enableMetric: false)
        {
            ClientConfig = this,
            OriginalRequest = parameters.Request,
            Request = new DefaultRequest(parameters.Request, ServiceId) { AlternateEndpoint = parameters.AlternateEndpoint },
        };
        return new TranscribeEndpointResolver().GetEndpoint(new Runtime.Internal.ExecutionContext(context, null));
    }
}
