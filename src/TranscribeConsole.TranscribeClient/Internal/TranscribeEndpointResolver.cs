using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util;

namespace Amazon.TranscribeService.Internal;

/// <summary>Hands the client's settings to the endpoint provider, under the names of the published endpoint rules.</summary>
internal sealed class TranscribeEndpointResolver : BaseEndpointResolver
{
    protected override EndpointParameters MapEndpointsParameters(IRequestContext requestContext)
    {
        var config = requestContext.ClientConfig;
        return new EndpointParameters
        {
            [TranscribeEndpointProvider.Region] = requestContext.Request.AlternateEndpoint?.SystemName ?? RegionOf(config),
            [TranscribeEndpointProvider.UseDualStack] = config.UseDualstackEndpoint,
            [TranscribeEndpointProvider.UseFips] = config.UseFIPSEndpoint,
            [TranscribeEndpointProvider.Endpoint] = config.ServiceURL,
        };
    }

    protected override void ServiceSpecificHandler(IExecutionContext executionContext, EndpointParameters parameters) =>
        InjectHostPrefix(executionContext.RequestContext);

    // An address of one's own may leave the Region out; then it is the one to sign for, or the one in the address.
    private static string? RegionOf(IClientConfig config)
    {
        if (config.RegionEndpoint is { } region) return region.SystemName;
        if (string.IsNullOrEmpty(config.ServiceURL)) return null;
        return string.IsNullOrEmpty(config.AuthenticationRegion)
            ? AWSSDKUtils.DetermineRegion(config.ServiceURL)
            : config.AuthenticationRegion;
    }
}
