using Microsoft.Extensions.Options;
using TranscribeConsole.Services;
using TranscribeConsole.Services.Aws;
using TranscribeConsole.Services.Media;

namespace TranscribeConsole.Web.Composition;

/// <summary>Amazon Web Services, by the SDK's ordinary credentials and Region.</summary>
internal static class AwsBackend
{
    /// <exception cref="StartFailedException">No Region is known: without one the SDK has no address to ask.</exception>
    public static void Add(WebApplicationBuilder builder)
    {
        var connection = AwsConnection.From(builder.Configuration.GetSection(AwsOptions.Section).Get<AwsOptions>() ?? new());
        if (!connection.HasRegion)
            throw new StartFailedException("Backend=Aws needs a Region: set Aws:Region or AWS_REGION, or name one in the AWS configuration file.");
        builder.Services.AddSingleton(connection);
        builder.Services.AddSingleton(provider => Target(provider.GetRequiredService<IOptions<UploadOptions>>().Value));
        builder.Services.AddSingleton(new BackendCapabilities
        {
            Name = "Amazon Web Services",
            Region = connection.RegionName,
            Engine = new EngineInfo("Amazon Transcribe"),
            ObjectPageTemplate = ObjectPage(connection),
        });
    }

    private static UploadTarget Target(UploadOptions options) =>
        new(options.Bucket.Length > 0 ? options.Bucket : null, CreateBucket: false, options.Prefix);

    // Another S3, and the Regions of other partitions, have other consoles or none.
    private static string? ObjectPage(AwsConnection connection) =>
        connection is { S3ServiceUrl: null, IsCommercialPartition: true }
            ? $"https://{connection.RegionName}.console.aws.amazon.com/s3/object/{{bucket}}?region={connection.RegionName}&prefix={{key}}"
            : null;
}
