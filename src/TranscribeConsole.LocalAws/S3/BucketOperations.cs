using TranscribeConsole.LocalAws.Protocols;
using TranscribeConsole.LocalAws.Storage;

namespace TranscribeConsole.LocalAws.S3;

internal sealed class BucketOperations(BucketStore buckets) : IS3OperationGroup
{
    private const int MaxConfigurationBytes = 64 * 1024;

    public IReadOnlyDictionary<string, S3Handler> Handlers => new Dictionary<string, S3Handler>
    {
        ["ListBuckets"] = ListAsync,
        ["CreateBucket"] = CreateAsync,
        ["HeadBucket"] = HeadAsync,
        ["DeleteBucket"] = DeleteAsync,
        ["GetBucketLocation"] = LocateAsync,
    };

    private Task ListAsync(S3Request request)
    {
        var prefix = request.Query("prefix") ?? "";
        var after = request.Query("continuation-token") ?? "";
        var max = request.QueryNumber("max-buckets", absent: 10_000, min: 1, max: 10_000);
        var region = request.Query("bucket-region") is null or LocalAwsAccount.Region;
        var all = region ? buckets.List() : [];
        var found = all
            .Where(bucket => bucket.Name.StartsWith(prefix, StringComparison.Ordinal) && string.CompareOrdinal(bucket.Name, after) > 0)
            .Take(max + 1).ToList();
        return S3Xml.WriteAsync(request, "ListAllMyBucketsResult", xml =>
        {
            xml.Owner();
            xml.Element("Buckets", list =>
            {
                foreach (var bucket in found.Take(max))
                {
                    list.Element("Bucket", row =>
                    {
                        row.Element("Name", bucket.Name);
                        row.Element("CreationDate", XmlAnswer.Time(bucket.Created));
                        row.Element("BucketRegion", LocalAwsAccount.Region);
                    });
                }
            });
            if (prefix.Length > 0) xml.Element("Prefix", prefix);
            if (found.Count > max) xml.Element("ContinuationToken", found[max - 1].Name);
        });
    }

    private async Task CreateAsync(S3Request request)
    {
        if (!BucketName.IsValid(request.Bucket)) throw S3Errors.InvalidBucketName(request.Bucket);
        var configuration = await S3Xml.ReadAsync(request, "CreateBucketConfiguration", MaxConfigurationBytes);
        foreach (var element in configuration?.Elements() ?? [])
        {
            if (element.Name.LocalName != "LocationConstraint") throw S3Errors.NotImplemented($"the element {element.Name.LocalName}");
            if (element.Value is not ("" or LocalAwsAccount.Region))
            {
                throw new ServiceErrorException(
                    "IllegalLocationConstraintException",
                    $"The {element.Value} location constraint is incompatible for the region specific endpoint this request was sent to.", 400);
            }
        }

        // Making one's own bucket again is no error in us-east-1.
        await buckets.CreateAsync(request.Bucket, request.Aborted);
        request.Response.Headers.Location = "/" + request.Bucket;
    }

    private Task HeadAsync(S3Request request)
    {
        _ = buckets.Find(request.Bucket) ?? throw StorageErrors.NoSuchBucket(request.Bucket);
        request.Response.Headers["x-amz-bucket-region"] = LocalAwsAccount.Region;
        request.Response.ContentType = "application/xml";
        return Task.CompletedTask;
    }

    private async Task DeleteAsync(S3Request request)
    {
        await buckets.DeleteAsync(request.Bucket, request.Aborted);
        request.Response.StatusCode = 204;
    }

    private Task LocateAsync(S3Request request)
    {
        _ = buckets.Find(request.Bucket) ?? throw StorageErrors.NoSuchBucket(request.Bucket);
        return S3Xml.WriteAsync(request, "LocationConstraint", _ => { }); // empty is how S3 writes us-east-1
    }
}
