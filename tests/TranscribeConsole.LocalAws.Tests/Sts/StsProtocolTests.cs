using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using TranscribeConsole.LocalAws.Tests.Server;

namespace TranscribeConsole.LocalAws.Tests.Sts;

public sealed class StsProtocolTests(LocalAwsFixture backend) : IClassFixture<LocalAwsFixture>
{
    [Fact]
    public async Task GetCallerIdentity_names_the_one_account()
    {
        using var sts = NewClient(backend.Server.SecretAccessKey);

        var identity = await sts.GetCallerIdentityAsync(new GetCallerIdentityRequest());

        Assert.Equal(("000000000000", "arn:aws:iam::000000000000:user/transcribe-console"), (identity.Account, identity.Arn));
        Assert.NotEmpty(identity.UserId);
    }

    [Fact]
    public async Task Wrong_secret_is_SignatureDoesNotMatch()
    {
        using var sts = NewClient("wrong");

        var error = await Assert.ThrowsAsync<AmazonSecurityTokenServiceException>(() => sts.GetCallerIdentityAsync(new GetCallerIdentityRequest()));

        Assert.Equal("SignatureDoesNotMatch", error.ErrorCode);
    }

    [Theory]
    [InlineData("Action=AssumeRole&Version=2011-06-15", "InvalidAction")]
    [InlineData("Action=GetCallerIdentity&Version=2000-01-01", "InvalidAction")]
    [InlineData("Version=2011-06-15", "MissingAction")]
    public async Task Other_actions_are_refused_in_the_form_of_the_query_protocol(string form, string code)
    {
        var answer = await new RawRequest("POST", "/")
        {
            Service = "sts",
            Body = form,
            Headers = { ["Content-Type"] = "application/x-www-form-urlencoded; charset=utf-8" },
        }.SendAsync(backend);

        Assert.Equal(400, answer.Status);
        Assert.Contains($"<Error><Type>Sender</Type><Code>{code}</Code>", answer.Body, StringComparison.Ordinal);
    }

    private AmazonSecurityTokenServiceClient NewClient(string secret) => new(
        new BasicAWSCredentials(backend.Server.AccessKeyId, secret),
        new AmazonSecurityTokenServiceConfig { ServiceURL = backend.Server.BaseAddress.ToString(), AuthenticationRegion = "us-east-1", MaxErrorRetry = 0 });
}
