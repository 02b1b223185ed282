using Microsoft.Extensions.DependencyInjection;
using TranscribeConsole.LocalAws.Protocols;

namespace TranscribeConsole.LocalAws.S3;

internal static class S3Extensions
{
    /// <summary>Needs storage, signing and the address; to be registered after every other protocol.</summary>
    public static IServiceCollection AddS3(this IServiceCollection services) => services
        .AddSingleton<IS3OperationGroup, BucketOperations>()
        .AddSingleton<IS3OperationGroup, ObjectReads>()
        .AddSingleton<IS3OperationGroup, ObjectWrites>()
        .AddSingleton<IS3OperationGroup, ObjectCopies>()
        .AddSingleton<IS3OperationGroup, ObjectDeletions>()
        .AddSingleton<IS3OperationGroup, ObjectTagging>()
        .AddSingleton<IS3OperationGroup, ObjectLists>()
        .AddSingleton<IS3OperationGroup, AccessControlLists>()
        .AddSingleton<IS3OperationGroup, MultipartOperations>()
        .AddSingleton<IS3OperationGroup, PartCopies>()
        .AddSingleton<IS3OperationGroup, MultipartCompletion>()
        .AddSingleton<IS3OperationGroup, MultipartLists>()
        .AddSingleton<S3Protocol>()
        .AddSingleton<IProtocol>(provider => provider.GetRequiredService<S3Protocol>());
}
