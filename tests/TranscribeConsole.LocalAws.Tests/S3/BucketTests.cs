using Amazon.S3;
using TranscribeConsole.LocalAws.S3;

namespace TranscribeConsole.LocalAws.Tests.S3;

public sealed class BucketTests(LocalAwsFixture backend) : IClassFixture<LocalAwsFixture>
{
    [Fact]
    public async Task Bucket_is_made_listed_located_and_deleted()
    {
        var bucket = await backend.NewBucketAsync();

        await backend.S3.PutBucketAsync(bucket); // again: no error in us-east-1
        await backend.S3.HeadBucketAsync(new() { BucketName = bucket });
        Assert.Equal("", (await backend.S3.GetBucketLocationAsync(bucket)).Location?.Value ?? "");
        Assert.Contains((await backend.S3.ListBucketsAsync()).Buckets, item => item.BucketName == bucket);

        await backend.S3.DeleteBucketAsync(bucket);
        var error = await Assert.ThrowsAnyAsync<AmazonS3Exception>(() => backend.S3.ListObjectsV2Async(new() { BucketName = bucket }));
        Assert.Equal("NoSuchBucket", error.ErrorCode);
    }

    [Fact]
    public async Task Bucket_with_an_object_is_BucketNotEmpty_and_one_with_an_upload_is_not()
    {
        var bucket = await backend.NewBucketAsync();
        await backend.S3.PutObjectAsync(new() { BucketName = bucket, Key = "k", ContentBody = "x" });
        await backend.S3.InitiateMultipartUploadAsync(bucket, "k");

        var error = await Assert.ThrowsAnyAsync<AmazonS3Exception>(() => backend.S3.DeleteBucketAsync(bucket));
        Assert.Equal("BucketNotEmpty", error.ErrorCode);

        await backend.S3.DeleteObjectAsync(bucket, "k");
        await backend.S3.DeleteBucketAsync(bucket);
    }

    [Theory]
    [InlineData("abc", true)]
    [InlineData("a.b-c9", true)]
    [InlineData("ab", false)]
    [InlineData("Abc", false)]
    [InlineData("a_c", false)]
    [InlineData("-bc", false)]
    [InlineData("a..c", false)]
    [InlineData("192.168.5.4", false)]
    [InlineData("xn--bucket", false)]
    [InlineData("bucket-s3alias", false)]
    [InlineData("abc\n", false)]
    public void Bucket_names_follow_the_rules(string name, bool valid) => Assert.Equal(valid, BucketName.IsValid(name));

    [Fact]
    public void Bucket_name_has_at_most_63_characters()
    {
        Assert.True(BucketName.IsValid(new string('a', 63)));
        Assert.False(BucketName.IsValid(new string('a', 64)));
    }
}
