using Amazon.S3;
using Amazon.TranscribeService;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TranscribeConsole.Services.Access;
using TranscribeConsole.Services.Audit;
using TranscribeConsole.Services.Aws;
using TranscribeConsole.Services.Jobs;
using TranscribeConsole.Services.LanguageModels;
using TranscribeConsole.Services.Limits;
using TranscribeConsole.Services.Media;
using TranscribeConsole.Services.Objects;
using TranscribeConsole.Services.Reading;
using TranscribeConsole.Services.Tags;
using TranscribeConsole.Services.Vocabularies;
using TranscribeConsole.Services.VocabularyFilters;
using TranscribeConsole.Services.WordLists;

namespace TranscribeConsole.Services;

public static class ServicesExtensions
{
    private static readonly TimeSpan ResultTimeout = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Registers the service layer. The composition adds <see cref="AwsConnection"/>, <see cref="BackendCapabilities"/>,
    /// <see cref="UploadTarget"/> and the database of <see cref="Data.DataExtensions"/>; they are asked for only when
    /// a client is first used, so that a local backend can be listening by then.
    /// </summary>
    public static IServiceCollection AddTranscribeServices(this IServiceCollection services)
    {
        services.AddSingleton(_ => ServiceLimits.Load());
        services.AddMetrics();
        services.AddSingleton<AwsTelemetry>().AddSingleton<UploadMetrics>().AddSingleton<JobMetrics>();
        services.AddSingleton(provider => provider.GetRequiredService<AwsConnection>().CreateS3(Telemetry(provider)));
        services.AddSingleton(provider => provider.GetRequiredService<AwsConnection>().CreateTranscribe(Telemetry(provider)));
        services.AddSingleton(provider => provider.GetRequiredService<AwsConnection>().CreateSts(Telemetry(provider)));
        services.AddSingleton<AwsAccount>();
        services.AddSingleton<S3Browser>();
        services.AddScoped<ResourceTags>();
        return services.AddJobs().AddWordLists().AddMedia().AddReading();
    }

    private static AwsTelemetry Telemetry(IServiceProvider provider) => provider.GetRequiredService<AwsTelemetry>();

    private static IServiceCollection AddJobs(this IServiceCollection services)
    {
        services.AddSingleton<JobRules>();
        // One for each request and circuit: what it shows depends on who asks.
        services.AddScoped(provider => provider.GetService<JobGuard>() is { } || provider.GetRequiredService<AuditSettings>().IsOn
            ? JobsFor(provider.GetService<JobGuard>(), provider.GetRequiredService<Auditor>(), provider)
            : provider.GetRequiredService<AccountJobs>().Jobs);
        services.AddSingleton(provider => new AccountJobs(JobsFor(null, null, provider)));
        services.AddScoped<JobStarter>();
        services.AddSingleton<StartPace>();
        services.AddSingleton<DeletionPace>();
        services.AddScoped<JobDeletions>();
        services.AddSingleton<JobMonitor>();
        return services.AddHostedService<LateStart<JobMonitor>>();
    }

    private static TranscriptionJobs JobsFor(JobGuard? guard, Auditor? audit, IServiceProvider provider) => new(
        provider.GetRequiredService<IAmazonTranscribeService>(),
        provider.GetRequiredService<ServiceLimits>(),
        provider.GetRequiredService<ILogger<TranscriptionJobs>>(),
        provider.GetRequiredService<TranscriptEditing>(),
        guard,
        audit,
        provider.GetService<DailyLimits>());

    /// <summary>People sign in: each sees the jobs that are theirs to see. The composition adds <see cref="ICallerSource"/>.</summary>
    public static IServiceCollection AddJobOwners(this IServiceCollection services, OtherJobs otherJobs) => services
        .AddSingleton<JobOwners>()
        .AddScoped(provider => new JobGuard(provider.GetRequiredService<ICallerSource>(), provider.GetRequiredService<JobOwners>(), otherJobs));

    private static IServiceCollection AddWordLists(this IServiceCollection services)
    {
        services.AddSingleton<PhraseRules>().AddSingleton<ResourceForms>().AddSingleton<WordListUploads>().AddScoped<ResourceUse>().AddSingleton<WordAdditions>();
        services.AddSingleton(provider => new CustomVocabularies(
            provider.GetRequiredService<IAmazonTranscribeService>(),
            provider.GetRequiredService<ServiceLimits>(),
            provider.GetRequiredService<WordListUploads>(),
            provider.GetRequiredService<ResultFiles>(),
            provider.GetRequiredService<AuditLog>(),
            provider.GetRequiredService<ILogger<CustomVocabularies>>()));
        services.AddSingleton(provider => new CustomVocabularyFilters(
            provider.GetRequiredService<IAmazonTranscribeService>(),
            provider.GetRequiredService<ServiceLimits>(),
            provider.GetRequiredService<ResultFiles>(),
            provider.GetRequiredService<AuditLog>(),
            provider.GetRequiredService<ILogger<CustomVocabularyFilters>>()));
        services.AddSingleton<CustomLanguageModels>();
        services.AddMonitor<VocabularyInfo>(provider => provider.GetRequiredService<CustomVocabularies>().ListAsync);
        services.AddMonitor<VocabularyFilterInfo>(provider => provider.GetRequiredService<CustomVocabularyFilters>().ListAsync);
        services.AddMonitor<LanguageModelInfo>(provider => provider.GetRequiredService<CustomLanguageModels>().ListAsync);
        return services.AddSingleton<Choices>();
    }

    private static void AddMonitor<T>(this IServiceCollection services, Func<IServiceProvider, Func<ResourceQuery, CancellationToken, Task<NamePage<T>>>> list)
        where T : INamedResource =>
        services.AddSingleton(provider => new ResourceMonitor<T>(
            list(provider), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<ResourceMonitor<T>>>()));

    private static IServiceCollection AddMedia(this IServiceCollection services) =>
        services.AddSingleton(provider => new MediaUploads(
            provider.GetRequiredService<IAmazonS3>(),
            provider.GetRequiredService<AwsConnection>().CreateS3(Telemetry(provider), maxErrorRetry: 0),
            provider.GetRequiredService<UploadTarget>(),
            provider.GetRequiredService<ServiceLimits>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<UploadMetrics>(),
            provider.GetRequiredService<AuditLog>(),
            provider.GetRequiredService<ILogger<MediaUploads>>()));

    private static IServiceCollection AddReading(this IServiceCollection services)
    {
        services.AddSingleton<ResultAddress>();
        services.AddSingleton<ObjectAccess>();
        services.AddSingleton<TranscriptEditing>();
        services.AddSingleton<ForgottenEdits>().AddHostedService<LateStart<ForgottenEdits>>();
        services.AddSingleton<ReadingWarmUp>().AddHostedService<LateStart<ReadingWarmUp>>();
        services.AddSingleton(provider => new TranscriptFiles(
            provider.GetRequiredService<AccountJobs>(), provider.GetRequiredService<ResultFiles>(), provider.GetRequiredService<TimeProvider>()));
        services.AddScoped(provider => new JobMedia(
            provider.GetRequiredService<TranscriptionJobs>(), provider.GetRequiredService<IAmazonS3>(), provider.GetRequiredService<ObjectAccess>(), provider.GetRequiredService<Auditor>()));
        // No redirects: a result must not lead the server to an address that was not checked. No logging: the addresses are signed.
        services.AddHttpClient<ResultFiles>(client => client.Timeout = ResultTimeout)
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            });
        return services.AddScoped(provider => new TranscriptReader(
            provider.GetRequiredService<TranscriptionJobs>(),
            provider.GetRequiredService<ResultFiles>(),
            provider.GetRequiredService<TranscriptFiles>(),
            provider.GetRequiredService<Auditor>()));
    }
}
