using Amazon.S3.Model;
using TranscribeConsole.LocalAws.Tests.Contracts;

namespace TranscribeConsole.LocalAws.Tests.S3;

public abstract class PartCopyContract(S3Target target) : S3Contract(target)
{
    [ContractFact]
    public async Task Parts_are_copied_whole_and_in_part()
    {
        await PutAsync("from é+", "0123456789");
        var first = new byte[5 * 1024 * 1024];
        new Random(1).NextBytes(first);
        await S3.PutObjectAsync(new() { BucketName = Bucket, Key = Key("big"), InputStream = new MemoryStream(first) });
        var upload = await StartAsync();

        var one = await S3.CopyPartAsync(NewCopy(upload, 1, "big"));
        var middle = NewCopy(upload, 2, "from é+");
        (middle.FirstByte, middle.LastByte) = (3, 6);
        var two = await S3.CopyPartAsync(middle);
        await S3.CompleteMultipartUploadAsync(new()
        { BucketName = Bucket, Key = Key("to"), UploadId = upload, PartETags = [new(1, one.ETag), new(2, two.ETag)] });

        using var got = await S3.GetObjectAsync(Bucket, Key("to"));
        using var bytes = new MemoryStream();
        await got.ResponseStream.CopyToAsync(bytes);
        Assert.Equal([.. first, .. "3456"u8], bytes.ToArray());
    }

    [ContractFact]
    public async Task Range_beyond_the_source_is_refused_and_makes_no_part()
    {
        await PutAsync("from", "0123456789");
        var upload = await StartAsync();
        var copy = NewCopy(upload, 1, "from");
        (copy.FirstByte, copy.LastByte) = (5, 10);

        Assert.Equal("InvalidArgument", await ErrorOfAsync(() => S3.CopyPartAsync(copy)));
        Assert.Empty((await S3.ListPartsAsync(Bucket, Key("to"), upload)).Parts ?? []);
    }

    [ContractFact]
    public async Task Condition_on_the_source_holds_or_no_part_is_made()
    {
        var source = await PutAsync("from", "text");
        var upload = await StartAsync();
        var (matching, other) = (NewCopy(upload, 1, "from"), NewCopy(upload, 2, "from"));
        matching.ETagToMatch = [source.ETag];
        other.ETagToMatch = ["\"0\""];

        await S3.CopyPartAsync(matching);
        Assert.Equal("PreconditionFailed", await ErrorOfAsync(() => S3.CopyPartAsync(other)));

        Assert.Equal(1, Assert.Single((await S3.ListPartsAsync(Bucket, Key("to"), upload)).Parts).PartNumber);
    }

    [ContractFact]
    public async Task Source_or_upload_that_is_not_there_is_not_found()
    {
        await PutAsync("from", "text");

        Assert.Equal("NoSuchKey", await ErrorOfAsync(async () => await S3.CopyPartAsync(NewCopy(await StartAsync(), 1, "absent"))));
        Assert.Equal("NoSuchUpload", await ErrorOfAsync(() => S3.CopyPartAsync(NewCopy("none", 1, "from"))));
    }

    private async Task<string> StartAsync() => (await S3.InitiateMultipartUploadAsync(Bucket, Key("to"))).UploadId;

    private CopyPartRequest NewCopy(string upload, int number, string from) => new()
    {
        SourceBucket = Bucket,
        SourceKey = Key(from),
        DestinationBucket = Bucket,
        DestinationKey = Key("to"),
        UploadId = upload,
        PartNumber = number,
    };
}

public sealed class LocalPartCopyTests(LocalS3Target target) : PartCopyContract(target), IClassFixture<LocalS3Target>;

public sealed class AwsPartCopyTests(AwsS3Target target) : PartCopyContract(target), IClassFixture<AwsS3Target>, IRunsAgainstAws;
