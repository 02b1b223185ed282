using System.Globalization;
using System.Text;
using TranscribeConsole.LocalAws.Signing;
using TranscribeConsole.LocalAws.Storage;

namespace TranscribeConsole.LocalAws.S3;

/// <summary>The headers that are stored with an object and come back with it.</summary>
internal static class ObjectHeaders
{
    private const string MetadataPrefix = "x-amz-meta-";
    private const int MaxMetadataBytes = 2 * 1024;

    private static readonly string[] Stored = ["content-type", "cache-control", "content-disposition", "content-encoding", "content-language", "expires"];

    private static readonly (string Parameter, string Name)[] Overrides = [.. Stored.Select(name => ("response-" + name, name))];

    /// <summary>Content headers as sent, with S3's default content type.</summary>
    /// <exception cref="Protocols.ServiceErrorException">InvalidArgument: a value has a control character, which no answer could carry.</exception>
    public static Dictionary<string, string> Content(S3Request request)
    {
        var headers = new Dictionary<string, string>();
        foreach (var name in Stored)
        {
            if (request.Header(name) is { } value) headers[name] = Printable(name, value);
        }

        headers.TryAdd("content-type", "binary/octet-stream");
        return headers;
    }

    /// <exception cref="Protocols.ServiceErrorException">MetadataTooLarge, or InvalidArgument as for <see cref="Content"/>.</exception>
    public static Dictionary<string, string> UserMetadata(S3Request request)
    {
        var metadata = request.Headers
            .Where(header => header.Key.StartsWith(MetadataPrefix, StringComparison.OrdinalIgnoreCase))
            .ToDictionary(header => header.Key[MetadataPrefix.Length..].ToLowerInvariant(), header => Printable(header.Key, header.Value.ToString()));
        var size = metadata.Sum(pair => Encoding.UTF8.GetByteCount(pair.Key) + Encoding.UTF8.GetByteCount(pair.Value));
        return size <= MaxMetadataBytes ? metadata : throw S3Errors.MetadataTooLarge(size, MaxMetadataBytes);
    }

    /// <summary>ETag, time, content headers and metadata, with the request's <c>response-*</c> overrides; checksums when asked for.</summary>
    public static void Write(S3Request request, ObjectInfo info, bool whole)
    {
        var headers = request.Response.Headers;
        WriteValidators(request, info);
        headers.AcceptRanges = "bytes";
        foreach (var (name, value) in info.Headers) headers[name] = value;
        foreach (var (name, value) in info.UserMetadata) headers[MetadataPrefix + name] = value;
        if (info.Tags.Count > 0) headers["x-amz-tagging-count"] = info.Tags.Count.ToString(CultureInfo.InvariantCulture);
        foreach (var (parameter, name) in Overrides)
        {
            if (request.Query(parameter) is { } value) headers[name] = Printable(parameter, value);
        }

        // A checksum of the whole says nothing about a range.
        if (whole && string.Equals(request.Header("x-amz-checksum-mode"), "ENABLED", StringComparison.OrdinalIgnoreCase))
            WriteChecksums(request, info.Checksums, info.ChecksumType);
    }

    /// <summary>What a 304 carries too.</summary>
    public static void WriteValidators(S3Request request, ObjectInfo info)
    {
        request.Response.Headers.ETag = Quote(info.ETag);
        request.Response.Headers.LastModified = info.LastModified.ToString("R");
    }

    public static void WriteChecksums(S3Request request, IReadOnlyDictionary<string, string> checksums, string? type)
    {
        if (checksums.Count == 0) return;
        foreach (var (name, value) in checksums) request.Response.Headers[Checksum.HeaderPrefix + name.ToLowerInvariant()] = value;
        if (type is not null) request.Response.Headers["x-amz-checksum-type"] = type;
    }

    public static string Quote(string etag) => $"\"{etag}\"";

    private static string Printable(string name, string value) =>
        value.Any(char.IsControl) ? throw S3Errors.InvalidArgument(name, value, "Header values must not have control characters.") : value;
}
