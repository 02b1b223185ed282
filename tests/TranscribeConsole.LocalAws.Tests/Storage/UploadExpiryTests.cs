using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using TranscribeConsole.LocalAws.Storage;

namespace TranscribeConsole.LocalAws.Tests.Storage;

/// <summary>Multipart uploads that nobody ends, over the wire and with the clock of the test.</summary>
public sealed class UploadExpiryTests
{
    private const string Bucket = "media";

    private readonly FakeTimeProvider _time = new(TimeProvider.System.GetUtcNow()); // the SDK signs with the real one

    [Fact]
    public async Task Unfinished_upload_is_listed_and_removed_with_its_parts_after_the_days_that_are_set()
    {
        using var directory = new TemporaryDirectory();
        await using var server = NewServer(directory.Path, days: 3);
        await server.StartAsync(CancellationToken.None);
        using var s3 = LocalAwsFixture.NewS3(server);
        await s3.PutBucketAsync(Bucket);
        var upload = (await s3.InitiateMultipartUploadAsync(Bucket, "k")).UploadId;
        await s3.UploadPartAsync(new() { BucketName = Bucket, Key = "k", UploadId = upload, PartNumber = 1, InputStream = new MemoryStream(new byte[100_000]) });
        var expiry = server.Services.GetServices<IHostedService>().OfType<UploadExpiry>().Single();

        _time.Advance(TimeSpan.FromDays(3) - TimeSpan.FromMinutes(1));
        await expiry.SweepAsync(CancellationToken.None);
        Assert.Equal([upload], Uploads(server).List(Bucket, "", "", null, 10).Select(listed => listed.Id));
        Assert.Single(Bodies(directory.Path));

        _time.Advance(TimeSpan.FromHours(1)); // the sweep of that hour, which may have begun already, removes files after their rows
        for (var began = TimeProvider.System.GetTimestamp(); Bodies(directory.Path).Length > 0;)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(30), "The part is still there.");
            await Task.Delay(20);
        }

        Assert.Empty(Uploads(server).List(Bucket, "", "", null, 10));
        await server.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Younger_upload_outlives_the_expiry_of_an_older_one_and_can_be_completed()
    {
        await using var storage = await StorageFixture.CreateAsync();
        var uploads = new MultipartStore(storage.Database, storage.Files, storage.Cache, storage.Time);
        var older = await StartAsync(uploads, "older");
        storage.Time.Advance(TimeSpan.FromDays(1));
        var younger = await StartAsync(uploads, "younger");
        using var staged = await storage.Objects.StageAsync(new MemoryStream([1, 2, 3]), 3, CancellationToken.None);
        await uploads.PutPartAsync(younger.Id, 1, staged, new Dictionary<string, string>(), CancellationToken.None);

        Assert.Equal(1, await uploads.AbortBegunBeforeAsync(younger.Initiated, CancellationToken.None));

        Assert.Null(uploads.Find(StorageFixture.Bucket, "older", older.Id));
        var info = await uploads.CompleteAsync(
            younger, WriteCondition.Always, parts => new CompletedUpload("etag", parts, new Dictionary<string, string>(), ChecksumTypes.FullObject), CancellationToken.None);
        Assert.Equal(3, info.Size);
    }

    private LocalAwsServer NewServer(string directory, int days) => new(
        Options.Create(new LocalAwsOptions { DataDirectory = directory, Port = 0, UploadExpiryDays = days }), NullLoggerFactory.Instance, _time);

    private static MultipartStore Uploads(LocalAwsServer server) => server.Services.GetRequiredService<MultipartStore>();

    private static string[] Bodies(string directory) => Directory.GetFiles(Path.Combine(directory, "objects"), "*", SearchOption.AllDirectories);

    private static Task<MultipartUpload> StartAsync(MultipartStore uploads, string key) => uploads.CreateAsync(
        new("", StorageFixture.Bucket, key, default, new Dictionary<string, string>(), new Dictionary<string, string>(), null, ChecksumTypes.FullObject),
        CancellationToken.None);
}
