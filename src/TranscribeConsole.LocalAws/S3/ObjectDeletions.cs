using System.Xml.Linq;
using TranscribeConsole.LocalAws.Storage;

namespace TranscribeConsole.LocalAws.S3;

internal sealed class ObjectDeletions(ObjectStore objects) : IS3OperationGroup
{
    private const int MaxKeys = 1000;
    private const int MaxBytes = 8 * 1024 * 1024; // 1,000 keys of 1,024 bytes, each byte an entity

    public IReadOnlyDictionary<string, S3Handler> Handlers => new Dictionary<string, S3Handler>
    {
        ["DeleteObject"] = DeleteAsync,
        ["DeleteObjects"] = DeleteManyAsync,
    };

    private async Task DeleteAsync(S3Request request)
    {
        if (request.Header("if-match") is not null) throw S3Errors.NotImplemented("If-Match on a deletion");
        if (!objects.BucketExists(request.Bucket)) throw StorageErrors.NoSuchBucket(request.Bucket);
        await objects.DeleteAsync(request.Bucket, request.Key, request.Aborted);
        request.Response.StatusCode = 204;
    }

    private async Task DeleteManyAsync(S3Request request)
    {
        if (!objects.BucketExists(request.Bucket)) throw StorageErrors.NoSuchBucket(request.Bucket);
        if (request.Header("content-md5") is null && request.Payload.RequestedAlgorithm is null)
            throw S3Errors.InvalidRequest("Missing required header for this request: Content-MD5 OR x-amz-checksum-*");
        var delete = await S3Xml.ReadAsync(request, "Delete", MaxBytes) ?? throw S3Errors.MalformedXml();
        var keys = delete.Elements().Where(element => element.Name.LocalName == "Object").Select(Key).ToList();
        if (keys.Count is 0 or > MaxKeys) throw S3Errors.MalformedXml();

        await objects.DeleteAsync(request.Bucket, keys, request.Aborted);
        var quiet = string.Equals(delete.Text("Quiet"), "true", StringComparison.OrdinalIgnoreCase);
        await S3Xml.WriteAsync(request, "DeleteResult", xml =>
        {
            if (quiet) return; // then S3 tells of errors alone
            foreach (var key in keys) xml.Element("Deleted", deleted => deleted.Element("Key", key));
        });
    }

    // An entity can stand for half a surrogate pair, which no key has.
    private static bool IsText(string key)
    {
        for (var i = 0; i < key.Length; i++)
        {
            if (!char.IsSurrogate(key[i])) continue;
            if (i + 1 == key.Length || !char.IsSurrogatePair(key[i], key[++i])) return false;
        }

        return true;
    }

    private static string Key(XElement element)
    {
        foreach (var child in element.Elements())
        {
            if (child.Name.LocalName != "Key") throw S3Errors.NotImplemented($"the element {child.Name.LocalName} of an object to delete");
        }

        return element.Text("Key") is { Length: > 0 } key && IsText(key) ? key : throw S3Errors.MalformedXml();
    }
}
