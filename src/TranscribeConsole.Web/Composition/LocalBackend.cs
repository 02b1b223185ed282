using Amazon;
using Amazon.Runtime;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using TranscribeConsole.LocalAws;
using TranscribeConsole.LocalAws.Recognition;
using TranscribeConsole.Services;
using TranscribeConsole.Services.Aws;
using TranscribeConsole.Services.Media;
using TranscribeConsole.Web.Health;

namespace TranscribeConsole.Web.Composition;

/// <summary>The embedded backend, over real HTTP: its address and keys are known once it listens, which is before anybody asks.</summary>
internal static class LocalBackend
{
    private const string DefaultBucket = "transcribe-console";

    // The service's paths of options, in the console's words. What stands for one option on screen is one entry here.
    private static readonly Dictionary<string, JobOption> Options = new()
    {
        ["IdentifyLanguage"] = JobOption.AutomaticLanguageIdentification,
        ["IdentifyMultipleLanguages"] = JobOption.MultipleLanguagesIdentification,
        ["Settings.ShowSpeakerLabels"] = JobOption.SpeakerPartitioning,
        ["Settings.ChannelIdentification"] = JobOption.ChannelIdentification,
        ["Settings.ShowAlternatives"] = JobOption.AlternativeResults,
        ["Settings.VocabularyName"] = JobOption.CustomVocabulary,
        ["Settings.VocabularyFilterName"] = JobOption.VocabularyFilter,
        ["ModelSettings"] = JobOption.CustomLanguageModel,
        ["ContentRedaction"] = JobOption.PiiRedaction,
        ["ToxicityDetection"] = JobOption.ToxicityDetection,
        ["OutputEncryptionKMSKeyId"] = JobOption.OutputEncryption,
        ["JobExecutionSettings"] = JobOption.JobQueue,
        ["Subtitles"] = JobOption.Subtitles,
    };

    public static void Add(WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddLocalAws();
        services.AddSingleton(provider => Connection(provider.GetRequiredService<LocalAwsServer>()));
        services.AddSingleton(provider => Target(provider.GetRequiredService<IOptions<UploadOptions>>().Value));
        services.AddSingleton(provider => Capabilities(OptionsOf(provider)));
        services.AddSingleton(provider => new RecogniserProbe(OptionsOf(provider), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<RecogniserCheck>().AddSingleton<RecentAnswer<RecogniserCheck>>();
        services.AddHealthChecks().AddCheck<RecentAnswer<RecogniserCheck>>("recogniser", failureStatus: HealthStatus.Degraded, timeout: HealthComposition.Timeout)
            .AddTypeActivatedCheck<DirectoryCheck>("local-storage", failureStatus: null, tags: [], args: HealthComposition.DirectoryOf(builder, LocalAwsOptions.Section));
    }

    private static AwsConnection Connection(LocalAwsServer server) => new()
    {
        Region = RegionEndpoint.USEast1,
        Credentials = new BasicAWSCredentials(server.AccessKeyId, server.SecretAccessKey),
        S3ServiceUrl = server.BaseAddress,
        TranscribeServiceUrl = server.BaseAddress,
    };

    private static UploadTarget Target(UploadOptions options) =>
        new(options.Bucket.Length > 0 ? options.Bucket : DefaultBucket, CreateBucket: true, options.Prefix);

    private static LocalAwsOptions OptionsOf(IServiceProvider provider) => provider.GetRequiredService<IOptions<LocalAwsOptions>>().Value;

    private static BackendCapabilities Capabilities(LocalAwsOptions options)
    {
        var local = LocalAwsCapabilities.Of(options);
        return new()
        {
            Name = "Local backend",
            Region = RegionEndpoint.USEast1.SystemName,
            Engine = local.IsDraftQuality
                ? new EngineInfo(local.EngineName, $"Made by {local.EngineName} on this machine: draft quality, with more wrong words than Amazon Transcribe.", "/help/recogniser")
                : new EngineInfo(local.EngineName),
            Languages = local.LanguageCodes.ToHashSet(),
            Refused = local.RefusedOptions.Where(refused => Options.ContainsKey(refused.Key)).ToDictionary(refused => Options[refused.Key], refused => FirstSentence(refused.Value)),
        };
    }

    // The rest of a refusal tells a developer which member to leave out of a request; people see a control that is off.
    private static string FirstSentence(string text) => text.IndexOf(". ", StringComparison.Ordinal) is > 0 and var end ? text[..(end + 1)] : text;
}
