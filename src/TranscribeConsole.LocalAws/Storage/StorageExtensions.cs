using Microsoft.Extensions.DependencyInjection;

namespace TranscribeConsole.LocalAws.Storage;

internal static class StorageExtensions
{
    /// <summary>Needs <see cref="LocalAwsOptions"/>, <see cref="TimeProvider"/> and <see cref="LocalDatabase"/>.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services) => services
        .AddSingleton(provider => new BodyFiles(provider.GetRequiredService<LocalAwsOptions>().DataDirectory))
        .AddSingleton<ObjectCache>()
        .AddSingleton<BucketStore>()
        .AddSingleton<ObjectStore>()
        .AddSingleton<ObjectListing>()
        .AddSingleton<ObjectDeletion>()
        .AddSingleton<ObjectTagStore>()
        .AddSingleton<MultipartStore>()
        .AddHostedService<UploadExpiry>();

    /// <summary>Sweeps leftovers and makes sure that the service's bucket is there; before the first request.</summary>
    public static async Task<int> PrepareStorageAsync(this IServiceProvider services, CancellationToken cancellationToken)
    {
        await services.GetRequiredService<BucketStore>().CreateAsync(LocalAwsAccount.ServiceBucket, cancellationToken);
        return services.GetRequiredService<ObjectStore>().Sweep();
    }
}
