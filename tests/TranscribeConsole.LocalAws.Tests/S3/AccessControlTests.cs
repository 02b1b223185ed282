using Amazon.S3;

namespace TranscribeConsole.LocalAws.Tests.S3;

public sealed class AccessControlTests(LocalAwsFixture backend) : IClassFixture<LocalAwsFixture>
{
    [Fact]
    public async Task Owner_and_nobody_else_has_full_control_of_bucket_and_object()
    {
        var bucket = await backend.NewBucketAsync();
        await backend.S3.PutObjectAsync(new() { BucketName = bucket, Key = "k", ContentBody = "text" });

        var ofBucket = await backend.S3.GetBucketAclAsync(new() { BucketName = bucket });
        var ofObject = await backend.S3.GetObjectAclAsync(new() { BucketName = bucket, Key = "k" });

        foreach (var (owner, grants) in new[] { (ofBucket.Owner, ofBucket.Grants), (ofObject.Owner, ofObject.Grants) })
        {
            var grant = Assert.Single(grants);
            Assert.Equal(owner.Id, grant.Grantee.CanonicalUser);
            Assert.Equal(S3Permission.FULL_CONTROL, grant.Permission);
        }
    }

    [Fact]
    public async Task Access_to_what_is_not_there_is_not_found()
    {
        var bucket = await backend.NewBucketAsync();

        Assert.Equal("NoSuchKey", (await Assert.ThrowsAnyAsync<AmazonS3Exception>(() => backend.S3.GetObjectAclAsync(new() { BucketName = bucket, Key = "absent" }))).ErrorCode);
        Assert.Equal("NoSuchBucket", (await Assert.ThrowsAnyAsync<AmazonS3Exception>(() => backend.S3.GetBucketAclAsync(new() { BucketName = "absent-bucket" }))).ErrorCode);
    }
}
