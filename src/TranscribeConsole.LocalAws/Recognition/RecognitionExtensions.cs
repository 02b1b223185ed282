using Microsoft.Extensions.DependencyInjection;
using TranscribeConsole.LocalAws.Recognition.Decoding;
using TranscribeConsole.LocalAws.Recognition.Engine;

namespace TranscribeConsole.LocalAws.Recognition;

internal static class RecognitionExtensions
{
    /// <summary>
    /// Adds <see cref="IMediaTranscriber"/> and <see cref="RecogniserProbe"/>; needs <see cref="LocalAwsOptions"/>,
    /// <see cref="TimeProvider"/> and logging.
    /// </summary>
    public static IServiceCollection AddRecognition(this IServiceCollection services) => services
        .AddSingleton(RecogniserInstallation.Default)
        .AddSingleton(provider => new RecogniserProbe(provider.GetRequiredService<RecogniserInstallation>()))
        .AddSingleton(CreatePool)
        .AddSingleton<MediaInspector>()
        .AddSingleton<PcmDecoder>()
        .AddSingleton<IMediaTranscriber, MediaTranscriber>();

    private static RecogniserPool CreatePool(IServiceProvider provider)
    {
        var installation = provider.GetRequiredService<RecogniserInstallation>();
        var preset = provider.GetRequiredService<LocalAwsOptions>().Preset;
        return new RecogniserPool(() => PocketSphinxRecogniser.Create(installation, preset), Environment.ProcessorCount);
    }
}
