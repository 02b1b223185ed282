using Amazon;
using Amazon.Runtime;
using Amazon.TranscribeService;
using Amazon.TranscribeService.Model;

namespace TranscribeConsole.TranscribeClient.Tests.Internal;

public sealed class EndpointTests
{
    [Theory]
    [InlineData("us-east-1", false, false, "https://transcribe.us-east-1.amazonaws.com")]
    [InlineData("eu-central-1", false, false, "https://transcribe.eu-central-1.amazonaws.com")]
    [InlineData("us-east-1", true, false, "https://fips.transcribe.us-east-1.amazonaws.com")]
    [InlineData("ca-central-1", true, false, "https://fips.transcribe.ca-central-1.amazonaws.com")]
    [InlineData("us-east-1", false, true, "https://transcribe.us-east-1.api.aws")]
    [InlineData("us-east-1", true, true, "https://transcribe-fips.us-east-1.api.aws")]
    [InlineData("cn-north-1", false, false, "https://cn.transcribe.cn-north-1.amazonaws.com.cn")]
    [InlineData("cn-northwest-1", false, false, "https://cn.transcribe.cn-northwest-1.amazonaws.com.cn")]
    [InlineData("cn-north-1", true, false, "https://transcribe-fips.cn-north-1.amazonaws.com.cn")]
    [InlineData("cn-north-1", false, true, "https://transcribe.cn-north-1.api.amazonwebservices.com.cn")]
    [InlineData("cn-north-1", true, true, "https://transcribe-fips.cn-north-1.api.amazonwebservices.com.cn")]
    [InlineData("us-gov-west-1", false, false, "https://transcribe.us-gov-west-1.amazonaws.com")]
    [InlineData("us-gov-west-1", true, false, "https://fips.transcribe.us-gov-west-1.amazonaws.com")]
    [InlineData("us-gov-east-1", false, true, "https://transcribe.us-gov-east-1.api.aws")]
    [InlineData("us-gov-east-1", true, true, "https://transcribe-fips.us-gov-east-1.api.aws")]
    [InlineData("us-iso-east-1", false, false, "https://transcribe.us-iso-east-1.c2s.ic.gov")]
    [InlineData("us-iso-east-1", true, false, "https://transcribe-fips.us-iso-east-1.c2s.ic.gov")]
    [InlineData("us-iso-east-1", false, true, "https://transcribe.us-iso-east-1.api.aws.ic.gov")]
    [InlineData("us-isob-east-1", false, false, "https://transcribe.us-isob-east-1.sc2s.sgov.gov")]
    [InlineData("us-isob-east-1", true, false, "https://transcribe-fips.us-isob-east-1.sc2s.sgov.gov")]
    [InlineData("eusc-de-east-1", false, false, "https://transcribe.eusc-de-east-1.amazonaws.eu")]
    [InlineData("eu-nowhere-9", false, false, "https://transcribe.eu-nowhere-9.amazonaws.com")]
    public void Endpoint_follows_region_FIPS_and_dual_stack(string region, bool fips, bool dualStack, string expected)
    {
        var url = Resolve(new AmazonTranscribeServiceConfig
        {
            RegionEndpoint = RegionEndpoint.GetBySystemName(region),
            UseFIPSEndpoint = fips,
            UseDualstackEndpoint = dualStack,
        });

        Assert.Equal(expected, url);
    }

    [Theory]
    [InlineData("http://127.0.0.1:4566")]
    [InlineData("https://example.com/proxy")]
    public void Own_address_is_used_as_it_is(string address) =>
        Assert.Equal(address, Resolve(new AmazonTranscribeServiceConfig { ServiceURL = address }));

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void Own_address_with_FIPS_or_dual_stack_is_refused(bool fips, bool dualStack) => Assert.Throws<AmazonClientException>(
        () => Resolve(new AmazonTranscribeServiceConfig
        {
            ServiceURL = "https://example.com",
            UseFIPSEndpoint = fips,
            UseDualstackEndpoint = dualStack,
        }));

    // The SDK may end an address with a slash.
    private static string Resolve(AmazonTranscribeServiceConfig config)
    {
        using var client = new AmazonTranscribeServiceClient("AKIDEXAMPLE", "secret", config);
        return client.DetermineServiceOperationEndpoint(new GetTranscriptionJobRequest()).URL.TrimEnd('/');
    }
}
