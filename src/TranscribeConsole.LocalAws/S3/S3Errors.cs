using TranscribeConsole.LocalAws.Protocols;

namespace TranscribeConsole.LocalAws.S3;

/// <summary>The refusals of S3, with its codes, messages and statuses.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html"/></remarks>
internal static class S3Errors
{
    public static ServiceErrorException AccessDenied() => new("AccessDenied", "Access Denied", 403);

    public static ServiceErrorException BadDigest(string what) => new("BadDigest", $"The {what} you specified did not match what we received.", 400);

    public static ServiceErrorException EntityTooLarge(long proposed, long max) =>
        new("EntityTooLarge", "Your proposed upload exceeds the maximum allowed size", 400) { Details = [new("ProposedSize", $"{proposed}"), new("MaxSizeAllowed", $"{max}")] };

    public static ServiceErrorException EntityTooSmall(int part, long size, long min) =>
        new("EntityTooSmall", "Your proposed upload is smaller than the minimum allowed size", 400)
        {
            Details = [new("ProposedSize", $"{size}"), new("MinSizeAllowed", $"{min}"), new("PartNumber", $"{part}")],
        };

    public static ServiceErrorException InvalidArgument(string name, string value, string message) =>
        new("InvalidArgument", message, 400) { Details = [new("ArgumentName", name), new("ArgumentValue", value)] };

    public static ServiceErrorException InvalidBucketName(string bucket) =>
        new("InvalidBucketName", "The specified bucket is not valid.", 400) { Details = [new("BucketName", bucket)] };

    public static ServiceErrorException InvalidPart(string uploadId, int part, string etag) => new(
        "InvalidPart",
        "One or more of the specified parts could not be found. The part may not have been uploaded, or the specified entity tag may not match the part's entity tag.",
        400)
    { Details = [new("UploadId", uploadId), new("PartNumber", $"{part}"), new("ETag", etag)] };

    public static ServiceErrorException InvalidPartOrder(string uploadId) =>
        new("InvalidPartOrder", "The list of parts was not in ascending order. Parts must be ordered by part number.", 400) { Details = [new("UploadId", uploadId)] };

    public static ServiceErrorException InvalidPartNumber(int part, int parts) => new("InvalidPartNumber", "The requested partnumber is not satisfiable", 416)
    {
        Details = [new("PartNumberRequested", $"{part}"), new("ActualPartCount", $"{parts}")],
    };

    public static ServiceErrorException InvalidRange(string range, long size) =>
        new("InvalidRange", "The requested range is not satisfiable", 416) { Details = [new("RangeRequested", range), new("ActualObjectSize", $"{size}")] };

    public static ServiceErrorException InvalidRequest(string message) => new("InvalidRequest", message, 400);

    public static ServiceErrorException InvalidTag(string message) => new("InvalidTag", message, 400);

    public static ServiceErrorException InvalidUri() => new("InvalidURI", "Couldn't parse the specified URI.", 400);

    public static ServiceErrorException KeyTooLong(int max) =>
        new("KeyTooLongError", "Your key is too long", 400) { Details = [new("MaxSizeAllowed", $"{max}")] };

    public static ServiceErrorException MalformedXml() =>
        new("MalformedXML", "The XML you provided was not well-formed or did not validate against our published schema", 400);

    public static ServiceErrorException MetadataTooLarge(int size, int max) =>
        new("MetadataTooLarge", "Your metadata headers exceed the maximum allowed metadata size", 400) { Details = [new("Size", $"{size}"), new("MaxSizeAllowed", $"{max}")] };

    public static ServiceErrorException MethodNotAllowed(string method) =>
        new("MethodNotAllowed", "The specified method is not allowed against this resource.", 405) { Details = [new("Method", method)] };

    public static ServiceErrorException MissingContentLength() => new("MissingContentLength", "You must provide the Content-Length HTTP header.", 411);

    public static ServiceErrorException TooManyTags(int max) => new("BadRequest", $"Object tags cannot be greater than {max}", 400);

    /// <param name="what">Names the operation, header or parameter, and follows "the local backend does not support".</param>
    public static ServiceErrorException NotImplemented(string what) =>
        new("NotImplemented", $"A header or operation you provided implies functionality that is not implemented: the local backend does not support {what}.", 501);
}
