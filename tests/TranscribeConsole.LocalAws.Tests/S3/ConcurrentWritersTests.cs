using System.Globalization;
using Amazon.S3;

namespace TranscribeConsole.LocalAws.Tests.S3;

/// <summary>Sixteen clients at once, each with connections of its own.</summary>
public sealed class ConcurrentWritersTests(LocalAwsFixture backend) : IClassFixture<LocalAwsFixture>
{
    private const int Writers = 16;

    [Fact]
    public async Task What_was_written_is_read_and_listed_and_what_was_deleted_is_not()
    {
        var bucket = await backend.NewBucketAsync();

        await AllAsync(async (s3, writer) =>
        {
            for (var round = 0; round < 5; round++)
            {
                var (key, text) = ($"{writer}/{round}", $"{writer} wrote {round}");
                await s3.PutObjectAsync(new() { BucketName = bucket, Key = key, ContentBody = text });
                Assert.Equal(text, await ReadAsync(s3, bucket, key));
                Assert.Contains(key, await KeysAsync(s3, bucket, $"{writer}/"));
                if (round % 2 == 1) continue;
                await s3.DeleteObjectAsync(bucket, key);
                Assert.DoesNotContain(key, await KeysAsync(s3, bucket, $"{writer}/"));
                Assert.Equal("NoSuchKey", await ErrorOfAsync(() => s3.GetObjectAsync(bucket, key)));
            }

            return writer;
        });

        var expected = Enumerable.Range(0, Writers).SelectMany(writer => new[] { $"{writer}/1", $"{writer}/3" });
        Assert.Equal(expected.Order(StringComparer.Ordinal), await KeysAsync(backend.S3, bucket, ""));
    }

    [Fact]
    public async Task Of_all_that_create_one_key_one_wins()
    {
        var bucket = await backend.NewBucketAsync();
        for (var round = 0; round < 5; round++)
        {
            var key = $"once-{round}";
            var won = await AllAsync((s3, writer) => WonAsync(() => s3.PutObjectAsync(
                new() { BucketName = bucket, Key = key, ContentBody = writer.ToString(CultureInfo.InvariantCulture), IfNoneMatch = "*" })));

            var winner = Assert.Single(Enumerable.Range(0, Writers), writer => won[writer]);
            Assert.Equal(winner.ToString(CultureInfo.InvariantCulture), await ReadAsync(backend.S3, bucket, key));
        }
    }

    [Fact]
    public async Task No_increment_under_a_condition_is_lost()
    {
        var bucket = await backend.NewBucketAsync();
        await backend.S3.PutObjectAsync(new() { BucketName = bucket, Key = "count", ContentBody = "0" });

        var won = await AllAsync(async (s3, _) =>
        {
            var times = 0;
            for (var attempt = 0; attempt < 5; attempt++)
            {
                using var got = await s3.GetObjectAsync(bucket, "count");
                using var reader = new StreamReader(got.ResponseStream);
                var next = int.Parse(await reader.ReadToEndAsync(), CultureInfo.InvariantCulture) + 1;
                if (await WonAsync(() => s3.PutObjectAsync(
                    new() { BucketName = bucket, Key = "count", ContentBody = next.ToString(CultureInfo.InvariantCulture), IfMatch = got.ETag }))) times++;
            }

            return times;
        });

        Assert.Equal(won.Sum().ToString(CultureInfo.InvariantCulture), await ReadAsync(backend.S3, bucket, "count"));
    }

    [Fact]
    public async Task Of_all_that_delete_one_version_or_complete_over_nothing_one_wins()
    {
        var bucket = await backend.NewBucketAsync();
        var put = await backend.S3.PutObjectAsync(new() { BucketName = bucket, Key = "gone", ContentBody = "x" });

        var deleted = await AllAsync((s3, _) => WonAsync(() => s3.DeleteObjectAsync(new() { BucketName = bucket, Key = "gone", IfMatch = put.ETag })));
        var completed = await AllAsync(async (s3, _) =>
        {
            var upload = (await s3.InitiateMultipartUploadAsync(bucket, "parts")).UploadId;
            var part = await s3.UploadPartAsync(new()
            { BucketName = bucket, Key = "parts", UploadId = upload, PartNumber = 1, InputStream = new MemoryStream([1]) });
            return await WonAsync(() => s3.CompleteMultipartUploadAsync(new()
            { BucketName = bucket, Key = "parts", UploadId = upload, PartETags = [new(1, part.ETag)], IfNoneMatch = "*" }));
        });

        Assert.Single(deleted, true);
        Assert.Single(completed, true);
    }

    private Task<T[]> AllAsync<T>(Func<IAmazonS3, int, Task<T>> act) => Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
    {
        using var s3 = LocalAwsFixture.NewS3(backend.Server);
        return await act(s3, writer);
    })));

    private static async Task<bool> WonAsync(Func<Task> call)
    {
        try
        {
            await call();
            return true;
        }
        catch (AmazonS3Exception e) when (e.ErrorCode is "PreconditionFailed" or "NoSuchKey") // the other is gone, or is another
        {
            return false;
        }
    }

    private static async Task<string> ErrorOfAsync(Func<Task> call) => (await Assert.ThrowsAnyAsync<AmazonS3Exception>(call)).ErrorCode;

    private static async Task<string> ReadAsync(IAmazonS3 s3, string bucket, string key)
    {
        using var got = await s3.GetObjectAsync(bucket, key);
        using var reader = new StreamReader(got.ResponseStream);
        return await reader.ReadToEndAsync();
    }

    private static async Task<IReadOnlyList<string>> KeysAsync(IAmazonS3 s3, string bucket, string prefix) =>
        [.. ((await s3.ListObjectsV2Async(new() { BucketName = bucket, Prefix = prefix })).S3Objects ?? []).Select(item => item.Key)];
}
