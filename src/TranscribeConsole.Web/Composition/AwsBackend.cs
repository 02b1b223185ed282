using Microsoft.Extensions.Options;
using TranscribeConsole.Services;
using TranscribeConsole.Services.Aws;
using TranscribeConsole.Services.Media;

namespace TranscribeConsole.Web.Composition;

/// <summary>Amazon Web Services, by the SDK's ordinary credentials and Region.</summary>
internal static class AwsBackend
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton(provider => AwsConnection.From(provider.GetRequiredService<IOptions<AwsOptions>>().Value));
        services.AddSingleton(provider => Target(provider.GetRequiredService<IOptions<UploadOptions>>().Value));
        services.AddSingleton(provider => new BackendCapabilities
        {
            Name = "Amazon Web Services",
            Region = provider.GetRequiredService<AwsConnection>().RegionName,
            Engine = new EngineInfo("Amazon Transcribe"),
        });
    }

    private static UploadTarget Target(UploadOptions options) =>
        new(options.Bucket.Length > 0 ? options.Bucket : null, CreateBucket: false, options.Prefix);
}
