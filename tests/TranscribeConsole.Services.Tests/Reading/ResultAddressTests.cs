using Amazon;
using TranscribeConsole.Services.Aws;
using TranscribeConsole.Services.Reading;

namespace TranscribeConsole.Services.Tests.Reading;

public sealed class ResultAddressTests
{
    [Theory]
    [InlineData("https://s3.eu-central-1.amazonaws.com/bucket/key?X-Amz-Signature=0", true)]
    [InlineData("https://bucket.s3.eu-central-1.amazonaws.com/key?X-Amz-Signature=0", true)]
    [InlineData("https://bucket.s3.dualstack.eu-central-1.amazonaws.com/key", true)]
    [InlineData("http://s3.eu-central-1.amazonaws.com/bucket/key", false)]
    [InlineData("https://s3.eu-west-1.amazonaws.com/bucket/key", false)]
    [InlineData("https://s3.eu-central-1.amazonaws.com.evil.example/bucket/key", false)]
    [InlineData("https://evil-s3.eu-central-1.amazonaws.com/key", false)]
    [InlineData("https://s3.eu-central-1.amazonaws.com:8443/bucket/key", false)]
    [InlineData("https://user@s3.eu-central-1.amazonaws.com/bucket/key", false)]
    [InlineData("https://169.254.169.254/latest/meta-data", false)]
    public void IsTrusted_on_aws_means_https_to_S3_of_the_Region(string address, bool trusted) =>
        Assert.Equal(trusted, new ResultAddress(new AwsConnection { Region = RegionEndpoint.EUCentral1 }).IsTrusted(new Uri(address)));

    [Theory]
    [InlineData("http://127.0.0.1:4566/bucket/key?X-Amz-Signature=0", true)]
    [InlineData("http://127.0.0.1:4567/bucket/key", false)]
    [InlineData("https://127.0.0.1:4566/bucket/key", false)]
    [InlineData("https://s3.us-east-1.amazonaws.com/bucket/key", false)]
    public void IsTrusted_with_a_service_address_means_that_address(string address, bool trusted)
    {
        var connection = new AwsConnection { Region = RegionEndpoint.USEast1, S3ServiceUrl = new Uri("http://127.0.0.1:4566") };
        Assert.Equal(trusted, new ResultAddress(connection).IsTrusted(new Uri(address)));
    }
}
