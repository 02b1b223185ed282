using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using TranscribeConsole.LocalAws.Protocols;
using TranscribeConsole.LocalAws.Storage;

namespace TranscribeConsole.LocalAws.S3;

internal sealed class ObjectReads(ObjectStore objects) : IS3OperationGroup
{
    private const int BufferSize = 64 * 1024;

    public IReadOnlyDictionary<string, S3Handler> Handlers => new Dictionary<string, S3Handler>
    {
        ["GetObject"] = GetAsync,
        ["GetObject (one part)"] = GetAsync,
        ["HeadObject"] = HeadAsync,
        ["HeadObject (one part)"] = HeadAsync,
    };

    /// <summary>Why there is nothing to read: no such key, or no such bucket.</summary>
    public static ServiceErrorException Missing(S3Request request, ObjectStore objects) =>
        objects.BucketExists(request.Bucket) ? StorageErrors.NoSuchKey(request.Key) : StorageErrors.NoSuchBucket(request.Bucket);

    private async Task GetAsync(S3Request request)
    {
        if (objects.Open(request.Bucket, request.Key) is not { } found) throw Missing(request, objects);
        await using var body = found.Body;
        if (Begin(request, found.Info) is not { } range) return;
        if (body is MemoryStream memory && memory.TryGetBuffer(out var bytes))
        {
            await request.Response.Body.WriteAsync(bytes.AsMemory((int)range.Offset, (int)range.Length), request.Aborted);
            return;
        }

        body.Position = range.Offset;
        await StreamCopyOperation.CopyToAsync(body, request.Response.Body, range.Length, BufferSize, request.Aborted);
    }

    private Task HeadAsync(S3Request request)
    {
        Begin(request, objects.Find(request.Bucket, request.Key) ?? throw Missing(request, objects));
        return Task.CompletedTask;
    }

    // Status and headers; null when no bytes follow.
    private static ByteRange? Begin(S3Request request, ObjectInfo info)
    {
        switch (ReadConditions.Evaluate(request, info))
        {
            case ReadOutcome.PreconditionFailed:
                throw StorageErrors.PreconditionFailed(request.Header("if-match") is null ? "If-Unmodified-Since" : "If-Match");
            case ReadOutcome.NotModified:
                ObjectHeaders.WriteValidators(request, info);
                request.Response.StatusCode = StatusCodes.Status304NotModified;
                return null;
        }

        var range = request.HasQuery("partNumber") ? PartOf(request, info)
            : ReadConditions.RangeApplies(request, info) ? ByteRange.Parse(request.Header("range"), info.Size)
            : null;
        ObjectHeaders.Write(request, info, whole: range is null);
        if (range is { } partial)
        {
            request.Response.StatusCode = StatusCodes.Status206PartialContent;
            if (partial.Length > 0) request.Response.Headers.ContentRange = partial.ContentRange(info.Size);
        }

        request.Response.ContentLength = range?.Length ?? info.Size;
        return range ?? new ByteRange(0, info.Size);
    }

    // The part that is asked for, counted from 1 in the order of the object; it has no bytes when an empty part ended the upload. Any other object
    // than a multipart upload is one part. Null when there is nothing at all to name a range of.
    private static ByteRange? PartOf(S3Request request, ObjectInfo info)
    {
        var number = MultipartOperations.PartNumber(request);
        if (request.Header("range") is not null) throw S3Errors.InvalidRequest("Cannot specify both Range header and partNumber query parameter");
        IReadOnlyList<long> sizes = info.PartSizes is [] ? [info.Size] : info.PartSizes;
        if (number > sizes.Count) throw S3Errors.InvalidPartNumber(number, sizes.Count);
        if (info.PartSizes.Count > 0) request.Response.Headers["x-amz-mp-parts-count"] = sizes.Count.ToString(CultureInfo.InvariantCulture);
        return info.Size == 0 ? null : new ByteRange(sizes.Take(number - 1).Sum(), sizes[number - 1]);
    }
}
