using System.Security.Cryptography;
using Amazon.S3;
using Amazon.S3.Model;
using TranscribeConsole.LocalAws.Tests.Contracts;

namespace TranscribeConsole.LocalAws.Tests.S3;

public abstract class MultipartContract(S3Target target) : S3Contract(target)
{
    private const int MinPart = 5 * 1024 * 1024;

    [ContractFact]
    public async Task Parts_in_any_order_become_one_object()
    {
        var (first, last) = (Bytes(MinPart, 1), Bytes(1000, 2));
        var upload = await StartAsync();
        var two = await PartAsync(upload, 2, last);
        var one = await PartAsync(upload, 1, first);

        var completed = await CompleteAsync(upload, one, two);

        var md5 = Convert.ToHexStringLower(MD5.HashData([.. MD5.HashData(first), .. MD5.HashData(last)]));
        Assert.Equal($"\"{md5}-2\"", completed.ETag);
        var (whole, seam) = (await BytesAsync(null), await BytesAsync($"bytes={MinPart - 10}-{MinPart + 9}"));
        Assert.Equal([.. first, .. last], whole);
        Assert.Equal([.. first[^10..], .. last[..10]], seam);
        Assert.Equal(MinPart + 1000, (await S3.GetObjectMetadataAsync(Bucket, Key("k"))).ContentLength);
    }

    [ContractFact]
    public async Task Completing_again_is_answered_again()
    {
        var upload = await StartAsync();
        var part = await PartAsync(upload, 1, [1, 2, 3]);

        var first = await CompleteAsync(upload, part);
        var second = await CompleteAsync(upload, part);

        Assert.Equal(first.ETag, second.ETag);
    }

    [ContractFact]
    public async Task Part_sent_again_replaces_the_first()
    {
        var upload = await StartAsync();
        var old = await PartAsync(upload, 1, [1]);
        var replaced = await PartAsync(upload, 1, [2]);

        Assert.Equal("InvalidPart", await ErrorOfAsync(() => CompleteAsync(upload, old)));
        await CompleteAsync(upload, replaced);
        Assert.Equal([2], await BytesAsync(null));
    }

    [ContractFact]
    public async Task Wrong_completions_are_refused_and_the_upload_lives_on()
    {
        var upload = await StartAsync();
        var (one, two) = (await PartAsync(upload, 1, [1]), await PartAsync(upload, 2, [2]));

        Assert.Equal("EntityTooSmall", await ErrorOfAsync(() => CompleteAsync(upload, one, two)));
        Assert.Equal("InvalidPart", await ErrorOfAsync(() => CompleteAsync(upload, one, new PartETag(3, two.ETag))));
        Assert.Equal("InvalidPart", await ErrorOfAsync(() => CompleteAsync(upload, new PartETag(1, "\"0\""))));

        await CompleteAsync(upload, two);
        Assert.Equal([2], await BytesAsync(null));
    }

    [ContractFact]
    public async Task Listed_parts_and_uploads_are_those_that_are_there()
    {
        var upload = await StartAsync();
        for (var number = 1; number <= 3; number++) await PartAsync(upload, number, Bytes(number, 1));

        var page = await S3.ListPartsAsync(new ListPartsRequest { BucketName = Bucket, Key = Key("k"), UploadId = upload, MaxParts = 2 });
        var rest = await S3.ListPartsAsync(new ListPartsRequest { BucketName = Bucket, Key = Key("k"), UploadId = upload, PartNumberMarker = "2" });
        var uploads = await S3.ListMultipartUploadsAsync(new ListMultipartUploadsRequest { BucketName = Bucket, Prefix = Key("") });

        Assert.Equal([1, 2], page.Parts.Select(part => part.PartNumber!.Value));
        Assert.Equal((true, 2), (page.IsTruncated, page.NextPartNumberMarker));
        Assert.Equal((3, 3L), (rest.Parts.Single().PartNumber, rest.Parts.Single().Size));
        Assert.Equal(upload, uploads.MultipartUploads.Single().UploadId);
    }

    [ContractFact]
    public async Task Aborted_upload_is_gone()
    {
        var upload = await StartAsync();
        var part = await PartAsync(upload, 1, [1]);

        await S3.AbortMultipartUploadAsync(Bucket, Key("k"), upload);

        Assert.Equal("NoSuchUpload", await ErrorOfAsync(() => CompleteAsync(upload, part)));
        Assert.Equal("NoSuchUpload", await ErrorOfAsync(() => PartAsync(upload, 1, [1])));
        Assert.Equal("NoSuchKey", await ErrorOfAsync(() => S3.GetObjectAsync(Bucket, Key("k"))));
    }

    [ContractFact]
    public async Task Checksum_of_the_parts_checksums_and_of_the_whole()
    {
        var (first, last) = (Bytes(MinPart, 1), Bytes(10, 2));

        var composite = await UploadAsync(ChecksumAlgorithm.SHA256, null, first, last);
        var full = await UploadAsync(ChecksumAlgorithm.CRC32, ChecksumType.FULL_OBJECT, first, last);

        Assert.Equal(Convert.ToBase64String(SHA256.HashData([.. SHA256.HashData(first), .. SHA256.HashData(last)])) + "-2", composite.ChecksumSHA256);
        var crc = System.IO.Hashing.Crc32.HashToUInt32([.. first, .. last]);
        Assert.Equal(Convert.ToBase64String(BitConverter.GetBytes(System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(crc))), full.ChecksumCRC32);
    }

    private async Task<CompleteMultipartUploadResponse> UploadAsync(ChecksumAlgorithm algorithm, ChecksumType? type, params byte[][] parts)
    {
        var upload = (await S3.InitiateMultipartUploadAsync(new InitiateMultipartUploadRequest
        { BucketName = Bucket, Key = Key("k"), ChecksumAlgorithm = algorithm, ChecksumType = type })).UploadId;
        var completed = new CompleteMultipartUploadRequest { BucketName = Bucket, Key = Key("k"), UploadId = upload, ChecksumType = type };
        for (var i = 0; i < parts.Length; i++)
        {
            var part = await S3.UploadPartAsync(NewPart(upload, i + 1, parts[i], algorithm));
            completed.AddPartETags(part);
        }

        return await S3.CompleteMultipartUploadAsync(completed);
    }

    private async Task<string> StartAsync() => (await S3.InitiateMultipartUploadAsync(Bucket, Key("k"))).UploadId;

    private async Task<PartETag> PartAsync(string upload, int number, byte[] bytes) =>
        new(number, (await S3.UploadPartAsync(NewPart(upload, number, bytes, null))).ETag);

    private UploadPartRequest NewPart(string upload, int number, byte[] bytes, ChecksumAlgorithm? algorithm) => new()
    {
        BucketName = Bucket,
        Key = Key("k"),
        UploadId = upload,
        PartNumber = number,
        InputStream = new MemoryStream(bytes),
        ChecksumAlgorithm = algorithm,
    };

    private Task<CompleteMultipartUploadResponse> CompleteAsync(string upload, params PartETag[] parts) =>
        S3.CompleteMultipartUploadAsync(new() { BucketName = Bucket, Key = Key("k"), UploadId = upload, PartETags = [.. parts] });

    private async Task<byte[]> BytesAsync(string? range)
    {
        using var got = await S3.GetObjectAsync(new GetObjectRequest
        { BucketName = Bucket, Key = Key("k"), ByteRange = range is null ? null : new ByteRange(range) });
        using var bytes = new MemoryStream();
        await got.ResponseStream.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    private static byte[] Bytes(int length, int seed)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }
}

public sealed class LocalMultipartTests(LocalS3Target target) : MultipartContract(target), IClassFixture<LocalS3Target>;

public sealed class AwsMultipartTests(AwsS3Target target) : MultipartContract(target), IClassFixture<AwsS3Target>, IRunsAgainstAws;
