using Microsoft.Extensions.DependencyInjection;
using TranscribeConsole.LocalAws.Recognition.Decoding;
using TranscribeConsole.LocalAws.Recognition.Engine;
using TranscribeConsole.LocalAws.Recognition.OpenAi;

namespace TranscribeConsole.LocalAws.Recognition;

internal static class RecognitionExtensions
{
    /// <summary>Adds <see cref="IMediaTranscriber"/> with the engine that <see cref="LocalAwsOptions"/> choose; needs <see cref="LocalAwsMeter"/>, <see cref="TimeProvider"/> and logging, too.</summary>
    public static IServiceCollection AddRecognition(this IServiceCollection services) => services
        .AddSingleton(RecogniserInstallation.Default)
        .AddSingleton(CreatePool)
        .AddSingleton(provider => provider.GetRequiredService<LocalAwsOptions>().OpenAi)
        .AddSingleton<SpeechClient>()
        .AddSingleton<PatientSpeechClient>()
        .AddSingleton<BuiltInRecogniser>()
        .AddSingleton<OpenAiRecogniser>()
        .AddSingleton<IRecogniser>(provider => provider.GetRequiredService<LocalAwsOptions>().Recogniser == RecogniserKind.OpenAi
            ? provider.GetRequiredService<OpenAiRecogniser>()
            : provider.GetRequiredService<BuiltInRecogniser>())
        .AddSingleton<MediaInspector>()
        .AddSingleton<RecognitionTelemetry>()
        .AddSingleton<PcmDecoder>()
        .AddSingleton<IMediaTranscriber, MediaTranscriber>();

    private static RecogniserPool CreatePool(IServiceProvider provider)
    {
        var installation = provider.GetRequiredService<RecogniserInstallation>();
        var preset = provider.GetRequiredService<LocalAwsOptions>().Preset;
        return new RecogniserPool(() => PocketSphinxRecogniser.Create(installation, preset), Environment.ProcessorCount);
    }
}
