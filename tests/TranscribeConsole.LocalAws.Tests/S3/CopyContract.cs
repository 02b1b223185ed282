using Amazon.S3;
using Amazon.S3.Model;
using TranscribeConsole.LocalAws.Tests.Contracts;

namespace TranscribeConsole.LocalAws.Tests.S3;

public abstract class CopyContract(S3Target target) : S3Contract(target)
{
    [ContractFact]
    public async Task Copy_has_body_headers_and_metadata_of_its_source_and_a_life_of_its_own()
    {
        var put = new PutObjectRequest { BucketName = Bucket, Key = Key("from é+"), ContentBody = "text", ContentType = "text/plain" };
        put.Metadata["speaker"] = "Ann";
        await S3.PutObjectAsync(put);

        await S3.CopyObjectAsync(Bucket, Key("from é+"), Bucket, Key("to"));
        await S3.DeleteObjectAsync(Bucket, Key("from é+"));

        var head = await S3.GetObjectMetadataAsync(Bucket, Key("to"));
        Assert.Equal(("text/plain", "Ann"), (head.Headers.ContentType, head.Metadata["speaker"]));
        Assert.Equal("text", await GetAsync("to"));
    }

    [ContractFact]
    public async Task Copy_with_REPLACE_takes_the_headers_of_the_request()
    {
        await PutAsync("from", "text");
        var copy = NewCopy("from", "from");
        (copy.MetadataDirective, copy.ContentType) = (S3MetadataDirective.REPLACE, "audio/wav");
        copy.Metadata["speaker"] = "Bob";

        await S3.CopyObjectAsync(copy);

        var head = await S3.GetObjectMetadataAsync(Bucket, Key("from"));
        Assert.Equal(("audio/wav", "Bob"), (head.Headers.ContentType, head.Metadata["speaker"]));
        Assert.Equal("text", await GetAsync("from"));
    }

    [ContractFact]
    public async Task Copy_onto_itself_without_a_change_is_InvalidRequest()
    {
        await PutAsync("k", "text");

        Assert.Equal("InvalidRequest", await ErrorOfAsync(() => S3.CopyObjectAsync(NewCopy("k", "k"))));
    }

    [ContractFact]
    public async Task Copy_whose_condition_fails_is_PreconditionFailed()
    {
        await PutAsync("from", "text");
        var copy = NewCopy("from", "to");
        copy.ETagToMatch = "\"0\"";

        Assert.Equal("PreconditionFailed", await ErrorOfAsync(() => S3.CopyObjectAsync(copy)));
    }

    [ContractFact]
    public async Task Copy_of_a_missing_key_is_NoSuchKey() =>
        Assert.Equal("NoSuchKey", await ErrorOfAsync(() => S3.CopyObjectAsync(NewCopy("absent", "to"))));

    [ContractFact]
    public async Task Copy_of_a_multipart_object_has_a_plain_ETag()
    {
        var upload = await S3.InitiateMultipartUploadAsync(Bucket, Key("parts"));
        var part = await S3.UploadPartAsync(new()
        { BucketName = Bucket, Key = Key("parts"), UploadId = upload.UploadId, PartNumber = 1, InputStream = new MemoryStream("text"u8.ToArray()) });
        await S3.CompleteMultipartUploadAsync(new()
        { BucketName = Bucket, Key = Key("parts"), UploadId = upload.UploadId, PartETags = [new(1, part.ETag)] });

        var copied = await S3.CopyObjectAsync(NewCopy("parts", "whole"));

        Assert.Equal("\"1cb251ec0d568de6a929b520c4aed8d1\"", copied.ETag);
        Assert.Equal("text", await GetAsync("whole"));
    }

    private CopyObjectRequest NewCopy(string from, string to) =>
        new() { SourceBucket = Bucket, SourceKey = Key(from), DestinationBucket = Bucket, DestinationKey = Key(to) };
}

public sealed class LocalCopyTests(LocalS3Target target) : CopyContract(target), IClassFixture<LocalS3Target>;

public sealed class AwsCopyTests(AwsS3Target target) : CopyContract(target), IClassFixture<AwsS3Target>, IRunsAgainstAws;
