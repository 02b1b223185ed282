using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;

namespace Amazon.TranscribeService.Internal;

/// <summary>The published endpoint rules of the service; partitions and their suffixes are AWSSDK.Core's.</summary>
internal sealed class TranscribeEndpointProvider : IEndpointProvider
{
    public const string Region = "Region";
    public const string UseDualStack = "UseDualStack";
    public const string UseFips = "UseFIPS";
    public const string Endpoint = "Endpoint";

    /// <exception cref="AmazonClientException">There is no endpoint for the parameters; the message says why.</exception>
    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        var fips = parameters[UseFips] is true;
        var dualStack = parameters[UseDualStack] is true;
        if (parameters[Endpoint] is string { Length: > 0 } address) return Custom(address, fips, dualStack);
        if (parameters[Region] is not string { Length: > 0 } region)
            throw new AmazonClientException("Invalid Configuration: Missing Region");
        var partition = Fn.Partition(region);
        if ((fips && !partition.supportsFIPS) || (dualStack && !partition.supportsDualStack))
            throw new AmazonClientException($"Partition {partition.name} has no endpoint with FIPS: {fips}, DualStack: {dualStack}");
        return new Endpoint($"https://{Host(region, partition, fips, dualStack)}");
    }

    private static Endpoint Custom(string address, bool fips, bool dualStack)
    {
        if (fips) throw new AmazonClientException("Invalid Configuration: FIPS and custom endpoint are not supported");
        if (dualStack) throw new AmazonClientException("Invalid Configuration: Dualstack and custom endpoint are not supported");
        return new Endpoint(address);
    }

    private static string Host(string region, Partition partition, bool fips, bool dualStack) => (fips, dualStack) switch
    {
        (true, true) => $"transcribe-fips.{region}.{partition.dualStackDnsSuffix}",
        (true, false) when partition.name is "aws" or "aws-us-gov" => $"fips.transcribe.{region}.amazonaws.com",
        (true, false) => $"transcribe-fips.{region}.{partition.dnsSuffix}",
        (false, true) => $"transcribe.{region}.{partition.dualStackDnsSuffix}",
        _ when region is "cn-north-1" or "cn-northwest-1" => $"cn.transcribe.{region}.amazonaws.com.cn",
        _ => $"transcribe.{region}.{partition.dnsSuffix}",
    };
}
