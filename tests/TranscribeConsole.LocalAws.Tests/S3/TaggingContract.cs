using Amazon.S3;
using Amazon.S3.Model;
using TranscribeConsole.LocalAws.Tests.Contracts;

namespace TranscribeConsole.LocalAws.Tests.S3;

public abstract class TaggingContract(S3Target target) : S3Contract(target)
{
    [ContractFact]
    public async Task Tags_are_set_replaced_counted_and_deleted_and_the_object_stays_as_it_was()
    {
        var put = await PutAsync("k", "text");
        var before = await HeadAsync("k");
        Assert.Empty(await TagsAsync("k"));

        await SetAsync("k", ("old", "1"));
        await SetAsync("k", ("speaker name", "Ann = é: a/b@c"), ("empty", ""));

        Assert.Equal([("empty", ""), ("speaker name", "Ann = é: a/b@c")], await TagsAsync("k"));
        Assert.Equal(2, (await HeadAsync("k")).TagsCount);
        using (var got = await S3.GetObjectAsync(Bucket, Key("k"))) Assert.Equal(2, got.TagCount);
        var after = await HeadAsync("k");
        Assert.Equal((put.ETag, before.LastModified), (after.ETag, after.LastModified));

        await S3.DeleteObjectTaggingAsync(new() { BucketName = Bucket, Key = Key("k") });
        Assert.Empty(await TagsAsync("k"));
        Assert.Equal("text", await GetAsync("k"));
    }

    [ContractFact]
    public async Task Tags_are_given_with_the_object_and_go_with_the_one_that_replaces_it()
    {
        await S3.PutObjectAsync(new() { BucketName = Bucket, Key = Key("k"), ContentBody = "1", TagSet = [Tag("a b", "c+d=e é"), Tag("x", "")] });
        Assert.Equal([("a b", "c+d=e é"), ("x", "")], await TagsAsync("k"));

        await PutAsync("k", "2");
        Assert.Empty(await TagsAsync("k"));
    }

    [ContractFact]
    public async Task Tags_of_a_multipart_upload_are_those_of_its_initiation()
    {
        var upload = await S3.InitiateMultipartUploadAsync(new InitiateMultipartUploadRequest
        { BucketName = Bucket, Key = Key("k"), TagSet = [Tag("kind", "call")] });
        var part = await S3.UploadPartAsync(new()
        { BucketName = Bucket, Key = Key("k"), UploadId = upload.UploadId, PartNumber = 1, InputStream = new MemoryStream([1]) });
        await S3.CompleteMultipartUploadAsync(new()
        { BucketName = Bucket, Key = Key("k"), UploadId = upload.UploadId, PartETags = [new(1, part.ETag)] });

        Assert.Equal([("kind", "call")], await TagsAsync("k"));
    }

    [ContractFact]
    public async Task Copy_takes_the_tags_of_its_source_or_those_of_the_request()
    {
        await PutAsync("from", "text");
        await SetAsync("from", ("a", "1"));

        await S3.CopyObjectAsync(Bucket, Key("from"), Bucket, Key("same"));
        await S3.CopyObjectAsync(new()
        {
            SourceBucket = Bucket,
            SourceKey = Key("from"),
            DestinationBucket = Bucket,
            DestinationKey = Key("other"),
            TaggingDirective = TaggingDirective.REPLACE,
            TagSet = [Tag("b", "2")],
        });

        Assert.Equal([("a", "1")], await TagsAsync("same"));
        Assert.Equal([("b", "2")], await TagsAsync("other"));
    }

    [ContractFact]
    public async Task Tags_that_break_a_rule_are_refused_and_the_others_stay()
    {
        await PutAsync("k", "text");
        await SetAsync("k", [.. Enumerable.Range(0, 9).Select(i => ($"key{i}", "v")), (new string('k', 128), new string('v', 256))]);
        var kept = await TagsAsync("k");

        Assert.Equal("BadRequest", await ErrorOfAsync(() => SetAsync("k", [.. Enumerable.Range(0, 11).Select(i => ($"key{i}", "v"))])));
        Assert.Equal("InvalidTag", await ErrorOfAsync(() => SetAsync("k", (new string('k', 129), "v"))));
        Assert.Equal("InvalidTag", await ErrorOfAsync(() => SetAsync("k", ("k", new string('v', 257)))));
        Assert.Equal("InvalidTag", await ErrorOfAsync(() => SetAsync("k", ("k", "a"), ("k", "b"))));
        Assert.Equal("InvalidTag", await ErrorOfAsync(() => SetAsync("k", ("a;b", "v"))));
        Assert.Equal("InvalidTag", await ErrorOfAsync(() => SetAsync("k", ("k", "<v>"))));
        Assert.Equal("InvalidTag", await ErrorOfAsync(() => SetAsync("k", ("aws:k", "v"))));
        Assert.Equal("InvalidTag", await ErrorOfAsync(() => SetAsync("k", ("", "v"))));
        Assert.Equal("InvalidTag", await ErrorOfAsync(() => S3.PutObjectAsync(
            new() { BucketName = Bucket, Key = Key("k"), ContentBody = "other", TagSet = [Tag("a;b", "v")] })));
        Assert.Equal("InvalidArgument", await ErrorOfAsync(() => S3.PutObjectAsync(
            new() { BucketName = Bucket, Key = Key("k"), ContentBody = "other", TagSet = [Tag("a", "1"), Tag("a", "2")] })));

        Assert.Equal(10, kept.Count);
        Assert.Equal(kept, await TagsAsync("k"));
        Assert.Equal("text", await GetAsync("k"));
    }

    [ContractFact]
    public async Task Tags_of_what_is_not_there_are_NoSuchKey()
    {
        Assert.Equal("NoSuchKey", await ErrorOfAsync(() => TagsAsync("absent")));
        Assert.Equal("NoSuchKey", await ErrorOfAsync(() => SetAsync("absent", ("a", "1"))));
    }

    private Task<GetObjectMetadataResponse> HeadAsync(string name) => S3.GetObjectMetadataAsync(Bucket, Key(name));

    private Task<PutObjectTaggingResponse> SetAsync(string name, params (string Key, string Value)[] tags) => S3.PutObjectTaggingAsync(new()
    { BucketName = Bucket, Key = Key(name), Tagging = new() { TagSet = [.. tags.Select(tag => Tag(tag.Key, tag.Value))] } });

    // By key: S3 promises no order.
    private async Task<List<(string, string)>> TagsAsync(string name) =>
        [.. ((await S3.GetObjectTaggingAsync(new() { BucketName = Bucket, Key = Key(name) })).Tagging ?? [])
            .Select(tag => (tag.Key, tag.Value ?? "")).Order()];

    private static Tag Tag(string key, string value) => new() { Key = key, Value = value };
}

public sealed class LocalTaggingTests(LocalS3Target target) : TaggingContract(target), IClassFixture<LocalS3Target>;

public sealed class AwsTaggingTests(AwsS3Target target) : TaggingContract(target), IClassFixture<AwsS3Target>, IRunsAgainstAws;
