using System.Text;
using System.Xml;
using TranscribeConsole.LocalAws.Protocols;
using TranscribeConsole.LocalAws.Storage;

namespace TranscribeConsole.LocalAws.S3;

internal sealed class ObjectLists(ObjectListing listing, BucketStore buckets) : IS3OperationGroup
{
    private const int MaxKeys = 1000;

    private static readonly Comparer<byte[]> ByBytes = Comparer<byte[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b));

    public IReadOnlyDictionary<string, S3Handler> Handlers => new Dictionary<string, S3Handler>
    {
        ["ListObjects"] = ListFirstVersionAsync,
        ["ListObjectsV2"] = ListAsync,
    };

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
        var query = Parse(request, From(request));
        var (asUrl, owner) = (EncodesUrls(request), request.Query("fetch-owner") == "true");
        var page = List(query);
        return S3Xml.WriteAsync(request, "ListBucketResult", xml =>
        {
            WriteHead(xml, query, page, asUrl);
            if (request.Query("start-after") is { } after) xml.Element("StartAfter", S3Xml.Encode(after, asUrl));
            if (request.Query("continuation-token") is { } token) xml.Element("ContinuationToken", token);
            if (page.Next is not null) xml.Element("NextContinuationToken", Convert.ToBase64String(page.Next));
            xml.Element("KeyCount", page.Objects.Count + page.CommonPrefixes.Count);
            WriteNames(xml, page, asUrl, owner);
        });
    }

    private Task ListFirstVersionAsync(S3Request request)
    {
        var marker = request.Query("marker") ?? "";
        var query = Parse(request, []);
        query = query with { From = FromMarker(query, marker) };
        var asUrl = EncodesUrls(request);
        var page = List(query);
        return S3Xml.WriteAsync(request, "ListBucketResult", xml =>
        {
            WriteHead(xml, query, page, asUrl);
            xml.Element("Marker", S3Xml.Encode(marker, asUrl));
            // Without a delimiter the last key is the next marker, and S3 leaves it to the client to know.
            if (page.Next is not null && query.Delimiter.Length > 0) xml.Element("NextMarker", S3Xml.Encode(LastName(page), asUrl));
            WriteNames(xml, page, asUrl, owner: true);
        });
    }

    // S3 takes a larger number and sends 1,000 all the same.
    private static ListQuery Parse(S3Request request, byte[] from) => new(
        request.Bucket, request.Query("prefix") ?? "", request.Query("delimiter") ?? "", from,
        Math.Min(MaxKeys, request.QueryNumber("max-keys", absent: MaxKeys, min: 0, max: int.MaxValue)));

    private ObjectPage List(ListQuery query) =>
        buckets.Find(query.Bucket) is null ? throw StorageErrors.NoSuchBucket(query.Bucket) : listing.List(query);

    private static void WriteHead(XmlWriter xml, ListQuery query, ObjectPage page, bool asUrl)
    {
        xml.Element("Name", query.Bucket);
        xml.Element("Prefix", S3Xml.Encode(query.Prefix, asUrl));
        if (query.Delimiter.Length > 0) xml.Element("Delimiter", S3Xml.Encode(query.Delimiter, asUrl));
        xml.Element("MaxKeys", query.MaxKeys);
        if (asUrl) xml.Element("EncodingType", "url");
        xml.Element("IsTruncated", page.Next is not null);
    }

    private static void WriteNames(XmlWriter xml, ObjectPage page, bool asUrl, bool owner)
    {
        foreach (var item in page.Objects) xml.Element("Contents", contents => WriteObject(contents, item, asUrl, owner));
        foreach (var prefix in page.CommonPrefixes)
            xml.Element("CommonPrefixes", common => common.Element("Prefix", S3Xml.Encode(prefix, asUrl)));
    }

    private static string LastName(ObjectPage page) =>
        page.Objects.Select(item => item.Key).TakeLast(1).Concat(page.CommonPrefixes.TakeLast(1)).MaxBy(Encoding.UTF8.GetBytes, ByBytes)!;

    private static void WriteObject(XmlWriter xml, ListedObject item, bool asUrl, bool owner)
    {
        xml.Element("Key", S3Xml.Encode(item.Key, asUrl));
        xml.Element("LastModified", XmlAnswer.Time(item.LastModified));
        xml.Element("ETag", ObjectHeaders.Quote(item.ETag));
        foreach (var name in item.ChecksumAlgorithms) xml.Element("ChecksumAlgorithm", name);
        if (item.ChecksumAlgorithms.Count > 0) xml.Element("ChecksumType", item.ChecksumType);
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

    // A marker that is a common prefix stands for every key under it.
    private static byte[] FromMarker(ListQuery query, string marker)
    {
        if (marker.Length == 0) return [];
        var isCommonPrefix = query.Delimiter.Length > 0 && marker.Length > query.Prefix.Length && marker.EndsWith(query.Delimiter, StringComparison.Ordinal);
        var bytes = Encoding.UTF8.GetBytes(marker);
        return isCommonPrefix ? ObjectListing.After(bytes) : ObjectListing.Following(bytes);
    }
}
