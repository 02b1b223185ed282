using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace TranscribeConsole.Services;

/// <summary>A bucket and a key (or key prefix, or nothing), written <c>s3://bucket/key</c>.</summary>
public sealed record S3Location(string Bucket, string Key)
{
    private const string Scheme = "s3://";

    /// <summary>Reads <c>s3://bucket</c>, <c>s3://bucket/</c> and <c>s3://bucket/key</c>; keys are taken literally, never decoded.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out S3Location? location)
    {
        location = null;
        if (text is null || !text.StartsWith(Scheme, StringComparison.Ordinal)) return false;
        var rest = text[Scheme.Length..];
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        var bucket = slash < 0 ? rest : rest[..slash];
        if (!IsBucketName(bucket)) return false;
        location = new S3Location(bucket, slash < 0 ? "" : rest[(slash + 1)..]);
        return true;
    }

    /// <summary>Reads an object address as the service gives it: <c>https://s3.region.amazonaws.com/bucket/key</c>, a virtual-hosted one, or <c>s3://</c>.</summary>
    public static bool TryParseAddress(string? address, [NotNullWhen(true)] out S3Location? location)
    {
        if (TryParse(address, out location)) return location.Key.Length > 0;
        location = null;
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https")) return false;
        var path = Uri.UnescapeDataString(uri.AbsolutePath)[1..];
        var virtualHost = uri.Host.IndexOf(".s3.", StringComparison.Ordinal);
        if (virtualHost < 0) virtualHost = uri.Host.IndexOf(".s3-", StringComparison.Ordinal);
        if (virtualHost > 0 && uri.Host.Contains(".amazonaws.", StringComparison.Ordinal))
            location = new S3Location(uri.Host[..virtualHost], path);
        else if (path.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash)
            location = new S3Location(path[..slash], path[(slash + 1)..]);
        return location is { Key.Length: > 0 };
    }

    /// <summary>S3's rule for names that the service's API accepts: 3 to 63 of a–z, 0–9, dot and hyphen, a letter or digit at both ends.</summary>
    public static bool IsBucketName(string bucket) =>
        bucket.Length is >= 3 and <= 63
        && bucket.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '-')
        && char.IsAsciiLetterOrDigit(bucket[0]) && char.IsAsciiLetterOrDigit(bucket[^1]);

    /// <summary>A bucket, or a key that ends in a slash and so stands for what is below it.</summary>
    [JsonIgnore]
    public bool IsFolder => Key.Length == 0 || Key.EndsWith('/');

    /// <summary>The folder that an object is in; of a folder the one above; of a bucket itself.</summary>
    [JsonIgnore]
    public S3Location Parent => this with { Key = Key[..(Key.AsSpan(0, Math.Max(0, Key.Length - 1)).LastIndexOf('/') + 1)] };

    /// <summary>The bucket, and each folder down to this one or to the object's.</summary>
    [JsonIgnore]
    public IReadOnlyList<S3Location> Folders =>
        [this with { Key = "" }, .. Key.Index().Where(c => c.Item == '/').Select(c => this with { Key = Key[..(c.Index + 1)] })];

    /// <summary>The last part of the key, without the slash that ends a folder; of a bucket its name. A folder whose name is empty is called <c>/</c>.</summary>
    [JsonIgnore]
    public string Name
    {
        get
        {
            if (Key.Length == 0) return Bucket;
            var name = Key[Parent.Key.Length..];
            return name.Length > 1 ? name.TrimEnd('/') : name;
        }
    }

    public override string ToString() => $"{Scheme}{Bucket}/{Key}";
}
