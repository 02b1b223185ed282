using TranscribeConsole.LocalAws.Signing;
using TranscribeConsole.LocalAws.Storage;

namespace TranscribeConsole.LocalAws.S3;

/// <summary>CompleteMultipartUpload: no bytes move, so it answers at once whatever the size.</summary>
internal sealed class MultipartCompletion(MultipartStore uploads, ObjectStore objects, LocalAwsAddress address) : IS3OperationGroup
{
    private const long MinPartBytes = 5L * 1024 * 1024;
    private const long MaxObjectBytes = 5L * 1024 * 1024 * 1024 * 1024;

    public IReadOnlyDictionary<string, S3Handler> Handlers => new Dictionary<string, S3Handler> { ["CompleteMultipartUpload"] = CompleteAsync };

    private async Task CompleteAsync(S3Request request)
    {
        var named = await CompletionRequest.ReadAsync(request);
        // The answer to the first completion may have been lost; asking again for the same is answered again.
        if (uploads.FindCompleted(request.Bucket, request.Key, request.Query("uploadId")!) is { } done && done.ETag == CompletionRequest.ETagOf(named))
        {
            await WriteResultAsync(request, done);
            return;
        }

        var upload = MultipartOperations.Find(request, uploads, objects);
        var info = await uploads.CompleteAsync(
            upload, ObjectWrites.Condition(request), stored => Choose(request, upload, named, stored), request.Aborted);
        await WriteResultAsync(request, info);
    }

    private static CompletedUpload Choose(
        S3Request request, MultipartUpload upload, IReadOnlyList<NamedPart> named, IReadOnlyList<UploadedPart> stored)
    {
        var byNumber = stored.ToDictionary(part => part.Number);
        var chosen = new List<UploadedPart>(named.Count);
        foreach (var part in named)
        {
            if (chosen.Count > 0 && part.Number <= chosen[^1].Number) throw S3Errors.InvalidPartOrder(upload.Id);
            if (!byNumber.TryGetValue(part.Number, out var found) || !Agrees(part, found)) throw S3Errors.InvalidPart(upload.Id, part.Number, part.ETag);
            chosen.Add(found);
        }

        CheckSizes(request, chosen);
        var checksums = UploadChecksums.Combine(upload, chosen);
        CheckChecksum(request, upload, checksums);
        return new CompletedUpload(CompletionRequest.ETagOf(named)!, chosen, checksums, upload.ChecksumType);
    }

    private static bool Agrees(NamedPart named, UploadedPart stored) =>
        string.Equals(named.ETag, stored.ETag, StringComparison.OrdinalIgnoreCase)
        && named.Checksums.All(checksum => !stored.Checksums.TryGetValue(checksum.Key, out var value) || value == checksum.Value);

    private static void CheckSizes(S3Request request, List<UploadedPart> parts)
    {
        if (parts.SkipLast(1).FirstOrDefault(part => part.Body.Size < MinPartBytes) is { } small)
            throw S3Errors.EntityTooSmall(small.Number, small.Body.Size, MinPartBytes);
        var size = parts.Sum(part => part.Body.Size);
        if (size > MaxObjectBytes) throw S3Errors.EntityTooLarge(size, MaxObjectBytes);
        if (request.Header("x-amz-mp-object-size") is { } expected && expected != $"{size}")
            throw S3Errors.InvalidRequest("The provided 'x-amz-mp-object-size' header value does not match what was computed.");
    }

    private static void CheckChecksum(S3Request request, MultipartUpload upload, Dictionary<string, string> computed)
    {
        if (request.Header("x-amz-checksum-type") is { } type && !type.Equals(upload.ChecksumType, StringComparison.OrdinalIgnoreCase))
            throw S3Errors.InvalidRequest($"The upload was created using the {upload.ChecksumType} checksum mode. The complete request must use the same checksum mode.");
        foreach (var (name, value) in computed)
        {
            var header = Checksum.HeaderPrefix + name.ToLowerInvariant();
            if (request.Header(header) is { } expected && WithoutCount(expected) != WithoutCount(value)) throw S3Errors.BadDigest(header);
        }
    }

    // A composite checksum may be sent with or without the number of parts behind it; base64 has no dash.
    private static string WithoutCount(string checksum) => checksum.Split('-')[0];

    private Task WriteResultAsync(S3Request request, ObjectInfo info)
    {
        var location = new UriBuilder(address.BaseAddress) { Path = $"/{info.Bucket}/{S3Xml.Encode(info.Key, asUrl: true)}" };
        return S3Xml.WriteAsync(request, "CompleteMultipartUploadResult", xml =>
        {
            xml.Element("Location", location.Uri.AbsoluteUri);
            xml.Element("Bucket", info.Bucket);
            xml.Element("Key", info.Key);
            xml.Element("ETag", ObjectHeaders.Quote(info.ETag));
            foreach (var (name, value) in info.Checksums) xml.Element("Checksum" + name, value);
            xml.Element("ChecksumType", info.ChecksumType);
        });
    }
}
