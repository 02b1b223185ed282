using Microsoft.Extensions.DependencyInjection;

namespace TranscribeConsole.LocalAws.Jobs;

internal static class JobsRegistration
{
    /// <summary>Needs storage, vocabularies, recognition, <see cref="LocalAwsOptions"/>, <see cref="TimeProvider"/> and logging.</summary>
    public static IServiceCollection AddJobs(this IServiceCollection services) => services
        .AddSingleton<JobStore>()
        .AddSingleton<JobTagStore>()
        .AddSingleton<JobWords>()
        .AddSingleton<JobOutputWriter>()
        .AddSingleton<JobRun>()
        .AddSingleton<JobRunner>()
        .AddSingleton<JobRemoval>()
        .AddSingleton<JobQueueMetrics>()
        .AddHostedService(provider => provider.GetRequiredService<JobRunner>())
        .AddHostedService<JobExpiry>();
}
