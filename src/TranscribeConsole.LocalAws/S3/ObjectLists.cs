using System.Text;
using System.Xml;
using TranscribeConsole.LocalAws.Protocols;
using TranscribeConsole.LocalAws.Storage;

namespace TranscribeConsole.LocalAws.S3;

internal sealed class ObjectLists(ObjectListing listing, BucketStore buckets) : IS3OperationGroup
{
    private const int MaxKeys = 1000;

    public IReadOnlyDictionary<string, S3Handler> Handlers => new Dictionary<string, S3Handler> { ["ListObjectsV2"] = ListAsync };

    /// <summary>Whether names are to be percent-encoded.</summary>
    /// <exception cref="ServiceErrorException">InvalidArgument: an encoding other than <c>url</c>.</exception>
    public static bool EncodesUrls(S3Request request) => request.Query("encoding-type") switch
    {
        null => false,
        "url" => true,
        var other => throw S3Errors.InvalidArgument("encoding-type", other, "Invalid Encoding Method specified in Request"),
    };

    private Task ListAsync(S3Request request)
    {
        // S3 takes a larger number and sends 1,000 all the same.
        var maxKeys = Math.Min(MaxKeys, request.QueryNumber("max-keys", absent: MaxKeys, min: 0, max: int.MaxValue));
        var query = new ListQuery(request.Bucket, request.Query("prefix") ?? "", request.Query("delimiter") ?? "", From(request), maxKeys);
        var asUrl = EncodesUrls(request);
        _ = buckets.Find(request.Bucket) ?? throw StorageErrors.NoSuchBucket(request.Bucket);
        var page = listing.List(query);
        return S3Xml.WriteAsync(request, "ListBucketResult", xml =>
        {
            WriteHead(xml, request, query, page, asUrl);
            var owner = request.Query("fetch-owner") == "true";
            foreach (var item in page.Objects) xml.Element("Contents", contents => WriteObject(contents, item, asUrl, owner));
            foreach (var prefix in page.CommonPrefixes)
                xml.Element("CommonPrefixes", common => common.Element("Prefix", S3Xml.Encode(prefix, asUrl)));
        });
    }

    private static void WriteHead(XmlWriter xml, S3Request request, ListQuery query, ObjectPage page, bool asUrl)
    {
        xml.Element("Name", query.Bucket);
        xml.Element("Prefix", S3Xml.Encode(query.Prefix, asUrl));
        if (query.Delimiter.Length > 0) xml.Element("Delimiter", S3Xml.Encode(query.Delimiter, asUrl));
        if (request.Query("start-after") is { } after) xml.Element("StartAfter", S3Xml.Encode(after, asUrl));
        if (request.Query("continuation-token") is { } token) xml.Element("ContinuationToken", token);
        if (page.Next is not null) xml.Element("NextContinuationToken", Convert.ToBase64String(page.Next));
        xml.Element("KeyCount", page.Objects.Count + page.CommonPrefixes.Count);
        xml.Element("MaxKeys", query.MaxKeys);
        if (asUrl) xml.Element("EncodingType", "url");
        xml.Element("IsTruncated", page.Next is not null);
    }

    private static void WriteObject(XmlWriter xml, ListedObject item, bool asUrl, bool owner)
    {
        xml.Element("Key", S3Xml.Encode(item.Key, asUrl));
        xml.Element("LastModified", XmlAnswer.Time(item.LastModified));
        xml.Element("ETag", ObjectHeaders.Quote(item.ETag));
        foreach (var name in item.Checksums.Keys) xml.Element("ChecksumAlgorithm", name);
        if (item.Checksums.Count > 0) xml.Element("ChecksumType", item.ChecksumType);
        xml.Element("Size", item.Size);
        if (owner) xml.Owner();
        xml.Element("StorageClass", "STANDARD");
    }

    // The token is where the next page begins; it overrides start-after, as in S3.
    private static byte[] From(S3Request request)
    {
        if (request.Query("continuation-token") is { } token)
        {
            var bytes = new byte[token.Length];
            return token.Length > 0 && Convert.TryFromBase64String(token, bytes, out var length)
                ? bytes[..length]
                : throw S3Errors.InvalidArgument("continuation-token", token, "The continuation token provided is incorrect");
        }

        return request.Query("start-after") is { Length: > 0 } after ? ObjectListing.Following(Encoding.UTF8.GetBytes(after)) : [];
    }
}
