using TranscribeConsole.LocalAws.Protocols;
using TranscribeConsole.LocalAws.Storage;

namespace TranscribeConsole.LocalAws.S3;

/// <summary>ListParts and ListMultipartUploads.</summary>
internal sealed class MultipartLists(MultipartStore uploads, ObjectStore objects) : IS3OperationGroup
{
    private const int MaxItems = 1000;

    public IReadOnlyDictionary<string, S3Handler> Handlers => new Dictionary<string, S3Handler>
    {
        ["ListParts"] = ListPartsAsync,
        ["ListMultipartUploads"] = ListUploadsAsync,
    };

    private Task ListPartsAsync(S3Request request)
    {
        var upload = MultipartOperations.Find(request, uploads, objects);
        var max = Math.Min(MaxItems, request.QueryNumber("max-parts", MaxItems, 0, int.MaxValue));
        var marker = request.QueryNumber("part-number-marker", 0, 0, int.MaxValue);
        var asUrl = ObjectLists.EncodesUrls(request);
        var parts = uploads.ListParts(upload.Id, marker, max + 1);
        return S3Xml.WriteAsync(request, "ListPartsResult", xml =>
        {
            xml.Element("Bucket", upload.Bucket);
            xml.Element("Key", S3Xml.Encode(upload.Key, asUrl));
            xml.Element("UploadId", upload.Id);
            xml.Owner("Initiator");
            xml.Owner();
            xml.Element("StorageClass", "STANDARD");
            xml.Element("PartNumberMarker", marker);
            if (parts.Count > max && max > 0) xml.Element("NextPartNumberMarker", parts[max - 1].Number);
            xml.Element("MaxParts", max);
            xml.Element("IsTruncated", max > 0 && parts.Count > max);
            if (asUrl) xml.Element("EncodingType", "url");
            if (upload.ChecksumAlgorithm is { } algorithm)
            {
                xml.Element("ChecksumAlgorithm", algorithm);
                xml.Element("ChecksumType", upload.ChecksumType);
            }

            foreach (var part in parts.Take(max))
            {
                xml.Element("Part", row =>
                {
                    row.Element("PartNumber", part.Number);
                    row.Element("LastModified", XmlAnswer.Time(part.LastModified));
                    row.Element("ETag", ObjectHeaders.Quote(part.ETag));
                    row.Element("Size", part.Body.Size);
                    foreach (var (name, value) in part.Checksums) row.Element("Checksum" + name, value);
                });
            }
        });
    }

    private Task ListUploadsAsync(S3Request request)
    {
        if (request.Query("delimiter") is { Length: > 0 }) throw S3Errors.NotImplemented("a delimiter in ListMultipartUploads");
        if (!objects.BucketExists(request.Bucket)) throw StorageErrors.NoSuchBucket(request.Bucket);
        var max = Math.Min(MaxItems, request.QueryNumber("max-uploads", MaxItems, 1, int.MaxValue));
        var (prefix, keyMarker) = (request.Query("prefix") ?? "", request.Query("key-marker") ?? "");
        var uploadMarker = keyMarker.Length > 0 && request.Query("upload-id-marker") is { Length: > 0 } marker ? marker : null;
        var asUrl = ObjectLists.EncodesUrls(request);
        var found = uploads.List(request.Bucket, prefix, keyMarker, uploadMarker, max + 1);
        return S3Xml.WriteAsync(request, "ListMultipartUploadsResult", xml =>
        {
            xml.Element("Bucket", request.Bucket);
            xml.Element("KeyMarker", S3Xml.Encode(keyMarker, asUrl));
            xml.Element("UploadIdMarker", uploadMarker ?? "");
            if (found.Count > max)
            {
                xml.Element("NextKeyMarker", S3Xml.Encode(found[max - 1].Key, asUrl));
                xml.Element("NextUploadIdMarker", found[max - 1].Id);
            }

            xml.Element("Prefix", S3Xml.Encode(prefix, asUrl));
            if (asUrl) xml.Element("EncodingType", "url");
            xml.Element("MaxUploads", max);
            xml.Element("IsTruncated", found.Count > max);
            foreach (var upload in found.Take(max))
            {
                xml.Element("Upload", row =>
                {
                    row.Element("Key", S3Xml.Encode(upload.Key, asUrl));
                    row.Element("UploadId", upload.Id);
                    row.Owner("Initiator");
                    row.Owner();
                    row.Element("StorageClass", "STANDARD");
                    row.Element("Initiated", XmlAnswer.Time(upload.Initiated));
                    if (upload.ChecksumAlgorithm is not { } algorithm) return;
                    row.Element("ChecksumAlgorithm", algorithm);
                    row.Element("ChecksumType", upload.ChecksumType);
                });
            }
        });
    }
}
