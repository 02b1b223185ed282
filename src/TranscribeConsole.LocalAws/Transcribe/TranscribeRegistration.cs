using Microsoft.Extensions.DependencyInjection;
using TranscribeConsole.LocalAws.Protocols;
using TranscribeConsole.LocalAws.Transcribe.Validation;

namespace TranscribeConsole.LocalAws.Transcribe;

internal static class TranscribeRegistration
{
    /// <summary>Needs the rooms Jobs, Vocabularies, Signing and Storage, and <see cref="LocalAwsAddress"/>.</summary>
    public static IServiceCollection AddTranscribe(this IServiceCollection services) => services
        .AddSingleton(provider => LocalAwsCapabilities.Of(provider.GetRequiredService<LocalAwsOptions>()))
        .AddSingleton<EngineRules>()
        .AddSingleton<VocabularyRules>()
        .AddSingleton<MediaFileUri>()
        .AddSingleton<JobView>()
        .AddSingleton<TranscriptionJobOperations>()
        .AddSingleton<VocabularyOperations>()
        .AddSingleton<VocabularyFilterOperations>()
        .AddSingleton<TagOperations>()
        .AddSingleton<OperationTable>()
        .AddSingleton<IProtocol, TranscribeProtocol>();
}
