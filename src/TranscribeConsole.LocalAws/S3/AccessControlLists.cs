using TranscribeConsole.LocalAws.Storage;

namespace TranscribeConsole.LocalAws.S3;

/// <summary>GetBucketAcl and GetObjectAcl. There is one account, and it may do everything: no list says anything else.</summary>
internal sealed class AccessControlLists(ObjectStore objects) : IS3OperationGroup
{
    private const string XsiNamespace = "http://www.w3.org/2001/XMLSchema-instance";

    public IReadOnlyDictionary<string, S3Handler> Handlers => new Dictionary<string, S3Handler>
    {
        ["GetBucketAcl"] = OfBucketAsync,
        ["GetObjectAcl"] = OfObjectAsync,
    };

    private Task OfBucketAsync(S3Request request) =>
        objects.BucketExists(request.Bucket) ? WriteAsync(request) : throw StorageErrors.NoSuchBucket(request.Bucket);

    private Task OfObjectAsync(S3Request request)
    {
        if (request.HasQuery("versionId")) throw S3Errors.NotImplemented("the parameter versionId");
        return objects.Find(request.Bucket, request.Key) is not null ? WriteAsync(request) : throw ObjectReads.Missing(request, objects);
    }

    private static Task WriteAsync(S3Request request) => S3Xml.WriteAsync(request, "AccessControlPolicy", xml =>
    {
        xml.Owner();
        xml.Element("AccessControlList", list => list.Element("Grant", grant =>
        {
            grant.WriteStartElement("Grantee", S3Xml.Namespace);
            grant.WriteAttributeString("xsi", "type", XsiNamespace, "CanonicalUser");
            grant.OwnerElements();
            grant.WriteEndElement();
            grant.Element("Permission", "FULL_CONTROL");
        }));
    });
}
