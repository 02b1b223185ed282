using System.Security.Cryptography;
using Amazon.S3.Transfer;

namespace TranscribeConsole.LocalAws.Tests.Clients;

/// <summary>The .NET SDK's own way with large files: parts sent, and read, at the same time.</summary>
public sealed class TransferUtilityTests(LocalAwsFixture backend) : IClassFixture<LocalAwsFixture>
{
    [Fact]
    public async Task Multipart_file_comes_back_as_it_was()
    {
        using var directory = new TemporaryDirectory();
        var (sent, received) = (Path.Combine(directory.Path, "sent"), Path.Combine(directory.Path, "received"));
        var content = RandomNumberGenerator.GetBytes((17 * 1024 * 1024) + 3);
        await File.WriteAllBytesAsync(sent, content);
        var bucket = await backend.NewBucketAsync();
        using var transfer = new TransferUtility(backend.S3, new TransferUtilityConfig { MinSizeBeforePartUpload = 6 * 1024 * 1024 });

        await transfer.UploadAsync(new TransferUtilityUploadRequest { BucketName = bucket, Key = "big file", FilePath = sent, PartSize = 6 * 1024 * 1024 });
        await transfer.DownloadAsync(received, bucket, "big file");
        var parts = await transfer.DownloadWithResponseAsync(new TransferUtilityDownloadRequest
        { BucketName = bucket, Key = "big file", FilePath = received + "-by-parts", MultipartDownloadType = MultipartDownloadType.PART });

        Assert.EndsWith("-3\"", (await backend.S3.GetObjectMetadataAsync(bucket, "big file")).ETag, StringComparison.Ordinal);
        Assert.Equal(content, await File.ReadAllBytesAsync(received));
        Assert.Equal(content, await File.ReadAllBytesAsync(received + "-by-parts"));
        Assert.Equal(3, parts.PartsCount);
    }
}
