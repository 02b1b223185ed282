using Amazon.S3;
using Amazon.S3.Model;
using TranscribeConsole.LocalAws.Tests.Contracts;

namespace TranscribeConsole.LocalAws.Tests.S3;

/// <summary>Deleting under a condition.</summary>
public abstract class DeleteContract(S3Target target) : S3Contract(target)
{
    [ContractFact]
    public async Task Object_that_has_changed_is_not_deleted()
    {
        var first = await PutAsync("k", "one");
        var second = await PutAsync("k", "two");

        Assert.Equal("PreconditionFailed", await ErrorOfAsync(() => DeleteAsync("k", first.ETag)));
        Assert.Equal("two", await GetAsync("k"));

        await DeleteAsync("k", second.ETag);
        Assert.Equal("NoSuchKey", await ErrorOfAsync(() => GetAsync("k")));
    }

    [ContractFact]
    public async Task Any_object_matches_a_star_and_no_object_does_not()
    {
        await PutAsync("k", "one");

        await DeleteAsync("k", "*");

        Assert.Equal("PreconditionFailed", await ErrorOfAsync(() => DeleteAsync("k", "*")));
    }

    [ContractFact]
    public async Task Of_several_only_those_that_match_are_deleted()
    {
        var kept = await PutAsync("kept", "one");
        var gone = await PutAsync("gone", "two");
        var request = new DeleteObjectsRequest
        {
            BucketName = Bucket,
            Quiet = true,
            Objects = [new() { Key = Key("kept"), ETag = gone.ETag }, new() { Key = Key("gone"), ETag = gone.ETag }],
        };

        var error = Assert.Single((await Assert.ThrowsAsync<DeleteObjectsException>(() => S3.DeleteObjectsAsync(request))).Response.DeleteErrors);

        Assert.Equal(("PreconditionFailed", Key("kept")), (error.Code, error.Key));
        Assert.Equal(kept.ETag, (await S3.GetObjectMetadataAsync(Bucket, Key("kept"))).ETag);
        Assert.Equal("NoSuchKey", await ErrorOfAsync(() => GetAsync("gone")));
    }

    private Task<DeleteObjectResponse> DeleteAsync(string name, string ifMatch) =>
        S3.DeleteObjectAsync(new DeleteObjectRequest { BucketName = Bucket, Key = Key(name), IfMatch = ifMatch });
}

public sealed class LocalDeleteTests(LocalS3Target target) : DeleteContract(target), IClassFixture<LocalS3Target>;

public sealed class AwsDeleteTests(AwsS3Target target) : DeleteContract(target), IClassFixture<AwsS3Target>, IRunsAgainstAws;
