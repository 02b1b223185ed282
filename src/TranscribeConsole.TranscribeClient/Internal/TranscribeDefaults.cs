using System.Collections.ObjectModel;
using Amazon.Runtime;

namespace Amazon.TranscribeService.Internal;

/// <summary>The SDK's defaults modes, as its developer guide lists them: how patient a client is where it runs.</summary>
internal static class TranscribeDefaults
{
    public static ReadOnlyCollection<IDefaultConfiguration> All { get; } = new(
    [
        Mode(DefaultConfigurationMode.Standard, connect: 3100),
        Mode(DefaultConfigurationMode.InRegion, connect: 1100),
        Mode(DefaultConfigurationMode.CrossRegion, connect: 3100),
        Mode(DefaultConfigurationMode.Mobile, connect: 30000),
        Mode(DefaultConfigurationMode.Auto, connect: 1100),
    ]);

    private static DefaultConfiguration Mode(DefaultConfigurationMode name, int? connect)
    {
        TimeSpan? timeout = connect is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : null;
        return new DefaultConfiguration
        {
            Name = name,
            RetryMode = RequestRetryMode.Standard,
            S3UsEast1RegionalEndpoint = S3UsEast1RegionalEndpointValue.Regional,
            ConnectTimeout = timeout,
            TlsNegotiationTimeout = timeout,
        };
    }
}
