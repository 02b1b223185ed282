using Microsoft.Extensions.DependencyInjection;

namespace TranscribeConsole.LocalAws.Vocabularies;

internal static class VocabulariesRegistration
{
    /// <summary>Needs storage, the addresses of room Transcribe, <see cref="TimeProvider"/> and logging.</summary>
    public static IServiceCollection AddVocabularies(this IServiceCollection services) => services
        .AddSingleton<WordListStore>()
        .AddSingleton<WordListSource>()
        .AddSingleton<VocabularyChecker>()
        .AddHostedService(provider => provider.GetRequiredService<VocabularyChecker>());
}
