using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using TranscribeConsole.LocalAws.Tests.Contracts;

namespace TranscribeConsole.LocalAws.Tests.S3;

public abstract class ObjectContract(S3Target target) : S3Contract(target)
{
    [ContractFact]
    public async Task Object_comes_back_with_its_headers_and_metadata()
    {
        var put = new PutObjectRequest { BucketName = Bucket, Key = Key("call.txt"), ContentBody = "hello", ContentType = "text/plain; charset=utf-8" };
        put.Headers.CacheControl = "max-age=60";
        put.Headers.ContentDisposition = "attachment; filename=\"call.txt\"";
        put.Headers["Content-Language"] = "en";
        put.Metadata["Speaker"] = "Ann";
        var stored = await S3.PutObjectAsync(put);

        using var got = await S3.GetObjectAsync(Bucket, Key("call.txt"));

        Assert.Equal("\"5d41402abc4b2a76b9719d911017c592\"", stored.ETag);
        Assert.Equal(stored.ETag, got.ETag);
        Assert.Equal(("text/plain; charset=utf-8", "max-age=60"), (got.Headers.ContentType, got.Headers.CacheControl));
        Assert.Equal("attachment; filename=\"call.txt\"", got.Headers.ContentDisposition);
        Assert.Equal("Ann", got.Metadata["speaker"]);
        Assert.Null(got.Headers.ContentEncoding);
        Assert.Equal("hello", await new StreamReader(got.ResponseStream).ReadToEndAsync());
    }

    [ContractFact]
    public async Task Missing_key_is_NoSuchKey() => Assert.Equal("NoSuchKey", await ErrorOfAsync(() => S3.GetObjectAsync(Bucket, Key("absent"))));

    [ContractFact]
    public async Task Head_of_a_missing_key_is_404()
    {
        var error = await Assert.ThrowsAnyAsync<AmazonS3Exception>(() => S3.GetObjectMetadataAsync(Bucket, Key("absent")));

        Assert.Equal(HttpStatusCode.NotFound, error.StatusCode);
    }

    [ContractFact]
    public async Task Key_may_hold_any_characters()
    {
        foreach (var name in new[] { "a b+c%2Fd", "naïve/日本/🎧.wav", "a//b", "q?x=1&y#z", "'\"<&>" })
        {
            await PutAsync(name, name);
            Assert.Equal(name, await GetAsync(name));
        }
    }

    [ContractFact]
    public async Task Empty_object_is_an_object()
    {
        await PutAsync("empty", "");

        Assert.Equal("", await GetAsync("empty"));
        Assert.Equal(0, (await S3.GetObjectMetadataAsync(Bucket, Key("empty"))).ContentLength);
    }

    [ContractFact]
    public async Task Ranges_give_the_bytes_asked_for()
    {
        await PutAsync("digits", "0123456789");

        Assert.Equal(("234", "bytes 2-4/10"), await RangeAsync("bytes=2-4"));
        Assert.Equal(("789", "bytes 7-9/10"), await RangeAsync("bytes=-3"));
        Assert.Equal(("89", "bytes 8-9/10"), await RangeAsync("bytes=8-"));
        Assert.Equal(("9", "bytes 9-9/10"), await RangeAsync("bytes=9-100"));
        Assert.Equal(("0123456789", "bytes 0-9/10"), await RangeAsync("bytes=-100"));
        Assert.Equal("InvalidRange", await ErrorOfAsync(() => RangeAsync("bytes=10-")));
    }

    [ContractFact]
    public async Task Read_conditions_follow_the_precedence_of_S3()
    {
        var etag = (await PutAsync("k", "x")).ETag;
        var (past, future) = (new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc), new DateTime(2100, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        Assert.Equal(200, await StatusAsync(r => r.EtagToMatch = etag));
        Assert.Equal(412, await StatusAsync(r => r.EtagToMatch = "\"0\""));
        Assert.Equal(304, await StatusAsync(r => r.EtagToNotMatch = etag));
        Assert.Equal(200, await StatusAsync(r => r.EtagToNotMatch = "\"0\""));
        Assert.Equal(200, await StatusAsync(r => r.ModifiedSinceDate = past));
        Assert.Equal(412, await StatusAsync(r => r.UnmodifiedSinceDate = past));
        Assert.Equal(200, await StatusAsync(r => r.UnmodifiedSinceDate = future));
        Assert.Equal(200, await StatusAsync(r => (r.EtagToMatch, r.UnmodifiedSinceDate) = (etag, past)));
        Assert.Equal(304, await StatusAsync(r => (r.EtagToNotMatch, r.ModifiedSinceDate) = (etag, past)));
    }

    [ContractFact]
    public async Task Response_overrides_replace_the_stored_headers()
    {
        await PutAsync("k", "x");
        var request = new GetObjectRequest { BucketName = Bucket, Key = Key("k") };
        request.ResponseHeaderOverrides.ContentType = "audio/wav";
        request.ResponseHeaderOverrides.ContentDisposition = "attachment";

        using var got = await S3.GetObjectAsync(request);

        Assert.Equal(("audio/wav", "attachment"), (got.Headers.ContentType, got.Headers.ContentDisposition));
    }

    [ContractFact]
    public async Task Conditional_writes_keep_what_is_there()
    {
        var first = await PutAsync("k", "first");

        Assert.Equal("PreconditionFailed", await ErrorOfAsync(() => S3.PutObjectAsync(
            new() { BucketName = Bucket, Key = Key("k"), ContentBody = "second", IfNoneMatch = "*" })));
        Assert.Equal("PreconditionFailed", await ErrorOfAsync(() => S3.PutObjectAsync(
            new() { BucketName = Bucket, Key = Key("k"), ContentBody = "second", IfMatch = "\"0\"" })));
        Assert.Equal("first", await GetAsync("k"));

        await S3.PutObjectAsync(new() { BucketName = Bucket, Key = Key("k"), ContentBody = "second", IfMatch = first.ETag });
        Assert.Equal("second", await GetAsync("k"));
    }

    [ContractFact]
    public async Task Checksum_is_returned_when_asked_for()
    {
        foreach (var algorithm in new[] { ChecksumAlgorithm.CRC32, ChecksumAlgorithm.SHA1, ChecksumAlgorithm.SHA256 })
        {
            var put = await S3.PutObjectAsync(new() { BucketName = Bucket, Key = Key("k"), ContentBody = "hello", ChecksumAlgorithm = algorithm });
            var head = await S3.GetObjectMetadataAsync(new() { BucketName = Bucket, Key = Key("k"), ChecksumMode = ChecksumMode.ENABLED });

            string?[] stored = [head.ChecksumCRC32, head.ChecksumSHA1, head.ChecksumSHA256];
            string?[] sent = [put.ChecksumCRC32, put.ChecksumSHA1, put.ChecksumSHA256];
            Assert.Equal(sent, stored);
            Assert.Single(stored, value => value is not null);
        }
    }

    [ContractFact]
    public async Task Wrong_Content_MD5_is_refused_and_stores_nothing()
    {
        Assert.Equal("BadDigest", await ErrorOfAsync(() => S3.PutObjectAsync(
            new() { BucketName = Bucket, Key = Key("k"), ContentBody = "hello", MD5Digest = Convert.ToBase64String(new byte[16]) })));
        Assert.Equal("NoSuchKey", await ErrorOfAsync(() => S3.GetObjectAsync(Bucket, Key("k"))));
    }

    [ContractFact]
    public async Task Deleted_key_is_gone_and_deleting_it_again_is_no_error()
    {
        await PutAsync("k", "x");

        await S3.DeleteObjectAsync(Bucket, Key("k"));
        await S3.DeleteObjectAsync(Bucket, Key("k"));

        Assert.Equal("NoSuchKey", await ErrorOfAsync(() => S3.GetObjectAsync(Bucket, Key("k"))));
    }

    [ContractFact]
    public async Task DeleteObjects_deletes_what_is_there_and_names_every_key()
    {
        await PutAsync("a", "x");
        await PutAsync("b<&>", "x");

        var deleted = await S3.DeleteObjectsAsync(new()
        {
            BucketName = Bucket,
            Objects = [new() { Key = Key("a") }, new() { Key = Key("b<&>") }, new() { Key = Key("absent") }],
        });

        Assert.Equal([Key("a"), Key("absent"), Key("b<&>")], deleted.DeletedObjects.Select(item => item.Key).Order(StringComparer.Ordinal));
        Assert.Equal("NoSuchKey", await ErrorOfAsync(() => S3.GetObjectAsync(Bucket, Key("b<&>"))));
    }

    private async Task<(string Text, string ContentRange)> RangeAsync(string range)
    {
        using var got = await S3.GetObjectAsync(new GetObjectRequest { BucketName = Bucket, Key = Key("digits"), ByteRange = new ByteRange(range) });
        return (await new StreamReader(got.ResponseStream).ReadToEndAsync(), got.ContentRange);
    }

    private async Task<int> StatusAsync(Action<GetObjectRequest> condition)
    {
        var request = new GetObjectRequest { BucketName = Bucket, Key = Key("k") };
        condition(request);
        try
        {
            using var got = await S3.GetObjectAsync(request);
            return (int)got.HttpStatusCode;
        }
        catch (AmazonS3Exception e)
        {
            return (int)e.StatusCode;
        }
    }
}

public sealed class LocalObjectTests(LocalS3Target target) : ObjectContract(target), IClassFixture<LocalS3Target>;

public sealed class AwsObjectTests(AwsS3Target target) : ObjectContract(target), IClassFixture<AwsS3Target>, IRunsAgainstAws;
