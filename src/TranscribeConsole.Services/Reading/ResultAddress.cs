using TranscribeConsole.Services.Aws;

namespace TranscribeConsole.Services.Reading;

/// <summary>What an address in a job's answer may be used for.</summary>
internal sealed class ResultAddress(AwsConnection connection)
{
    /// <summary>Presigned, so that a plain GET reads it; any other is read with the server's own rights.</summary>
    public static bool IsSigned(string address) => address.Contains("X-Amz-Signature=", StringComparison.Ordinal);

    /// <summary>
    /// Whether the server may fetch this address. The answer of a service is no licence to fetch anything from anywhere:
    /// only https to an S3 host of the Region, or the configured S3 address.
    /// </summary>
    public bool IsTrusted(Uri address)
    {
        if (connection.S3ServiceUrl is { } own)
            return address.Scheme == own.Scheme && address.Authority == own.Authority;
        return address.Scheme == Uri.UriSchemeHttps && address.IsDefaultPort && address.UserInfo.Length == 0
            && Hosts().Any(host => address.Host == host || address.Host.EndsWith('.' + host, StringComparison.Ordinal));
    }

    private string[] Hosts()
    {
        var region = connection.RegionName;
        var suffix = (connection.Region ?? Amazon.RegionEndpoint.GetBySystemName(region)).PartitionDnsSuffix;
        return [$"s3.{region}.{suffix}", $"s3-{region}.{suffix}", $"s3.dualstack.{region}.{suffix}", $"s3-fips.{region}.{suffix}"];
    }
}
