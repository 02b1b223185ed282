using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using TranscribeConsole.LocalAws.Storage;

namespace TranscribeConsole.LocalAws.Tests.Server;

/// <summary>A disk that fills up, as an SDK client meets it.</summary>
public sealed class FullDiskTests
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
        })));
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

    /// <summary>A file system of its own, filled to the last block: bodies and database.</summary>
    [MountFact]
    public async Task Full_file_system_refuses_lets_read_and_delete_and_works_again_when_there_is_space()
    {
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
        using (var old = await s3.GetObjectAsync("media", "old"))
            Assert.Equal("old", await new StreamReader(old.ResponseStream).ReadToEndAsync());
        await s3.DeleteObjectAsync("media", "old"); // or there would be no way out
        Assert.Equal(1, (await s3.ListPartsAsync("media", "k", upload)).Parts.Single().PartNumber);

        disk.Empty();
        await AssertCompletesAsync(s3, upload, first);
        await server.StopAsync(CancellationToken.None);
    }

    private static LocalAwsServer NewServer(string dataDirectory, Action<IServiceCollection>? configure = null) => new(
        Options.Create(new LocalAwsOptions { DataDirectory = dataDirectory, Port = 0 }), NullLoggerFactory.Instance, TimeProvider.System)
    { Configure = configure };

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
