using TranscribeConsole.LocalAws.Protocols;
using TranscribeConsole.LocalAws.Signing;
using TranscribeConsole.LocalAws.Storage;

namespace TranscribeConsole.LocalAws.S3;

internal sealed class ObjectCopies(ObjectStore objects) : IS3OperationGroup
{
    public IReadOnlyDictionary<string, S3Handler> Handlers => new Dictionary<string, S3Handler> { ["CopyObject"] = CopyAsync };

    private async Task CopyAsync(S3Request request)
    {
        var (bucket, key) = CopySource.Parse(request);
        var replace = Replaces(request, "x-amz-metadata-directive", "Unknown metadata directive.");
        var replaceTags = Replaces(request, "x-amz-tagging-directive", "Unknown tagging directive.");
        if (!replace && (bucket, key) == (request.Bucket, request.Key))
        {
            throw S3Errors.InvalidRequest(
                "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, storage class, website redirect location or encryption attributes.");
        }

        var source = objects.Find(bucket, key) ?? throw CopySource.Missing(bucket, key, objects);
        CopySource.CheckConditions(request, source);
        if (source.Size > UploadBody.MaxBytes)
            throw S3Errors.InvalidRequest($"The specified copy source is larger than the maximum allowable size for a copy source: {UploadBody.MaxBytes}");

        var write = new ObjectWrite(request.Bucket, request.Key)
        {
            Headers = replace ? ObjectHeaders.Content(request) : source.Headers,
            UserMetadata = replace ? ObjectHeaders.UserMetadata(request) : source.UserMetadata,
            Tags = replaceTags ? ObjectTags.OfHeader(request) : source.Tags,
            Checksums = source.Checksums,
            Condition = ObjectWrites.Condition(request),
        };
        await WriteResultAsync(request, await StoreAsync(request, source, write));
    }

    private async Task<ObjectInfo> StoreAsync(S3Request request, ObjectInfo source, ObjectWrite write)
    {
        if (!objects.BucketExists(write.Bucket)) throw StorageErrors.NoSuchBucket(write.Bucket);
        var algorithm = Algorithm(request);
        var known = algorithm is not { } wanted || source.Checksums.ContainsKey(Checksum.NameOf(wanted));
        // The copy of a multipart object is one object with an MD5 and a checksum of the whole, so its bytes must be read.
        var copied = source.ETag.Contains('-', StringComparison.Ordinal) || !known
            ? await RereadAsync(request, source, write, algorithm ?? UploadBody.DefaultAlgorithm)
            : await objects.CopyAsync(source, write, request.Aborted);
        return copied ?? throw new ServiceErrorException("OperationAborted", "A conflicting operation is in progress against this resource. Try again.", 409);
    }

    private async Task<ObjectInfo?> RereadAsync(S3Request request, ObjectInfo source, ObjectWrite write, ChecksumAlgorithm algorithm)
    {
        if (objects.Open(source.Bucket, source.Key) is not { } found) return null;
        await using var body = found.Body;
        if (found.Info.ETag != source.ETag) return null;
        using var checksum = Checksum.Create(algorithm);
        await using var checksummed = new ChecksummedStream(body, checksum);
        using var staged = await objects.StageAsync(checksummed, source.Size, request.Aborted);
        var checksums = new Dictionary<string, string> { [Checksum.NameOf(algorithm)] = checksum.GetBase64() };
        return await objects.CommitAsync(write with { Checksums = checksums }, staged, request.Aborted);
    }

    private static Task WriteResultAsync(S3Request request, ObjectInfo info) => S3Xml.WriteAsync(request, "CopyObjectResult", xml =>
    {
        xml.Element("ETag", ObjectHeaders.Quote(info.ETag));
        xml.Element("LastModified", XmlAnswer.Time(info.LastModified));
        foreach (var (name, value) in info.Checksums) xml.Element("Checksum" + name, value);
        xml.Element("ChecksumType", info.ChecksumType);
    });

    private static bool Replaces(S3Request request, string directive, string refusal) => request.Header(directive) switch
    {
        null or "COPY" => false,
        "REPLACE" => true,
        var other => throw S3Errors.InvalidArgument(directive, other, refusal),
    };

    private static ChecksumAlgorithm? Algorithm(S3Request request) => request.Header("x-amz-checksum-algorithm") is { } name
        ? Checksum.Find(name) ?? throw S3Errors.InvalidRequest("Checksum algorithm provided is unsupported.")
        : null;
}
