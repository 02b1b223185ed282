using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TranscribeConsole.Services.Aws;
using TranscribeConsole.Services.Reading;

namespace TranscribeConsole.Services.Objects;

/// <summary>Buckets, folders and objects, as far as the server's credentials and <see cref="AwsOptions.AllowedBuckets"/> let people see them.</summary>
/// <remarks>A folder is a prefix up to a slash, as in the console of AWS; keys are exact and never normalised.</remarks>
public sealed class S3Browser(IAmazonS3 s3, AwsConnection connection, IOptions<AwsOptions> options, ILogger<S3Browser> logger)
{
    private const string Delimiter = "/";

    // 10,000 buckets are an account's quota unless Amazon raises it.
    private const int BucketsPerCall = 1_000;
    private const int MaxBucketCalls = 10;

    private readonly HashSet<string> _allowed = [.. options.Value.AllowedBuckets];

    /// <summary>What is in a folder, a page at a time.</summary>
    /// <param name="folder">A bucket or a folder of it; null: the buckets.</param>
    /// <param name="search">Of buckets a part of the name, of a folder the beginning of what is in it: S3 finds that without reading the rest. Empty: everything.</param>
    /// <param name="token">Of the page before; null: the first page.</param>
    /// <exception cref="AwsFailureException">Denied: also a bucket that the settings don't allow. NotFound: there is no such bucket.</exception>
    public Task<S3Page> ListAsync(S3Location? folder, string search, string? token, int pageSize, CancellationToken cancellationToken) =>
        folder is null ? ListBucketsAsync(search, token, pageSize, cancellationToken) : ListFolderAsync(folder, search, token, pageSize, cancellationToken);

    /// <summary>The object's facts; null when there is none of that key.</summary>
    /// <exception cref="AwsFailureException">Denied: also a bucket that the settings don't allow, and a missing key of a bucket that may not be listed.</exception>
    public async Task<ObjectFacts?> FindAsync(S3Location location, CancellationToken cancellationToken)
    {
        CheckAllowed(location.Bucket);
        if (IsBeyondSdk(location.Key)) return await FindListedAsync(location, cancellationToken);
        try
        {
            var head = await CallAsync(() => s3.GetObjectMetadataAsync(location.Bucket, location.Key, cancellationToken), cancellationToken);
            return new ObjectFacts(
                location, head.ContentLength, head.Headers.ContentType, Utc(head.LastModified), head.ETag?.Trim('"'), head.StorageClass?.Value ?? S3StorageClass.Standard.Value);
        }
        catch (AwsFailureException e) when (e.Kind == AwsFailureKind.NotFound)
        {
            return null;
        }
    }

    /// <summary>The object's body, to be streamed on; null when there is none of that key.</summary>
    /// <param name="range">A <c>Range</c> header of one range, as S3 takes it; null: all.</param>
    /// <exception cref="AwsFailureException">As of <see cref="FindAsync"/>.</exception>
    /// <exception cref="RangeRefusedException">The range is beyond the end.</exception>
    public async Task<ObjectContent?> OpenAsync(S3Location location, string? range, CancellationToken cancellationToken)
    {
        CheckAllowed(location.Bucket);
        if (IsBeyondSdk(location.Key))
            throw new AwsFailureException(AwsFailureKind.BadRequest, ObjectAccess.NoLeadingSlash);
        var request = new GetObjectRequest
        {
            BucketName = location.Bucket,
            Key = location.Key,
            ByteRange = range is null ? null : new ByteRange(range),
        };
        try
        {
            return new ObjectContent(await CallAsync(() => s3.GetObjectAsync(request, cancellationToken), cancellationToken));
        }
        catch (AwsFailureException e) when (e.Kind == AwsFailureKind.NotFound)
        {
            return null;
        }
        catch (AwsFailureException e) when (e.InnerException is AmazonS3Exception { StatusCode: HttpStatusCode.RequestedRangeNotSatisfiable })
        {
            throw new RangeRefusedException(e);
        }
    }

    // The SDK signs /bucket//key and sends /bucket/key, which no S3 accepts. Listing names the key in the query, where it is exact.
    private static bool IsBeyondSdk(string key) => key.StartsWith('/');

    private async Task<ObjectFacts?> FindListedAsync(S3Location location, CancellationToken cancellationToken)
    {
        var request = new ListObjectsV2Request { BucketName = location.Bucket, Prefix = location.Key, MaxKeys = 1, Encoding = EncodingType.Url };
        var response = await CallAsync(() => s3.ListObjectsV2Async(request, cancellationToken), cancellationToken);
        return response.S3Objects is [var found] && Decode(found.Key) == location.Key
            ? new ObjectFacts(location, found.Size ?? 0, null, Utc(found.LastModified), found.ETag?.Trim('"'), found.StorageClass?.Value ?? S3StorageClass.Standard.Value)
            : null;
    }

    internal static DateTimeOffset? Utc(DateTime? time) => time is { } value ? new DateTimeOffset(value.ToUniversalTime()) : null;

    private async Task<S3Page> ListBucketsAsync(string search, string? token, int pageSize, CancellationToken cancellationToken)
    {
        var found = (await ReadBucketsAsync(cancellationToken))
            .Where(bucket => bucket.Location.Bucket.Contains(search, StringComparison.OrdinalIgnoreCase))
            .OrderBy(bucket => bucket.Location.Bucket, StringComparer.Ordinal)
            .SkipWhile(bucket => token is not null && string.CompareOrdinal(bucket.Location.Bucket, token) <= 0)
            .Take(pageSize + 1).ToList();
        return found.Count > pageSize ? new S3Page(found[..pageSize], found[pageSize - 1].Location.Bucket) : new S3Page(found, null);
    }

    private async Task<IEnumerable<S3Entry>> ReadBucketsAsync(CancellationToken cancellationToken)
    {
        try
        {
            var buckets = new List<S3Entry>();
            string? next = null;
            for (var call = 0; call < MaxBucketCalls && (call == 0 || !string.IsNullOrEmpty(next)); call++)
            {
                var request = new ListBucketsRequest { MaxBuckets = BucketsPerCall, ContinuationToken = next };
                var response = await CallAsync(() => s3.ListBucketsAsync(request, cancellationToken), cancellationToken);
                buckets.AddRange((response.Buckets ?? []).Where(bucket => IsAllowed(bucket.BucketName)).Select(Entry));
                next = response.ContinuationToken;
            }

            return buckets;
        }
        // Whoever may read a few buckets often may not list all of the account; the settings name them just as well.
        catch (AwsFailureException e) when (e.Kind == AwsFailureKind.Denied && _allowed.Count > 0)
        {
            return _allowed.Select(bucket => new S3Entry(S3EntryKind.Bucket, new S3Location(bucket, "")));
        }
    }

    private S3Entry Entry(S3Bucket bucket) => new(
        S3EntryKind.Bucket, new S3Location(bucket.BucketName, ""), Utc(bucket.CreationDate),
        Region: string.IsNullOrEmpty(bucket.BucketRegion) ? null : bucket.BucketRegion, Unusable: OtherRegion(bucket.BucketRegion));

    // The service reads and writes in its own Region alone. A service at an address of its own calls its Region what it likes.
    private string? OtherRegion(string? region) =>
        string.IsNullOrEmpty(region) || connection.S3ServiceUrl is not null || region == connection.RegionName
            ? null
            : $"The bucket is in {region}; jobs run in {connection.RegionName} and need a bucket there.";

    private async Task<S3Page> ListFolderAsync(S3Location folder, string search, string? token, int pageSize, CancellationToken cancellationToken)
    {
        CheckAllowed(folder.Bucket);
        var request = new ListObjectsV2Request
        {
            BucketName = folder.Bucket,
            Prefix = folder.Key + search,
            Delimiter = Delimiter,
            MaxKeys = pageSize,
            ContinuationToken = token,
            // XML can't carry every character that a key can.
            Encoding = EncodingType.Url,
        };
        try
        {
            var response = await CallAsync(() => s3.ListObjectsV2Async(request, cancellationToken), cancellationToken);
            var folders = (response.CommonPrefixes ?? []).Select(prefix => new S3Entry(S3EntryKind.Folder, new S3Location(folder.Bucket, Decode(prefix))));
            var objects = (response.S3Objects ?? []).Select(found => Entry(folder.Bucket, found)).Where(entry => !IsMarker(entry, folder));
            return new S3Page([.. folders, .. objects], string.IsNullOrEmpty(response.NextContinuationToken) ? null : response.NextContinuationToken);
        }
        catch (AwsFailureException e) when (e.Kind == AwsFailureKind.NotFound)
        {
            throw new AwsFailureException(AwsFailureKind.NotFound, $"There is no bucket named {folder.Bucket}.", e);
        }
    }

    private static S3Entry Entry(string bucket, S3Object found) => new(
        S3EntryKind.Object, new S3Location(bucket, Decode(found.Key)), Utc(found.LastModified), found.Size,
        Unusable: Archived(found.StorageClass?.Value));

    private static string? Archived(string? storageClass) =>
        storageClass is "GLACIER" or "DEEP_ARCHIVE" ? $"The object is archived ({storageClass}); it has to be restored before anything can read it." : null;

    // An empty object with the folder's own key stands for an empty folder; consoles make it and none shows it.
    private static bool IsMarker(S3Entry entry, S3Location folder) => entry.Location == folder && entry.Size == 0;

    private static string Decode(string encoded) => WebUtility.UrlDecode(encoded);

    private bool IsAllowed(string bucket) => _allowed.Count == 0 || _allowed.Contains(bucket);

    private void CheckAllowed(string bucket)
    {
        if (!IsAllowed(bucket))
            throw new AwsFailureException(AwsFailureKind.Denied, $"The console is not set up to show the bucket {bucket}. Aws:AllowedBuckets names those that it shows.");
    }

    private Task<T> CallAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken) =>
        AwsCalls.RunAsync(AwsCalls.S3, logger, call, cancellationToken);
}
