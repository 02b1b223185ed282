using System.Text;
using Microsoft.Data.Sqlite;
using TranscribeConsole.LocalAws.Protocols;
using TranscribeConsole.LocalAws.Storage;

namespace TranscribeConsole.LocalAws.Tests.Storage;

public sealed class ObjectStoreTests
{
    [Fact]
    public async Task Object_put_is_read_back_after_a_restart()
    {
        await using var storage = await StorageFixture.CreateAsync();
        await storage.PutAsync("calls/1.txt", "hello");

        await storage.ReopenAsync();

        Assert.Equal("hello", await storage.ReadAsync("calls/1.txt"));
        var info = storage.Objects.Find(StorageFixture.Bucket, "calls/1.txt")!;
        Assert.Equal("5d41402abc4b2a76b9719d911017c592", info.ETag);
        Assert.Equal(5, info.Size);
        Assert.Equal("text/plain", info.Headers["content-type"]);
        Assert.Equal(storage.Time.GetUtcNow(), info.LastModified);
    }

    [Theory]
    [InlineData("../../escape")]
    [InlineData("/etc/passwd")]
    [InlineData("a/./b/../c")]
    [InlineData("with\0zero")]
    [InlineData("naïve/日本/🎧.wav")]
    public async Task Key_is_kept_exactly_and_never_becomes_a_path(string key)
    {
        await using var storage = await StorageFixture.CreateAsync();

        await storage.PutAsync(key, "x");

        Assert.Equal("x", await storage.ReadAsync(key));
        var file = Assert.Single(storage.AllFiles());
        Assert.Matches("^[0-9a-f]{32}$", Path.GetFileName(file));
    }

    [Fact]
    public async Task Overwrite_removes_the_old_body_and_leaves_its_readers_alone()
    {
        await using var storage = await StorageFixture.CreateAsync();
        await storage.PutAsync("k", "old");
        await using var old = storage.Objects.Open(StorageFixture.Bucket, "k")!.Value.Body;

        await storage.PutAsync("k", "new");

        Assert.Equal("new", await storage.ReadAsync("k"));
        Assert.Single(storage.AllFiles());
        using var reader = new StreamReader(old);
        Assert.Equal("old", await reader.ReadToEndAsync());
    }

    [Fact]
    public async Task Pin_outlives_its_object_until_it_is_disposed()
    {
        await using var storage = await StorageFixture.CreateAsync();
        await storage.PutAsync("k", "pinned");

        var pin = await storage.Objects.PinAsync(StorageFixture.Bucket, "k", CancellationToken.None);
        await storage.Objects.DeleteAsync(StorageFixture.Bucket, "k", CancellationToken.None);

        Assert.Equal("pinned", await File.ReadAllTextAsync(pin!.Path));
        pin.Dispose();
        Assert.Empty(storage.AllFiles());
    }

    [Fact]
    public async Task Deleted_object_is_gone_and_deleting_it_again_is_no_error()
    {
        await using var storage = await StorageFixture.CreateAsync();
        await storage.PutAsync("k", "x");

        await storage.Objects.DeleteAsync(StorageFixture.Bucket, "k", CancellationToken.None);
        await storage.Objects.DeleteAsync(StorageFixture.Bucket, "k", CancellationToken.None);

        Assert.Null(storage.Objects.Find(StorageFixture.Bucket, "k"));
        Assert.Null(await storage.Objects.PinAsync(StorageFixture.Bucket, "k", CancellationToken.None));
        Assert.Empty(storage.AllFiles());
    }

    [Fact]
    public async Task Sweep_removes_what_a_crash_left_and_nothing_else()
    {
        await using var storage = await StorageFixture.CreateAsync();
        await storage.PutAsync("k", "kept");
        _ = await storage.Objects.StageAsync(new MemoryStream([1, 2, 3]), 0, CancellationToken.None); // killed while it was written
        storage.Files.Keep(await storage.Objects.StageAsync(new MemoryStream([4]), 0, CancellationToken.None)); // killed before its row
        _ = await storage.Objects.PinAsync(StorageFixture.Bucket, "k", CancellationToken.None); // killed while ffmpeg read it
        Assert.Equal(4, storage.AllFiles().Length);

        await storage.ReopenAsync();

        Assert.Equal(3, storage.Objects.Sweep());
        Assert.Single(storage.AllFiles());
        Assert.Equal("kept", await storage.ReadAsync("k"));
    }

    [Fact]
    public async Task Body_that_breaks_off_leaves_the_old_object_and_no_file()
    {
        await using var storage = await StorageFixture.CreateAsync();
        await storage.PutAsync("k", "old");

        await Assert.ThrowsAsync<IOException>(() => storage.Objects.PutAsync(
            StorageFixture.Bucket, "k", "text/plain", new BreakingStream(200_000), CancellationToken.None));

        Assert.Equal("old", await storage.ReadAsync("k"));
        Assert.Single(storage.AllFiles());
    }

    [Fact]
    public async Task Full_disk_is_InsufficientStorage_and_leaves_the_old_object_and_no_file()
    {
        await using var storage = await StorageFixture.CreateAsync();
        await storage.PutAsync("k", "old");
        var full = new BodyFiles(storage.DataDirectory, (path, _) =>
        {
            File.CreateSymbolicLink(path, "/dev/full"); // every write to it fails with ENOSPC
            return new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        });
        var objects = new ObjectStore(storage.Database, full, storage.Cache, storage.Time);

        var error = await Assert.ThrowsAsync<ServiceErrorException>(() => objects.PutAsync(
            StorageFixture.Bucket, "k", "text/plain", new MemoryStream(new byte[200_000]), CancellationToken.None));

        Assert.Equal(("InsufficientStorage", 507), (error.Code, error.Status));
        Assert.Equal("old", await storage.ReadAsync("k"));
        Assert.Single(storage.AllFiles());
    }

    [Fact]
    public async Task Full_database_is_InsufficientStorage_and_leaves_the_old_object_and_no_file()
    {
        await using var storage = await StorageFixture.CreateAsync();
        await storage.PutAsync("k", "old");
        await storage.Database.WriteAsync(LimitToPresentSize, CancellationToken.None);

        var write = new ObjectWrite(StorageFixture.Bucket, "k") { UserMetadata = new Dictionary<string, string> { ["m"] = new('m', 100_000) } };
        using var staged = await storage.Objects.StageAsync(new MemoryStream([1]), 0, CancellationToken.None);
        var error = await Assert.ThrowsAsync<ServiceErrorException>(() => storage.Objects.CommitAsync(write, staged, CancellationToken.None));

        Assert.Equal("InsufficientStorage", error.Code);
        Assert.Equal("old", await storage.ReadAsync("k"));
        Assert.Single(storage.AllFiles());
    }

    [Fact]
    public async Task Put_to_a_missing_bucket_is_NoSuchBucket_and_leaves_no_file()
    {
        await using var storage = await StorageFixture.CreateAsync();

        var error = await Assert.ThrowsAsync<ServiceErrorException>(() => storage.Objects.PutAsync(
            "absent", "k", "text/plain", new MemoryStream([1]), CancellationToken.None));

        Assert.Equal("NoSuchBucket", error.Code);
        Assert.Empty(storage.AllFiles());
    }

    [Fact]
    public async Task Sixteen_writers_of_one_key_leave_one_whole_object()
    {
        await using var storage = await StorageFixture.CreateAsync();
        var texts = Enumerable.Range(0, 16).Select(i => new string((char)('a' + i), 100_000 + i)).ToArray();

        await Parallel.ForEachAsync(
            texts, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (text, _) => await storage.PutAsync("k", text));

        Assert.Contains(await storage.ReadAsync("k"), texts);
        Assert.Single(storage.AllFiles());
    }

    [Fact]
    public async Task Readers_see_whole_objects_while_sixteen_writers_replace_them()
    {
        await using var storage = await StorageFixture.CreateAsync();
        await storage.PutAsync("k", "0");
        using var stop = new CancellationTokenSource();
        var reading = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested) Assert.Matches("^(.)\\1*$", await storage.ReadAsync("k"));
        });

        await Parallel.ForEachAsync(
            Enumerable.Range(0, 64),
            new ParallelOptions { MaxDegreeOfParallelism = 16 },
            async (i, _) => await storage.PutAsync("k", new string((char)('a' + (i % 26)), 10_000)));
        await stop.CancelAsync();

        await reading;
    }

    [Fact]
    public async Task Of_sixteen_writers_that_want_a_new_key_one_wins()
    {
        await using var storage = await StorageFixture.CreateAsync();
        var write = new ObjectWrite(StorageFixture.Bucket, "k") { Condition = new WriteCondition(IfAbsent: true) };

        var won = await Task.WhenAll(Enumerable.Range(0, 16).Select(async i =>
        {
            using var staged = await storage.Objects.StageAsync(new MemoryStream(Encoding.UTF8.GetBytes($"{i}")), 0, CancellationToken.None);
            try
            {
                await storage.Objects.CommitAsync(write, staged, CancellationToken.None);
                return true;
            }
            catch (ServiceErrorException e) when (e.Code == "PreconditionFailed")
            {
                return false;
            }
        }));

        Assert.Single(won, true);
        Assert.Single(storage.AllFiles());
    }

    private static void LimitToPresentSize(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA max_page_count = 1"; // SQLite makes it the present size
        command.ExecuteNonQuery();
    }

    /// <summary>A connection that breaks after so many bytes.</summary>
    private sealed class BreakingStream(int left) : MemoryStream(new byte[left])
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await base.ReadAsync(buffer, cancellationToken);
            return read > 0 ? read : throw new IOException("The connection was reset.");
        }
    }
}
