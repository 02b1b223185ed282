using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using TranscribeConsole.LocalAws.Protocols;
using TranscribeConsole.LocalAws.Signing;
using TranscribeConsole.LocalAws.Storage;

namespace TranscribeConsole.LocalAws.S3;

/// <summary>The object that a copy is taken from, as its headers name it.</summary>
internal static partial class CopySource
{
    private const string Prefix = "x-amz-copy-source-";

    /// <exception cref="ServiceErrorException">InvalidArgument, NotImplemented for a version, or AccessDenied.</exception>
    public static (string Bucket, string Key) Parse(S3Request request)
    {
        var header = request.Header("x-amz-copy-source") ?? "";
        if (header.Contains("?versionId=", StringComparison.Ordinal)) throw S3Errors.NotImplemented("a version in x-amz-copy-source");
        var decoded = PercentEncoding.Decode(header, plusIsSpace: false) is { } bytes ? Encoding.UTF8.GetString(bytes).TrimStart('/') : "";
        var slash = decoded.IndexOf('/', StringComparison.Ordinal);
        if (slash <= 0 || slash == decoded.Length - 1)
            throw S3Errors.InvalidArgument("x-amz-copy-source", header, "Invalid copy source object key");
        var bucket = decoded[..slash];
        return bucket == LocalAwsAccount.ServiceBucket ? throw S3Errors.AccessDenied() : (bucket, decoded[(slash + 1)..]);
    }

    /// <summary>Why there is nothing to copy: no such key, or no such bucket.</summary>
    public static ServiceErrorException Missing(string bucket, string key, ObjectStore objects) =>
        objects.BucketExists(bucket) ? StorageErrors.NoSuchKey(key) : StorageErrors.NoSuchBucket(bucket);

    /// <exception cref="ServiceErrorException">PreconditionFailed.</exception>
    public static void CheckConditions(S3Request request, ObjectInfo source)
    {
        if (ReadConditions.Evaluate(request, source, Prefix) != ReadOutcome.Proceed) throw StorageErrors.PreconditionFailed("x-amz-copy-source-If-*");
    }

    /// <summary>The bytes to copy: unlike a read, a copy takes only a range that lies in the source with both its ends.</summary>
    /// <exception cref="ServiceErrorException">InvalidArgument.</exception>
    public static ByteRange Range(S3Request request, long size)
    {
        const string Name = Prefix + "range";
        if (request.Header(Name) is not { } header) return new ByteRange(0, size);
        var match = RangePattern().Match(header);
        if (!match.Success || !TryParse(match.Groups[1], out var first) || !TryParse(match.Groups[2], out var last))
        {
            throw S3Errors.InvalidArgument(
                Name, header, $"The {Name} value must be of the form bytes=first-last where first and last are the zero-based offsets of the first and last bytes to copy");
        }

        return first <= last && last < size
            ? new ByteRange(first, last - first + 1)
            : throw S3Errors.InvalidArgument(Name, header, $"Range specified is not valid for source object of size: {size}");
    }

    private static bool TryParse(Group group, out long number) => long.TryParse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    [GeneratedRegex("^bytes=([0-9]{1,18})-([0-9]{1,18})\\z")]
    private static partial Regex RangePattern();
}
