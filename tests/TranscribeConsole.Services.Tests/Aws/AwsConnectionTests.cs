using TranscribeConsole.Services.Aws;

namespace TranscribeConsole.Services.Tests.Aws;

public sealed class AwsConnectionTests
{
    private static readonly AwsTelemetry Telemetry = new(NoMeters.Factory);

    [Fact]
    public void From_takes_the_Region_of_the_setting_before_any_other()
    {
        var connection = AwsConnection.From(new AwsOptions { Region = "eu-central-1", Profile = "newsroom" });

        Assert.True(connection.HasRegion);
        Assert.Equal("eu-central-1", connection.RegionName);
        using var s3 = connection.CreateS3(Telemetry);
        Assert.Equal("eu-central-1", s3.Config.RegionEndpoint.SystemName);
    }

    [Fact]
    public void Clients_of_a_service_address_go_there_and_sign_for_the_Region()
    {
        var connection = AwsConnection.From(new AwsOptions { Region = "eu-west-1", S3ServiceUrl = "http://127.0.0.1:9000", S3ForcePathStyle = true });

        using var s3 = connection.CreateS3(Telemetry);

        Assert.Equal("http://127.0.0.1:9000/", s3.Config.ServiceURL);
        Assert.Equal("eu-west-1", s3.Config.AuthenticationRegion);
    }
}
