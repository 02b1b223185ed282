using System.Text;
using TranscribeConsole.LocalAws.Protocols;
using TranscribeConsole.LocalAws.Storage;

namespace TranscribeConsole.LocalAws.Tests.Storage;

/// <summary>The first pin makes an object of several files one of a single file, for good.</summary>
public sealed class ObjectJoinTests
{
    private const string Whole = "one two three";
    private static readonly Dictionary<string, string> None = [];

    [Fact]
    public async Task Pinned_object_is_one_file_from_then_on_and_after_a_restart()
    {
        await using var storage = await StorageFixture.CreateAsync();
        var before = await PutPartsAsync(storage);

        Assert.Equal(Whole, await PinAsync(storage));
        var joined = Assert.Single(storage.AllFiles());
        Assert.Equal(Whole, await PinAsync(storage));
        await storage.ReopenAsync();

        Assert.Equal(0, storage.Objects.Sweep());
        Assert.Equal(joined, Assert.Single(storage.AllFiles()));
        Assert.Equal(Whole, await storage.ReadAsync("k"));
        var after = storage.Objects.Find(StorageFixture.Bucket, "k")!;
        Assert.Equal((before.ETag, before.Size, before.LastModified), (after.ETag, after.Size, after.LastModified));
        Assert.Equal([4, 4, 5], after.PartSizes); // its files no longer tell
    }

    [Fact]
    public async Task Reader_of_the_parts_reads_on_after_they_were_joined()
    {
        await using var storage = await StorageFixture.CreateAsync();
        await PutPartsAsync(storage);
        await using var body = storage.Objects.Open(StorageFixture.Bucket, "k")!.Value.Body;

        await PinAsync(storage);

        Assert.Equal(Whole, await new StreamReader(body).ReadToEndAsync());
    }

    [Fact]
    public async Task Eight_pins_at_once_copy_the_object_once()
    {
        var created = 0;
        await using var storage = await StorageFixture.CreateAsync((path, _) =>
        {
            Interlocked.Increment(ref created);
            return File.Create(path, 1);
        });
        await PutPartsAsync(storage);
        created = 0;

        var texts = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => PinAsync(storage))));

        Assert.All(texts, text => Assert.Equal(Whole, text));
        Assert.Equal(1, created);
        Assert.Single(storage.AllFiles());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Object_replaced_or_deleted_while_it_is_joined_is_what_it_then_is(bool replaced)
    {
        Action? meanwhile = null;
        await using var storage = await StorageFixture.CreateAsync((path, _) =>
        {
            Interlocked.Exchange(ref meanwhile, null)?.Invoke();
            return File.Create(path, 1);
        });
        await PutPartsAsync(storage);
        meanwhile = () =>
        {
            if (replaced) Run(() => storage.PutAsync("k", "new"));
            else Run(() => storage.Objects.DeleteAsync(StorageFixture.Bucket, "k", CancellationToken.None));
        };

        Assert.Equal(replaced ? "new" : null, await PinAsync(storage));
        Assert.Equal(replaced ? 1 : 0, storage.AllFiles().Length);
    }

    [Fact]
    public async Task Rows_of_an_object_that_is_another_by_now_are_left_alone()
    {
        await using var storage = await StorageFixture.CreateAsync();
        await PutPartsAsync(storage);

        var swapped = await storage.Database.WriteAsync(
            connection => ObjectRows.TryReplaceBodies(connection, StorageFixture.Bucket, "k", [new BodyFile("0", 13)], new BodyFile("1", 13)), CancellationToken.None);

        Assert.False(swapped);
        Assert.Equal(Whole, await storage.ReadAsync("k"));
    }

    [Theory]
    [InlineData(false)] // killed before the row: the joined file goes
    [InlineData(true)] // killed after it: the parts go
    public async Task Kill_while_joining_costs_nothing(bool committed)
    {
        await using var storage = await StorageFixture.CreateAsync();
        await PutPartsAsync(storage);
        var parts = storage.Database.Read(connection => ObjectRows.Bodies(connection, ObjectRows.Find(connection, StorageFixture.Bucket, "k")!.Value.Id));
        var joined = await storage.Files.JoinAsync(parts, CancellationToken.None);
        if (committed)
        {
            Assert.True(await storage.Database.WriteAsync(
                connection => ObjectRows.TryReplaceBodies(connection, StorageFixture.Bucket, "k", parts, joined), CancellationToken.None));
        }

        await storage.ReopenAsync();

        Assert.Equal(committed ? 3 : 1, storage.Objects.Sweep());
        Assert.Equal(Whole, await storage.ReadAsync("k"));
        Assert.Equal(Whole, await PinAsync(storage));
    }

    [Fact]
    public async Task Full_disk_leaves_the_parts_and_no_file()
    {
        var full = false;
        await using var storage = await StorageFixture.CreateAsync((path, _) =>
        {
            if (!full) return File.Create(path, 1);
            File.CreateSymbolicLink(path, "/dev/full"); // every write to it fails with ENOSPC; the kernel does not copy to a device
            return new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        });
        await PutPartsAsync(storage);
        full = true;

        var error = await Assert.ThrowsAsync<ServiceErrorException>(() => PinAsync(storage));

        Assert.Equal("InsufficientStorage", error.Code);
        Assert.Equal(3, storage.AllFiles().Length);
        Assert.Equal(Whole, await storage.ReadAsync("k"));
    }

    [Fact]
    public async Task Parts_of_an_object_that_an_older_version_stored_are_known_after_the_update()
    {
        await using var storage = await StorageFixture.CreateAsync();
        await PutPartsAsync(storage);
        await storage.PutAsync("plain", "text");
        await storage.Database.WriteAsync(
            connection =>
            {
                foreach (var column in new[] { "objects DROP tags", "objects DROP part_sizes", "uploads DROP tags" }) connection.Run($"ALTER TABLE {column}");
                connection.Run("PRAGMA user_version = 5");
            },
            CancellationToken.None);

        await storage.ReopenAsync();

        Assert.Equal([4, 4, 5], storage.Objects.Find(StorageFixture.Bucket, "k")!.PartSizes);
        Assert.Empty(storage.Objects.Find(StorageFixture.Bucket, "plain")!.PartSizes);
    }

    private static async Task<string?> PinAsync(StorageFixture storage)
    {
        using var pin = await storage.Objects.PinAsync(StorageFixture.Bucket, "k", CancellationToken.None);
        return pin is null ? null : await File.ReadAllTextAsync(pin.Path);
    }

    private static async Task<ObjectInfo> PutPartsAsync(StorageFixture storage)
    {
        var uploads = new MultipartStore(storage.Database, storage.Files, storage.Cache, storage.Time);
        var upload = await uploads.CreateAsync(
            new("", StorageFixture.Bucket, "k", default, None, None, null, ChecksumTypes.FullObject), CancellationToken.None);
        string[] texts = ["one ", "two ", "three"];
        for (var i = 0; i < texts.Length; i++)
        {
            using var staged = await storage.Objects.StageAsync(new MemoryStream(Encoding.UTF8.GetBytes(texts[i])), 0, CancellationToken.None);
            await uploads.PutPartAsync(upload.Id, i + 1, staged, None, CancellationToken.None);
        }

        return await uploads.CompleteAsync(
            upload, WriteCondition.Always, stored => new CompletedUpload("0-3", stored, None, ChecksumTypes.FullObject), CancellationToken.None);
    }

    // The file is created synchronously; what happens meanwhile has to be over by then.
    private static void Run(Func<Task> work) => Task.Run(work).GetAwaiter().GetResult();
}
