using System.Text;
using System.Text.RegularExpressions;
using Amazon.S3;
using Amazon.S3.Model;
using Microsoft.Extensions.Logging;
using TranscribeConsole.Services.Aws;
using TranscribeConsole.Services.Media;

namespace TranscribeConsole.Services.WordLists;

/// <summary>Puts the files that the service reads vocabularies from into the bucket of the uploads.</summary>
public sealed partial class WordListUploads(IAmazonS3 s3, UploadTarget target, ILogger<WordListUploads> logger)
{
    /// <summary>Stores a text of up to 50 KB under a key that no other has.</summary>
    /// <param name="folder">For example <c>vocabularies</c>.</param>
    /// <returns><c>s3://bucket/</c>, the prefix of the uploads, folder, name and a unique file name ending in <c>.txt</c>.</returns>
    /// <exception cref="AwsFailureException">Also when no bucket is set for uploads.</exception>
    public async Task<S3Location> PutAsync(string folder, string name, string text, CancellationToken cancellationToken)
    {
        var bucket = target.Bucket ?? throw new AwsFailureException(
            AwsFailureKind.BadRequest, "A vocabulary with DisplayAs is stored in a bucket, and this console has none. Set Upload:Bucket, or name a file in S3.");
        var location = new S3Location(bucket, $"{target.Prefix}{folder}/{name}/{Guid.NewGuid():N}.txt");
        var request = new PutObjectRequest { BucketName = bucket, Key = location.Key, ContentType = "text/plain; charset=utf-8" };
        try
        {
            await PutAsync(request, text, cancellationToken);
        }
        catch (AwsFailureException e) when (e.Kind == AwsFailureKind.NotFound && target.CreateBucket)
        {
            await CreateBucketAsync(bucket, cancellationToken);
            await PutAsync(request, text, cancellationToken);
        }

        return location;
    }

    /// <summary>Removes a text that <see cref="PutAsync(string, string, string, CancellationToken)"/> has stored and nobody needs. That it can't be is logged, and no more.</summary>
    public Task RemoveAsync(S3Location text, CancellationToken cancellationToken) => TryAsync(
        () => CallAsync(() => s3.DeleteObjectAsync(text.Bucket, text.Key, cancellationToken), cancellationToken), text.Key);

    /// <summary>Removes every text stored under the name, but one. Only keys as this class makes them are touched.</summary>
    public async Task TidyAsync(string folder, string name, S3Location? keep, CancellationToken cancellationToken)
    {
        if (target.Bucket is not { } bucket) return;
        var prefix = $"{target.Prefix}{folder}/{name}/";
        await TryAsync(async () =>
        {
            var request = new ListObjectsV2Request { BucketName = bucket, Prefix = prefix };
            var listed = await CallAsync(() => s3.ListObjectsV2Async(request, cancellationToken), cancellationToken);
            foreach (var key in (listed.S3Objects ?? []).Select(item => item.Key).Where(key => key != keep?.Key && OwnName().IsMatch(key[prefix.Length..])))
                await CallAsync(() => s3.DeleteObjectAsync(bucket, key, cancellationToken), cancellationToken);
        }, prefix);
    }

    [GeneratedRegex(@"^[0-9a-f]{32}\.txt\z")]
    private static partial Regex OwnName();

    // The vocabulary itself is saved or deleted: an object left behind costs next to nothing.
    private async Task TryAsync(Func<Task> remove, string what)
    {
        try
        {
            await remove();
        }
        catch (AwsFailureException e) when (e.Kind != AwsFailureKind.NotFound)
        {
            Log.NotRemoved(logger, what, e.Kind);
        }
        catch (AwsFailureException)
        {
            // Nor is the bucket there.
        }
    }

    private async Task CreateBucketAsync(string bucket, CancellationToken cancellationToken)
    {
        try
        {
            await CallAsync(() => s3.PutBucketAsync(new PutBucketRequest { BucketName = bucket }, cancellationToken), cancellationToken);
        }
        catch (AwsFailureException e) when (e.Kind == AwsFailureKind.Conflict) // somebody else was as quick
        {
        }
    }

    private async Task PutAsync(PutObjectRequest request, string text, CancellationToken cancellationToken)
    {
        request.InputStream = new MemoryStream(Encoding.UTF8.GetBytes(text), writable: false);
        await CallAsync(() => s3.PutObjectAsync(request, cancellationToken), cancellationToken);
    }

    private Task<T> CallAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken) => AwsCalls.RunAsync(AwsCalls.S3, logger, call, cancellationToken);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "A stored vocabulary table could not be removed from {Key}: {Kind}. It needs s3:ListBucket and s3:DeleteObject.")]
        public static partial void NotRemoved(ILogger logger, string key, AwsFailureKind kind);
    }
}
