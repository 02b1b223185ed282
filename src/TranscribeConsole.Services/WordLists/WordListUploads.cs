using System.Text;
using Amazon.S3;
using Amazon.S3.Model;
using Microsoft.Extensions.Logging;
using TranscribeConsole.Services.Aws;
using TranscribeConsole.Services.Media;

namespace TranscribeConsole.Services.WordLists;

/// <summary>Puts the files that the service reads vocabularies from into the bucket of the uploads.</summary>
public sealed class WordListUploads(IAmazonS3 s3, UploadTarget target, ILogger<WordListUploads> logger)
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
}
