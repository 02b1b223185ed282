using Amazon.S3;

namespace TranscribeConsole.EndToEnd.Tests.Crash;

/// <summary>A multipart upload that has been begun, and what of it was acknowledged.</summary>
internal sealed class TrackedUpload(string key, string id, string hash)
{
    public string Key => key;

    public string Id => id;

    /// <summary>Of the object that it becomes.</summary>
    public string Hash => hash;

    /// <summary>ETags by part number; a part is written over with the same bytes, so that its ETag stays.</summary>
    public Dictionary<int, string> Parts { get; } = [];

    /// <summary>What was sent last and not answered: null while the upload must be there.</summary>
    public UploadEnd? Ending { get; set; }
}

internal enum UploadEnd { Completed, Aborted }

/// <summary>The multipart uploads that a kill interrupted.</summary>
internal sealed class UploadModel(string bucket)
{
    private readonly List<TrackedUpload> _open = [];

    public int Acknowledged { get; set; }

    public void Begin(TrackedUpload upload) => _open.Add(upload);

    public void End(TrackedUpload upload) => _open.Remove(upload);

    /// <summary>Fails when an acknowledged part is lost, or an upload is there beside the object that it became; then ends them all.</summary>
    public async Task CheckAsync(IAmazonS3 s3, ObjectModel objects)
    {
        foreach (var upload in _open)
        {
            var parts = await PartsAsync(s3, upload);
            var completed = objects[upload.Key] == upload.Hash;
            Assert.True(parts is null || !completed, $"{upload.Key} is complete and its upload still there.");
            Assert.True(parts is not null || completed || upload.Ending == UploadEnd.Aborted, $"The upload of {upload.Key} is lost.");
            if (parts is null) continue;
            foreach (var (number, etag) in upload.Parts) Assert.Equal(etag, parts.GetValueOrDefault(number));
            await s3.AbortMultipartUploadAsync(bucket, upload.Key, upload.Id);
        }

        _open.Clear();
    }

    /// <summary>Ends also those whose beginning was not acknowledged.</summary>
    public static async Task AbortAllAsync(IAmazonS3 s3, string bucket)
    {
        var left = await s3.ListMultipartUploadsAsync(bucket);
        foreach (var upload in left.MultipartUploads ?? []) await s3.AbortMultipartUploadAsync(bucket, upload.Key, upload.UploadId);
    }

    private async Task<Dictionary<int, string>?> PartsAsync(IAmazonS3 s3, TrackedUpload upload)
    {
        try
        {
            var listed = await s3.ListPartsAsync(bucket, upload.Key, upload.Id);
            return (listed.Parts ?? []).ToDictionary(part => part.PartNumber!.Value, part => part.ETag);
        }
        catch (AmazonS3Exception e) when (e.ErrorCode == "NoSuchUpload")
        {
            return null;
        }
    }
}
