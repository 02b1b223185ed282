using TranscribeConsole.LocalAws.Jobs;

namespace TranscribeConsole.LocalAws.Transcribe;

/// <summary>
/// Reads bucket and key out of a media address: <c>s3://bucket/key</c>, S3's https addresses in path style and virtual-hosted,
/// and this backend's own http address. Nothing is ever fetched from elsewhere.
/// </summary>
internal sealed class MediaFileUri(LocalAwsAddress address)
{
    private const string S3Domain = ".amazonaws.com";

    /// <summary>Null when the address can't name an object here.</summary>
    public ObjectAddress? Parse(string uri)
    {
        // By hand: Uri would resolve dots and merge what belongs to the key.
        var scheme = uri.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0) return null;
        var rest = uri[(scheme + 3)..];
        return uri[..scheme] switch
        {
            "s3" => Split(rest),
            "https" => ParseS3(rest),
            "http" => ParseOwn(rest),
            _ => null,
        };
    }

    private ObjectAddress? ParseOwn(string rest)
    {
        var (authority, path) = Cut(rest);
        var isOwn = authority.Equals(address.BaseAddress.Authority, StringComparison.OrdinalIgnoreCase);
        return isOwn ? SplitEncoded(path) : null;
    }

    // s3.amazonaws.com, s3.us-east-1.amazonaws.com and s3-us-east-1.amazonaws.com, each also with the bucket in front.
    private static ObjectAddress? ParseS3(string rest)
    {
        var (host, path) = Cut(rest);
        foreach (var endpoint in (string[])["s3", $"s3.{LocalAwsAccount.Region}", $"s3-{LocalAwsAccount.Region}"])
        {
            var name = endpoint + S3Domain;
            if (host.Equals(name, StringComparison.OrdinalIgnoreCase)) return SplitEncoded(path);
            if (host.EndsWith($".{name}", StringComparison.OrdinalIgnoreCase)) return SplitEncoded($"{host[..^(name.Length + 1)]}/{path}");
        }

        return null;
    }

    // A query or fragment would ask for something else than the plain object.
    private static ObjectAddress? SplitEncoded(string path) =>
        path.AsSpan().ContainsAny('?', '#') ? null : Split(Uri.UnescapeDataString(path));

    private static ObjectAddress? Split(string path)
    {
        var (bucket, key) = Cut(path);
        return bucket.Length == 0 || key.Length == 0 || key.EndsWith('/') ? null : new(bucket, key);
    }

    private static (string Head, string Tail) Cut(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? (text, "") : (text[..slash], text[(slash + 1)..]);
    }
}
