using System.Collections.Concurrent;
using System.Security.Cryptography;
using Amazon.S3;
using Amazon.S3.Model;

namespace TranscribeConsole.EndToEnd.Tests.Crash;

/// <summary>What the objects of a bucket may be, by what the backend acknowledged.</summary>
/// <remarks>What was sent and not answered may have happened or not, but never by half: until the next look both are possible.</remarks>
internal sealed class ObjectModel(string bucket)
{
    public const string Absent = "absent";

    /// <summary>The tag that holds the hash of the body, on all objects but multipart uploads.</summary>
    public const string HashTag = "sha256";

    // Per key, hash of the body or absent: one after an acknowledged write, more after a broken one. Each key has one writer.
    private readonly ConcurrentDictionary<string, HashSet<string>> _possible = [];
    private int _acknowledged;

    public int Acknowledged => _acknowledged;

    /// <summary>The key's state while its writer has no write under way.</summary>
    public string this[string key] => _possible.TryGetValue(key, out var possible) ? possible.Single() : Absent;

    /// <summary>Makes a change that ends with the keys in these states, all or none.</summary>
    public async Task ChangeAsync(IReadOnlyDictionary<string, string> states, Func<Task> change)
    {
        foreach (var (key, state) in states) _possible.GetOrAdd(key, _ => [Absent]).Add(state);
        await change();
        foreach (var (key, state) in states) _possible[key] = [state];
        Interlocked.Increment(ref _acknowledged);
    }

    public Task ChangeAsync(string key, string state, Func<Task> change) => ChangeAsync(new Dictionary<string, string> { [key] = state }, change);

    /// <summary>Fails when an acknowledged write is lost or torn, an unacknowledged one half visible, or the listing says otherwise.</summary>
    public async Task CheckAsync(IAmazonS3 s3)
    {
        var listed = await ListAsync(s3);
        foreach (var (key, possible) in _possible)
        {
            var (found, size) = await ReadAsync(s3, key);
            Assert.True(possible.Contains(found), $"{key} is {found}; it may be {string.Join(" or ", possible)}.");
            Assert.True((found == Absent ? null : size) == listed.GetValueOrDefault(key), $"{key} is {found} with {size} bytes, and listed with {listed.GetValueOrDefault(key)}.");
            _possible[key] = [found]; // from now on it is known
        }
    }

    public static string Hash(ReadOnlySpan<byte> body) => Convert.ToHexString(SHA256.HashData(body));

    private async Task<Dictionary<string, long?>> ListAsync(IAmazonS3 s3)
    {
        var listed = new Dictionary<string, long?>();
        var request = new ListObjectsV2Request { BucketName = bucket, MaxKeys = 20 };
        do
        {
            var page = await s3.ListObjectsV2Async(request);
            foreach (var found in page.S3Objects ?? []) listed.Add(found.Key, found.Size);
            request.ContinuationToken = page.NextContinuationToken;
        }
        while (request.ContinuationToken is not null);
        return listed;
    }

    // Tags of another write than the body's would be a torn one.
    private async Task CheckTagsAsync(IAmazonS3 s3, string key, string hash)
    {
        var tags = await s3.GetObjectTaggingAsync(new GetObjectTaggingRequest { BucketName = bucket, Key = key });
        Assert.Equal(hash, Assert.Single(tags.Tagging, tag => tag.Key == HashTag).Value);
    }

    private async Task<(string State, long? Size)> ReadAsync(IAmazonS3 s3, string key)
    {
        try
        {
            using var response = await s3.GetObjectAsync(bucket, key);
            var hash = Convert.ToHexString(await SHA256.HashDataAsync(response.ResponseStream));
            if (!key.StartsWith(UploadWorker.Prefix, StringComparison.Ordinal)) await CheckTagsAsync(s3, key, hash);
            return (hash, response.ContentLength);
        }
        catch (AmazonS3Exception e) when (e.ErrorCode == "NoSuchKey")
        {
            return (Absent, null);
        }
    }
}
