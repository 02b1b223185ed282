using TranscribeConsole.LocalAws.Protocols;
using TranscribeConsole.LocalAws.Storage;

namespace TranscribeConsole.LocalAws.Tests.Storage;

public sealed class ObjectTagStoreTests
{
    [Fact]
    public async Task Tags_that_were_acknowledged_are_seen_at_once_and_after_a_restart()
    {
        await using var storage = await StorageFixture.CreateAsync();
        await storage.PutAsync("k", "text");
        Assert.Empty(storage.Objects.Find(StorageFixture.Bucket, "k")!.Tags); // now it is known

        await Tags(storage).ReplaceAsync(StorageFixture.Bucket, "k", new Dictionary<string, string> { ["b"] = "2", ["a"] = "1" }, CancellationToken.None);

        Assert.Equal(["b", "a"], storage.Objects.Find(StorageFixture.Bucket, "k")!.Tags.Keys);
        await storage.ReopenAsync();
        var found = storage.Objects.Find(StorageFixture.Bucket, "k")!;
        Assert.Equal(["b=2", "a=1"], found.Tags.Select(tag => $"{tag.Key}={tag.Value}"));
        Assert.Equal("text", await storage.ReadAsync("k"));
    }

    [Theory]
    [InlineData(StorageFixture.Bucket, "NoSuchKey")]
    [InlineData("absent", "NoSuchBucket")]
    public async Task What_is_not_there_gets_no_tags(string bucket, string code)
    {
        await using var storage = await StorageFixture.CreateAsync();

        var error = await Assert.ThrowsAsync<ServiceErrorException>(
            () => Tags(storage).ReplaceAsync(bucket, "k", new Dictionary<string, string>(), CancellationToken.None));

        Assert.Equal(code, error.Code);
    }

    private static ObjectTagStore Tags(StorageFixture storage) => new(storage.Database, storage.Cache);
}
