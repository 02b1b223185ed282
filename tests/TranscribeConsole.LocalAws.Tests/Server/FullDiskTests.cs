using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using Amazon.TranscribeService;
using Amazon.TranscribeService.Model;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using TranscribeConsole.LocalAws.Storage;
using Xunit.Abstractions;

namespace TranscribeConsole.LocalAws.Tests.Server;

/// <summary>A disk that fills up or takes no writes, as SDK clients meet it.</summary>
/// <remarks>
/// Where a file system may be mounted, one is filled to its last block. Everywhere, bodies are written to <c>/dev/full</c>, whose error is the
/// kernel's own, and SQLite is given no further page or no permission to write, so that its errors are its own, too.
/// </remarks>
public sealed class FullDiskTests(ITestOutputHelper output)
{
    private const int MinPart = 5 * 1024 * 1024;

    /// <summary>Runs everywhere: files are made on a device that is full.</summary>
    [Fact]
    public async Task Disk_that_fills_while_a_part_is_written_refuses_it_and_works_again_when_there_is_space()
    {
        using var directory = new TemporaryDirectory();
        var full = false;
        await using var server = NewServer(directory.Path, services => services.AddSingleton(new BodyFiles(directory.Path, (path, _) =>
        {
            if (!full) return File.Create(path, 1);
            File.CreateSymbolicLink(path, "/dev/full");
            return new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        }, maxInRow: -1)));
        await server.StartAsync(CancellationToken.None);
        using var s3 = LocalAwsFixture.NewS3(server);
        var upload = await StartAsync(s3);
        var first = await PartAsync(s3, upload, 1, MinPart);

        full = true;
        await AssertRefusedAsync(() => PartAsync(s3, upload, 2, MinPart));
        await AssertRefusedAsync(() => s3.PutObjectAsync(new() { BucketName = "media", Key = "other", ContentBody = "x" }));

        Assert.Empty(Directory.GetFiles(Path.Combine(directory.Path, "objects", "tmp")));
        full = false;
        await AssertCompletesAsync(s3, upload, first);
        await server.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Database_without_room_refuses_both_protocols_and_works_again_when_there_is_space()
    {
        using var directory = new TemporaryDirectory();
        await using var server = NewServer(directory.Path);
        await server.StartAsync(CancellationToken.None);
        using var s3 = LocalAwsFixture.NewS3(server);
        using var transcribe = LocalAwsFixture.NewTranscribe(server);
        await s3.PutBucketAsync("media");
        await s3.PutObjectAsync(new() { BucketName = "media", Key = "old", ContentBody = "old" });
        await LimitPagesAsync(server, 1); // SQLite takes that for the pages that it has
        await FillPagesAsync(s3);

        await AssertRefusedAsync(() => s3.PutObjectAsync(new() { BucketName = "media", Key = LongKey(-1), ContentBody = "new" }));
        var refusal = await Assert.ThrowsAsync<AmazonTranscribeServiceException>(() => StartJobAsync(transcribe));
        Assert.Equal(("InsufficientStorage", HttpStatusCode.InsufficientStorage), (refusal.ErrorCode, refusal.StatusCode));
        Assert.Contains("LocalAws:DataDirectory is full", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("old", await ReadAsync(s3, "old"));

        await LimitPagesAsync(server, 1_000_000);
        await s3.PutObjectAsync(new() { BucketName = "media", Key = LongKey(-1), ContentBody = "new" });
        await StartJobAsync(transcribe);
        Assert.Equal("new", await ReadAsync(s3, LongKey(-1)));
        await server.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Read_only_disk_refuses_both_protocols_and_loses_nothing()
    {
        const int readOnlyFileSystem = 30; // EROFS
        using var directory = new TemporaryDirectory();
        var readOnly = false;
        await using (var server = NewServer(directory.Path, services => services.AddSingleton(new BodyFiles(
            directory.Path, (path, _) => readOnly ? throw new IOException("Read-only file system", readOnlyFileSystem) : File.Create(path, 1), maxInRow: -1))))
        {
            await server.StartAsync(CancellationToken.None);
            using var s3 = LocalAwsFixture.NewS3(server);
            using var transcribe = LocalAwsFixture.NewTranscribe(server);
            await s3.PutBucketAsync("media");
            await s3.PutObjectAsync(new() { BucketName = "media", Key = "old", ContentBody = "old" });
            readOnly = true;
            await server.Services.GetRequiredService<LocalDatabase>().WriteAsync(connection => connection.Run("PRAGMA query_only = ON"), CancellationToken.None);

            var put = await Assert.ThrowsAsync<AmazonS3Exception>(() => s3.PutObjectAsync(new() { BucketName = "media", Key = "large", InputStream = new MemoryStream(new byte[MinPart]) }));
            var delete = await Assert.ThrowsAsync<AmazonS3Exception>(() => s3.DeleteObjectAsync("media", "old"));
            var start = await Assert.ThrowsAsync<AmazonTranscribeServiceException>(() => StartJobAsync(transcribe));
            Assert.All([put.Message, delete.Message, start.Message], message => Assert.Contains("LocalAws:DataDirectory is read-only", message, StringComparison.Ordinal));
            Assert.Equal("old", await ReadAsync(s3, "old"));
            await server.StopAsync(CancellationToken.None);
        }

        await using var again = NewServer(directory.Path);
        await again.StartAsync(CancellationToken.None);
        using var after = LocalAwsFixture.NewS3(again);
        Assert.Equal("old", await ReadAsync(after, "old"));
        await after.PutObjectAsync(new() { BucketName = "media", Key = "new", ContentBody = "new" });
        Assert.Equal("new", await ReadAsync(after, "new"));
        await again.StopAsync(CancellationToken.None);
    }

    /// <summary>A file system of its own, mounted read-only while the backend is down.</summary>
    [Fact]
    public async Task Start_on_a_read_only_disk_says_so_and_succeeds_once_it_is_writable()
    {
        if (MayNotMount()) return;
        using var disk = new SmallDisk(32 * 1024 * 1024);
        var data = Path.Combine(disk.Path, "data");
        await StartAndStopAsync(data);
        disk.MakeReadOnly();

        var refusal = await Assert.ThrowsAsync<LocalAwsStartException>(() => StartAndStopAsync(data));

        Assert.Contains("is read-only; mount it for writing", refusal.Message, StringComparison.Ordinal);
        disk.MakeWritable();
        await StartAndStopAsync(data);
    }

    /// <summary>A file system of its own, filled to the last block: bodies and database.</summary>
    [Fact]
    public async Task Full_file_system_refuses_lets_read_and_delete_and_works_again_when_there_is_space()
    {
        if (MayNotMount()) return;
        using var disk = new SmallDisk(32 * 1024 * 1024);
        await using var server = NewServer(Path.Combine(disk.Path, "data"));
        await server.StartAsync(CancellationToken.None);
        using var s3 = LocalAwsFixture.NewS3(server);
        var upload = await StartAsync(s3);
        var first = await PartAsync(s3, upload, 1, MinPart);
        await s3.PutObjectAsync(new() { BucketName = "media", Key = "old", ContentBody = "old" });

        await AssertRefusedAsync(() => PartAsync(s3, upload, 2, 40 * 1024 * 1024)); // refused at once: it could never fit
        disk.FillUpTo(512 * 1024);
        await AssertRefusedAsync(() => PartAsync(s3, upload, 2, 1024 * 1024 - 1)); // too small to be reserved: fills up while it is written
        disk.FillUpTo(0);
        await AssertRefusedAsync(() => s3.PutObjectAsync(new() { BucketName = "media", Key = "new", ContentBody = "new" }));

        Assert.Empty(Directory.GetFiles(Path.Combine(disk.Path, "data", "objects", "tmp")));
        Assert.Equal("old", await ReadAsync(s3, "old"));
        await s3.DeleteObjectAsync("media", "old"); // or there would be no way out
        Assert.Equal(1, (await s3.ListPartsAsync("media", "k", upload)).Parts.Single().PartNumber);

        disk.Empty();
        await AssertCompletesAsync(s3, upload, first);
        await server.StopAsync(CancellationToken.None);
    }

    private static LocalAwsServer NewServer(string dataDirectory, Action<IServiceCollection>? configure = null) => new(
        Options.Create(new LocalAwsOptions { DataDirectory = dataDirectory, Port = 0 }), NullLoggerFactory.Instance, TimeProvider.System)
    { Configure = configure };

    /// <summary>Deleting them gives the disk nothing back: their room is in the database.</summary>
    [Fact]
    public async Task Disk_that_is_full_of_small_objects_takes_new_ones_when_some_are_deleted()
    {
        if (MayNotMount()) return;
        using var disk = new SmallDisk(32 * 1024 * 1024);
        await using var server = NewServer(Path.Combine(disk.Path, "data"));
        await server.StartAsync(CancellationToken.None);
        using var s3 = LocalAwsFixture.NewS3(server);
        await s3.PutBucketAsync("media");
        var stored = 0;
        var refusal = await Assert.ThrowsAsync<AmazonS3Exception>(async () =>
        {
            for (; ; stored++) await PutSmallAsync(s3, stored);
        });
        Assert.Equal("InsufficientStorage", refusal.ErrorCode);

        for (var i = 0; i < stored; i++) await s3.DeleteObjectAsync("media", $"{i}");

        await PutSmallAsync(s3, stored);
        Assert.Equal(BodyFiles.MaxInRow, (await s3.GetObjectMetadataAsync("media", $"{stored}")).ContentLength);
        await server.StopAsync(CancellationToken.None);
    }

    private static Task<PutObjectResponse> PutSmallAsync(AmazonS3Client s3, int i) => s3.PutObjectAsync(new()
    {
        BucketName = "media",
        Key = $"{i}",
        InputStream = new MemoryStream(new byte[BodyFiles.MaxInRow]),
    });

    private static async Task StartAndStopAsync(string dataDirectory)
    {
        await using var server = NewServer(dataDirectory);
        await server.StartAsync(CancellationToken.None);
        await server.StopAsync(CancellationToken.None);
    }

    private bool MayNotMount()
    {
        if (SmallDisk.MayMount()) return false;
        output.WriteLine("This process may not mount a file system: the full device and the limited database of the other tests stand for it.");
        return true;
    }

    private static Task<int> LimitPagesAsync(LocalAwsServer server, int pages) => server.Services.GetRequiredService<LocalDatabase>()
        .WriteAsync(connection => connection.Run($"PRAGMA max_page_count = {pages}"), CancellationToken.None);

    // Until every free place in the pages that there are is taken.
    private static async Task FillPagesAsync(AmazonS3Client s3)
    {
        for (var i = 0; i < 10_000; i++)
        {
            try { await s3.InitiateMultipartUploadAsync("media", LongKey(i)); }
            catch (AmazonS3Exception e) when (e.ErrorCode == "InsufficientStorage") { return; }
        }

        Assert.Fail("The database never was full.");
    }

    private static string LongKey(int i) => new string('x', 1000) + i;

    private static async Task<string> ReadAsync(AmazonS3Client s3, string key)
    {
        using var found = await s3.GetObjectAsync("media", key);
        return await new StreamReader(found.ResponseStream).ReadToEndAsync();
    }

    private static Task<StartTranscriptionJobResponse> StartJobAsync(AmazonTranscribeServiceClient transcribe) => transcribe.StartTranscriptionJobAsync(new()
    {
        TranscriptionJobName = new string('j', 200),
        LanguageCode = LanguageCode.EnUS,
        Media = new() { MediaFileUri = "s3://media/old" },
        Tags = [.. Enumerable.Range(0, 50).Select(i => new Amazon.TranscribeService.Model.Tag { Key = $"key-{i}", Value = new string('v', 200) })], // more than fits into a page's rest
    });

    private static async Task<string> StartAsync(AmazonS3Client s3)
    {
        await s3.PutBucketAsync("media");
        return (await s3.InitiateMultipartUploadAsync("media", "k")).UploadId;
    }

    private static async Task<PartETag> PartAsync(AmazonS3Client s3, string upload, int number, int length)
    {
        var part = await s3.UploadPartAsync(new()
        { BucketName = "media", Key = "k", UploadId = upload, PartNumber = number, InputStream = new MemoryStream(new byte[length]) });
        return new PartETag(number, part.ETag);
    }

    private static async Task AssertRefusedAsync(Func<Task> call)
    {
        var error = await Assert.ThrowsAsync<AmazonS3Exception>(call);
        Assert.Equal(("InsufficientStorage", HttpStatusCode.InsufficientStorage), (error.ErrorCode, error.StatusCode));
        Assert.Contains("LocalAws:DataDirectory is full", error.Message, StringComparison.Ordinal);
    }

    private static async Task AssertCompletesAsync(AmazonS3Client s3, string upload, PartETag first)
    {
        Assert.Empty((await s3.ListObjectsV2Async(new() { BucketName = "media" })).S3Objects ?? []);
        var second = await PartAsync(s3, upload, 2, 1000);
        await s3.CompleteMultipartUploadAsync(new() { BucketName = "media", Key = "k", UploadId = upload, PartETags = [first, second] });
        Assert.Equal(MinPart + 1000, (await s3.GetObjectMetadataAsync("media", "k")).ContentLength);
    }
}
