using TranscribeConsole.LocalAws.Storage;

namespace TranscribeConsole.LocalAws.S3;

/// <summary>GetObjectTagging, PutObjectTagging and DeleteObjectTagging.</summary>
internal sealed class ObjectTagging(ObjectStore objects, ObjectTagStore tags) : IS3OperationGroup
{
    public IReadOnlyDictionary<string, S3Handler> Handlers => new Dictionary<string, S3Handler>
    {
        ["GetObjectTagging"] = GetAsync,
        ["PutObjectTagging"] = PutAsync,
        ["DeleteObjectTagging"] = DeleteAsync,
    };

    private Task GetAsync(S3Request request)
    {
        RefuseVersion(request);
        var info = objects.Find(request.Bucket, request.Key) ?? throw ObjectReads.Missing(request, objects);
        return S3Xml.WriteAsync(request, "Tagging", xml => xml.Element("TagSet", set =>
        {
            foreach (var (key, value) in info.Tags)
            {
                set.Element("Tag", tag =>
                {
                    tag.Element("Key", key);
                    tag.Element("Value", value);
                });
            }
        }));
    }

    private async Task PutAsync(S3Request request)
    {
        RefuseVersion(request);
        if (request.Header("content-md5") is null && request.Payload.RequestedAlgorithm is null)
            throw S3Errors.InvalidRequest("Missing required header for this request: Content-MD5 OR x-amz-checksum-*");
        await tags.ReplaceAsync(request.Bucket, request.Key, await ObjectTags.OfBodyAsync(request), request.Aborted);
    }

    private async Task DeleteAsync(S3Request request)
    {
        RefuseVersion(request);
        await tags.ReplaceAsync(request.Bucket, request.Key, new Dictionary<string, string>(), request.Aborted);
        request.Response.StatusCode = 204;
    }

    private static void RefuseVersion(S3Request request)
    {
        if (request.HasQuery("versionId")) throw S3Errors.NotImplemented("the parameter versionId");
    }
}
