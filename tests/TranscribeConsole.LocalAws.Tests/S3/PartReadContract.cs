using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using TranscribeConsole.LocalAws.Tests.Contracts;

namespace TranscribeConsole.LocalAws.Tests.S3;

public abstract class PartReadContract(S3Target target) : S3Contract(target)
{
    private const int MinPart = 5 * 1024 * 1024;

    [ContractFact]
    public async Task Part_of_a_multipart_object_is_its_own_bytes_with_the_number_of_parts()
    {
        var first = new byte[MinPart];
        new Random(1).NextBytes(first);
        await UploadAsync(first, [7, 8, 9]);

        var (head, last) = (await HeadAsync(1), await ReadAsync(2));

        Assert.Equal((HttpStatusCode.PartialContent, 2, (long)MinPart), (head.HttpStatusCode, head.PartsCount, head.ContentLength));
        Assert.Equal($"bytes 0-{MinPart - 1}/{MinPart + 3}", head.ContentRange);
        Assert.Equal((HttpStatusCode.PartialContent, 2), (last.Answer.HttpStatusCode, last.Answer.PartsCount));
        Assert.Equal(($"bytes {MinPart}-{MinPart + 2}/{MinPart + 3}", head.ETag), (last.Answer.ContentRange, last.Answer.ETag));
        Assert.Equal([7, 8, 9], last.Bytes);
        Assert.Equal(first, (await ReadAsync(1)).Bytes);
        Assert.Null((await S3.GetObjectMetadataAsync(Bucket, Key("k"))).PartsCount);
    }

    [ContractFact]
    public async Task Part_beyond_the_last_is_InvalidPartNumber()
    {
        await UploadAsync([1]);
        var error = await Assert.ThrowsAnyAsync<AmazonS3Exception>(() => ReadAsync(2));

        Assert.Equal(("InvalidPartNumber", HttpStatusCode.RequestedRangeNotSatisfiable), (error.ErrorCode, error.StatusCode));
    }

    [ContractFact]
    public async Task Object_that_was_put_whole_is_one_part()
    {
        await PutAsync("k", "text");
        var (answer, bytes) = await ReadAsync(1);

        Assert.Equal((HttpStatusCode.PartialContent, "bytes 0-3/4"), (answer.HttpStatusCode, answer.ContentRange));
        Assert.Null(answer.PartsCount);
        Assert.Equal("text"u8, bytes);
        Assert.Equal("InvalidPartNumber", await ErrorOfAsync(() => ReadAsync(2)));
    }

    [ContractFact]
    public async Task Part_and_range_together_are_InvalidRequest()
    {
        await PutAsync("k", "text");

        Assert.Equal("InvalidRequest", await ErrorOfAsync(() => S3.GetObjectAsync(
            new GetObjectRequest { BucketName = Bucket, Key = Key("k"), PartNumber = 1, ByteRange = new ByteRange(0, 1) })));
    }

    private async Task UploadAsync(params byte[][] parts)
    {
        var upload = (await S3.InitiateMultipartUploadAsync(Bucket, Key("k"))).UploadId;
        var etags = new List<PartETag>();
        for (var number = 1; number <= parts.Length; number++)
        {
            var part = await S3.UploadPartAsync(new()
            { BucketName = Bucket, Key = Key("k"), UploadId = upload, PartNumber = number, InputStream = new MemoryStream(parts[number - 1]) });
            etags.Add(new(number, part.ETag));
        }

        await S3.CompleteMultipartUploadAsync(new() { BucketName = Bucket, Key = Key("k"), UploadId = upload, PartETags = etags });
    }

    private Task<GetObjectMetadataResponse> HeadAsync(int part) =>
        S3.GetObjectMetadataAsync(new() { BucketName = Bucket, Key = Key("k"), PartNumber = part });

    private async Task<(GetObjectResponse Answer, byte[] Bytes)> ReadAsync(int part)
    {
        using var got = await S3.GetObjectAsync(new GetObjectRequest { BucketName = Bucket, Key = Key("k"), PartNumber = part });
        using var bytes = new MemoryStream();
        await got.ResponseStream.CopyToAsync(bytes);
        return (got, bytes.ToArray());
    }
}

public sealed class LocalPartReadTests(LocalS3Target target) : PartReadContract(target), IClassFixture<LocalS3Target>;

public sealed class AwsPartReadTests(AwsS3Target target) : PartReadContract(target), IClassFixture<AwsS3Target>, IRunsAgainstAws;
