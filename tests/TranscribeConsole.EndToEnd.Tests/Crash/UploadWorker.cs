using Amazon.S3;
using Amazon.S3.Model;

namespace TranscribeConsole.EndToEnd.Tests.Crash;

/// <summary>Uploads objects in two parts, some of which it sends twice, and gives up on some uploads.</summary>
internal sealed class UploadWorker(IAmazonS3 s3, UploadModel uploads, ObjectModel objects, string bucket, Random random)
{
    public const string Prefix = "multipart/";

    private const int PartSize = 5 << 20;
    private const int Keys = 3;

    public async Task StepAsync()
    {
        var key = $"{Prefix}{random.Next(Keys)}";
        var body = new byte[PartSize + random.Next(1, 300_000)];
        random.NextBytes(body);
        var begun = await s3.InitiateMultipartUploadAsync(bucket, key);
        var upload = new TrackedUpload(key, begun.UploadId, ObjectModel.Hash(body));
        uploads.Begin(upload);
        await PartAsync(upload, 2, body.AsMemory(PartSize)); // the order in which they come is no matter
        await PartAsync(upload, 1, body.AsMemory(0, PartSize));
        if (random.Next(3) == 0) await PartAsync(upload, 2, body.AsMemory(PartSize));
        upload.Ending = random.Next(4) == 0 ? UploadEnd.Aborted : UploadEnd.Completed;
        if (upload.Ending == UploadEnd.Aborted) await s3.AbortMultipartUploadAsync(bucket, key, upload.Id);
        else await CompleteAsync(upload);
        uploads.End(upload);
    }

    private async Task PartAsync(TrackedUpload upload, int number, ReadOnlyMemory<byte> bytes)
    {
        var response = await s3.UploadPartAsync(new UploadPartRequest
        {
            BucketName = bucket,
            Key = upload.Key,
            UploadId = upload.Id,
            PartNumber = number,
            InputStream = new MemoryStream(bytes.ToArray()),
        });
        upload.Parts[number] = response.ETag;
        uploads.Acknowledged++;
    }

    private Task CompleteAsync(TrackedUpload upload) => objects.ChangeAsync(upload.Key, upload.Hash, () => s3.CompleteMultipartUploadAsync(new()
    {
        BucketName = bucket,
        Key = upload.Key,
        UploadId = upload.Id,
        PartETags = [.. upload.Parts.OrderBy(part => part.Key).Select(part => new PartETag(part.Key, part.Value))],
    }));
}
