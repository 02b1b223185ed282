using TranscribeConsole.LocalAws.Protocols;
using TranscribeConsole.LocalAws.Storage;

namespace TranscribeConsole.LocalAws.Tests.Storage;

/// <summary>Objects whose bytes are in their row, and those that are just too large for it.</summary>
public sealed class SmallObjectTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(BodyFiles.MaxInRow, 0)]
    [InlineData(BodyFiles.MaxInRow + 1, 1)]
    [InlineData(1_000_000, 1)]
    public async Task Object_comes_back_after_a_restart_and_has_a_file_only_when_it_is_large(int size, int files)
    {
        await using var storage = await NewStorageAsync();
        var body = Body(size);
        var info = await PutAsync(storage, "k", body);

        await storage.ReopenAsync();

        Assert.Equal(0, storage.Objects.Sweep());
        Assert.Equal(files, storage.AllFiles().Length);
        Assert.Equal(body, await BytesAsync(storage, "k"));
        Assert.Equal((size, info.ETag), (storage.Objects.Find(StorageFixture.Bucket, "k")!.Size, storage.Objects.Find(StorageFixture.Bucket, "k")!.ETag));
    }

    [Theory]
    [InlineData(100, 50_000)]
    [InlineData(50_000, 100)]
    [InlineData(100, 200)]
    public async Task Overwritten_object_is_the_new_one_and_leaves_no_file(int before, int after)
    {
        await using var storage = await NewStorageAsync();
        await PutAsync(storage, "k", Body(before));
        _ = await BytesAsync(storage, "k"); // now it is known

        await PutAsync(storage, "k", Body(after));

        Assert.Equal(Body(after), await BytesAsync(storage, "k"));
        Assert.Equal(after > BodyFiles.MaxInRow ? 1 : 0, storage.AllFiles().Length);
        await storage.Objects.DeleteAsync(StorageFixture.Bucket, "k", CancellationToken.None);
        Assert.Null(await BytesAsync(storage, "k"));
        Assert.Empty(storage.AllFiles());
    }

    [Fact]
    public async Task Copy_outlives_its_source()
    {
        await using var storage = await NewStorageAsync();
        var source = await PutAsync(storage, "k", Body(100));

        await storage.Objects.CopyAsync(source, new ObjectWrite(StorageFixture.Bucket, "copy"), CancellationToken.None);
        await storage.Objects.DeleteAsync(StorageFixture.Bucket, "k", CancellationToken.None);

        Assert.Equal(Body(100), await BytesAsync(storage, "copy"));
    }

    [Fact]
    public async Task Pin_is_a_file_of_the_same_bytes_that_outlives_the_object_and_goes_when_disposed()
    {
        await using var storage = await NewStorageAsync();
        await PutAsync(storage, "k", Body(100));

        using (var pin = await storage.Objects.PinAsync(StorageFixture.Bucket, "k", CancellationToken.None))
        {
            await storage.Objects.DeleteAsync(StorageFixture.Bucket, "k", CancellationToken.None);
            Assert.Equal(Body(100), await File.ReadAllBytesAsync(pin!.Path));
        }

        Assert.Empty(storage.AllFiles());
    }

    [Fact]
    public async Task Small_part_is_a_file_as_every_part_is()
    {
        await using var storage = await NewStorageAsync();
        var uploads = new MultipartStore(storage.Database, storage.Files, storage.Cache, storage.Time);
        var none = new Dictionary<string, string>();
        await PutAsync(storage, "k", Body(10));
        _ = await BytesAsync(storage, "k");
        var upload = await uploads.CreateAsync(new("", StorageFixture.Bucket, "k", default, none, none, null, ChecksumTypes.FullObject), CancellationToken.None);
        using var staged = await storage.Objects.StageAsync(new MemoryStream(Body(20)), 20, CancellationToken.None);
        await uploads.PutPartAsync(upload.Id, 1, staged, none, CancellationToken.None);
        Assert.Single(storage.AllFiles());

        await uploads.CompleteAsync(upload, WriteCondition.Always, parts => new CompletedUpload("0-1", parts, none, ChecksumTypes.FullObject), CancellationToken.None);

        Assert.Equal(Body(20), await BytesAsync(storage, "k"));
        Assert.Single(storage.AllFiles());
    }

    [Fact]
    public async Task Body_that_ends_in_an_error_stores_nothing()
    {
        await using var storage = await NewStorageAsync();
        await using var broken = new BrokenStream();

        await Assert.ThrowsAsync<ServiceErrorException>(() => storage.Objects.StageAsync(broken, 100, CancellationToken.None));

        Assert.Empty(storage.AllFiles());
    }

    private static Task<StorageFixture> NewStorageAsync() => StorageFixture.CreateAsync(maxInRow: BodyFiles.MaxInRow);

    private static Task<ObjectInfo> PutAsync(StorageFixture storage, string key, byte[] body) =>
        storage.Objects.PutAsync(StorageFixture.Bucket, key, "application/octet-stream", new MemoryStream(body), CancellationToken.None);

    private static async Task<byte[]?> BytesAsync(StorageFixture storage, string key)
    {
        if (storage.Objects.Open(StorageFixture.Bucket, key) is not { } found) return null;
        await using var body = found.Body;
        using var bytes = new MemoryStream();
        await body.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    private static byte[] Body(int size)
    {
        var body = new byte[size];
        new Random(size).NextBytes(body);
        return body;
    }

    // As a body whose checksum turns out to be wrong at its end.
    private sealed class BrokenStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new ServiceErrorException("BadDigest", "The Content-MD5 you specified did not match what we received.", 400);
    }
}
