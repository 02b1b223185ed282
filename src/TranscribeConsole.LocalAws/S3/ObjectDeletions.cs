using System.Xml;
using System.Xml.Linq;
using TranscribeConsole.LocalAws.Protocols;
using TranscribeConsole.LocalAws.Storage;

namespace TranscribeConsole.LocalAws.S3;

internal sealed class ObjectDeletions(ObjectStore objects, ObjectDeletion deletion) : IS3OperationGroup
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
        if (!objects.BucketExists(request.Bucket)) throw StorageErrors.NoSuchBucket(request.Bucket);
        var ifMatch = request.Header("if-match") is { } etag ? ReadConditions.Unquote(etag) : null;
        if (await deletion.DeleteAsync(request.Bucket, [new DeleteTarget(request.Key, ifMatch)], request.Aborted) is [{ } refusal]) throw refusal;
        request.Response.StatusCode = 204;
    }

    private async Task DeleteManyAsync(S3Request request)
    {
        if (!objects.BucketExists(request.Bucket)) throw StorageErrors.NoSuchBucket(request.Bucket);
        if (request.Header("content-md5") is null && request.Payload.RequestedAlgorithm is null)
            throw S3Errors.InvalidRequest("Missing required header for this request: Content-MD5 OR x-amz-checksum-*");
        var delete = await S3Xml.ReadAsync(request, "Delete", MaxBytes) ?? throw S3Errors.MalformedXml();
        var targets = delete.Elements().Where(element => element.Name.LocalName == "Object").Select(Parse).ToList();
        if (targets.Count is 0 or > MaxKeys) throw S3Errors.MalformedXml();

        var refusals = await deletion.DeleteAsync(request.Bucket, targets, request.Aborted);
        var quiet = string.Equals(delete.Text("Quiet")?.Trim(), "true", StringComparison.OrdinalIgnoreCase);
        await S3Xml.WriteAsync(request, "DeleteResult", xml =>
        {
            foreach (var (target, refusal) in targets.Zip(refusals))
            {
                if (refusal is not null) xml.Element("Error", error => WriteRefusal(error, target.Key, refusal));
                else if (!quiet) xml.Element("Deleted", deleted => deleted.Element("Key", target.Key));
            }
        });
    }

    private static void WriteRefusal(XmlWriter xml, string key, ServiceErrorException refusal)
    {
        xml.Element("Key", key);
        xml.Element("Code", refusal.Code);
        xml.Element("Message", refusal.Message);
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

    private static DeleteTarget Parse(XElement element)
    {
        foreach (var child in element.Elements())
        {
            if (child.Name.LocalName is not ("Key" or "ETag")) throw S3Errors.NotImplemented($"the element {child.Name.LocalName} of an object to delete");
        }

        if (element.Text("Key") is not { Length: > 0 } key || !IsText(key)) throw S3Errors.MalformedXml();
        return new DeleteTarget(key, element.Text("ETag") is { Length: > 0 } etag ? ReadConditions.Unquote(etag) : null);
    }
}
