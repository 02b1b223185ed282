using TranscribeConsole.LocalAws.Storage;

namespace TranscribeConsole.LocalAws.S3;

internal sealed class ObjectWrites(ObjectStore objects) : IS3OperationGroup
{
    public IReadOnlyDictionary<string, S3Handler> Handlers => new Dictionary<string, S3Handler> { ["PutObject"] = PutAsync };

    /// <summary>The condition of a write.</summary>
    /// <exception cref="Protocols.ServiceErrorException">NotImplemented: S3 knows only <c>If-None-Match: *</c> and one ETag in <c>If-Match</c>.</exception>
    public static WriteCondition Condition(S3Request request)
    {
        if (request.Header("if-none-match") is { } absent && absent.Trim() != "*") throw S3Errors.NotImplemented("If-None-Match with an ETag on a write");
        return new WriteCondition(
            IfAbsent: request.Header("if-none-match") is not null,
            IfMatch: request.Header("if-match") is { } etag ? ReadConditions.Unquote(etag) : null);
    }

    private async Task PutAsync(S3Request request)
    {
        // Half of an UploadPart: taken for an object it would replace the one of that key.
        if (request.HasQuery("uploadId") || request.HasQuery("partNumber"))
            throw S3Errors.InvalidRequest("An upload of a part needs both partNumber and uploadId.");
        var write = new ObjectWrite(request.Bucket, request.Key)
        {
            Headers = ObjectHeaders.Content(request),
            UserMetadata = ObjectHeaders.UserMetadata(request),
            Tags = ObjectTags.OfHeader(request),
            Condition = Condition(request),
        };
        if (!objects.BucketExists(request.Bucket)) throw StorageErrors.NoSuchBucket(request.Bucket); // before gigabytes are taken in
        var (staged, checksums) = await UploadBody.StageAsync(request, objects, algorithm: null);
        using (staged)
        {
            var info = await objects.CommitAsync(write with { Checksums = checksums }, staged, request.Aborted);
            request.Response.Headers.ETag = ObjectHeaders.Quote(info.ETag);
            ObjectHeaders.WriteChecksums(request, info.Checksums, info.ChecksumType);
        }
    }
}
