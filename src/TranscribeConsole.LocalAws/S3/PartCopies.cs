using TranscribeConsole.LocalAws.Protocols;
using TranscribeConsole.LocalAws.Signing;
using TranscribeConsole.LocalAws.Storage;

namespace TranscribeConsole.LocalAws.S3;

/// <summary>UploadPartCopy: a part that is another object, or a range of one.</summary>
internal sealed class PartCopies(MultipartStore uploads, ObjectStore objects) : IS3OperationGroup
{
    public IReadOnlyDictionary<string, S3Handler> Handlers => new Dictionary<string, S3Handler> { ["UploadPartCopy"] = CopyAsync };

    private async Task CopyAsync(S3Request request)
    {
        var number = MultipartOperations.PartNumber(request);
        var (bucket, key) = CopySource.Parse(request);
        var upload = MultipartOperations.Find(request, uploads, objects);
        if (objects.Open(bucket, key) is not { } source) throw CopySource.Missing(bucket, key, objects);
        await using var body = source.Body;
        // On the object that was opened, so that one that replaces it meanwhile changes nothing.
        CopySource.CheckConditions(request, source.Info);
        var range = CopySource.Range(request, source.Info.Size);
        if (range.Length > UploadBody.MaxBytes)
            throw S3Errors.InvalidRequest($"The specified copy source is larger than the maximum allowable size for a copy source: {UploadBody.MaxBytes}");

        var part = await StoreAsync(request, upload, number, body, range);
        await S3Xml.WriteAsync(request, "CopyPartResult", xml =>
        {
            xml.Element("ETag", ObjectHeaders.Quote(part.ETag));
            xml.Element("LastModified", XmlAnswer.Time(part.LastModified));
            if (upload.ChecksumAlgorithm is { } name) xml.Element("Checksum" + name, part.Checksums[name]);
        });
    }

    private async Task<UploadedPart> StoreAsync(S3Request request, MultipartUpload upload, int number, Stream body, ByteRange range)
    {
        var algorithm = UploadChecksums.Of(upload);
        using var checksum = Checksum.Create(algorithm);
        body.Position = range.Offset;
        await using var bounded = new BoundedStream(body, range.Length);
        await using var checksummed = new ChecksummedStream(bounded, checksum);
        using var staged = await objects.StageAsync(checksummed, range.Length, request.Aborted);
        var checksums = new Dictionary<string, string> { [Checksum.NameOf(algorithm)] = checksum.GetBase64() };
        return await uploads.PutPartAsync(upload.Id, number, staged, checksums, request.Aborted);
    }
}
