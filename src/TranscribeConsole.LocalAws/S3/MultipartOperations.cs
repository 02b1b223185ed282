using TranscribeConsole.LocalAws.Protocols;
using TranscribeConsole.LocalAws.Signing;
using TranscribeConsole.LocalAws.Storage;

namespace TranscribeConsole.LocalAws.S3;

/// <summary>Initiating an upload, uploading its parts, aborting it.</summary>
internal sealed class MultipartOperations(MultipartStore uploads, ObjectStore objects) : IS3OperationGroup
{
    /// <summary>Part numbers are 1 to this.</summary>
    public const int MaxPartNumber = 10_000;

    public IReadOnlyDictionary<string, S3Handler> Handlers => new Dictionary<string, S3Handler>
    {
        ["CreateMultipartUpload"] = CreateAsync,
        ["UploadPart"] = UploadPartAsync,
        ["AbortMultipartUpload"] = AbortAsync,
    };

    /// <exception cref="ServiceErrorException">NoSuchBucket or NoSuchUpload.</exception>
    public static MultipartUpload Find(S3Request request, MultipartStore uploads, ObjectStore objects)
    {
        var uploadId = request.Query("uploadId")!;
        return uploads.Find(request.Bucket, request.Key, uploadId)
            ?? throw (objects.BucketExists(request.Bucket) ? StorageErrors.NoSuchUpload(uploadId) : StorageErrors.NoSuchBucket(request.Bucket));
    }

    /// <exception cref="ServiceErrorException">InvalidArgument.</exception>
    public static int PartNumber(S3Request request) => request.Query("partNumber")!.Length == 0
        ? throw S3Errors.InvalidArgument("partNumber", "", "Part number must be an integer between 1 and 10000, inclusive")
        : request.QueryNumber("partNumber", 0, 1, MaxPartNumber);

    private async Task CreateAsync(S3Request request)
    {
        var (algorithm, type) = UploadChecksums.Parse(request);
        var name = algorithm is { } asked ? Checksum.NameOf(asked) : null;
        var upload = await uploads.CreateAsync(
            new MultipartUpload(
                "", request.Bucket, request.Key, default, ObjectHeaders.Content(request), ObjectHeaders.UserMetadata(request), name, type)
            { Tags = ObjectTags.OfHeader(request) },
            request.Aborted);
        if (name is not null)
        {
            request.Response.Headers["x-amz-checksum-algorithm"] = name;
            request.Response.Headers["x-amz-checksum-type"] = type;
        }

        await S3Xml.WriteAsync(request, "InitiateMultipartUploadResult", xml =>
        {
            xml.Element("Bucket", upload.Bucket);
            xml.Element("Key", upload.Key);
            xml.Element("UploadId", upload.Id);
        });
    }

    private async Task UploadPartAsync(S3Request request)
    {
        var number = PartNumber(request);
        var upload = Find(request, uploads, objects);
        CheckAlgorithm(request, upload);
        var (staged, checksums) = await UploadBody.StageAsync(request, objects, UploadChecksums.Of(upload));
        using (staged)
        {
            var part = await uploads.PutPartAsync(upload.Id, number, staged, checksums, request.Aborted);
            request.Response.Headers.ETag = ObjectHeaders.Quote(part.ETag);
            ObjectHeaders.WriteChecksums(request, request.Payload.Checksums, type: null);
        }
    }

    private async Task AbortAsync(S3Request request)
    {
        await uploads.AbortAsync(Find(request, uploads, objects).Id, request.Aborted);
        request.Response.StatusCode = 204;
    }

    private static void CheckAlgorithm(S3Request request, MultipartUpload upload)
    {
        if (upload.ChecksumAlgorithm is not { } expected || request.Payload.RequestedAlgorithm is not { } sent) return;
        if (Checksum.NameOf(sent) == expected) return;
        throw S3Errors.InvalidRequest(
            $"Checksum Type mismatch occurred, expected checksum Type: {expected.ToLowerInvariant()}, actual checksum Type: {Checksum.NameOf(sent).ToLowerInvariant()}");
    }
}
