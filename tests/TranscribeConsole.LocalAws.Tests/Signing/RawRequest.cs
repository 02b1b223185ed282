using System.Security.Cryptography;
using System.Text;

namespace TranscribeConsole.LocalAws.Tests.Signing;

/// <summary>
/// A request written by hand, and a signer written apart from the one under test: it encodes by <see cref="Uri"/> and knows nothing of the
/// product's classes. Whatever is changed after <c>Sign</c> is a forgery.
/// </summary>
internal sealed class RawRequest
{
    private const string Empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    public string Method { get; set; } = "PUT";

    /// <summary>Decoded; becomes <see cref="WirePath"/> when it is signed.</summary>
    public string Path { get; set; } = "/media/call.wav";

    public string WirePath { get; set; } = "";

    public List<(string Name, string Value)> Query { get; } = [];

    /// <summary>Lower-case names. All of them are signed, unless <see cref="SignedHeaders"/> says otherwise.</summary>
    public SortedDictionary<string, string> Headers { get; } = new(StringComparer.Ordinal);

    public byte[] Body { get; set; } = [];

    public DateTimeOffset Time { get; set; } = DateTimeOffset.UnixEpoch;

    public string KeyId { get; set; } = TestKeys.User.Id;

    public string Secret { get; set; } = TestKeys.User.Secret;

    public string Region { get; set; } = "us-east-1";

    public string Service { get; set; } = "s3";

    /// <summary>The value of x-amz-content-sha256; null for the body's hash.</summary>
    public string? PayloadHash { get; set; }

    public string[]? SignedHeaders { get; set; }

    public string Signature { get; private set; } = "";

    private string Wire => WirePath.Length > 0 ? WirePath : EncodedPath;

    private string EncodedPath => string.Join('/', Path.Split('/').Select(Escape));

    private string Stamp => Time.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'");

    private string Scope => $"{Stamp[..8]}/{Region}/{Service}/aws4_request";

    public string Target => Query.Count == 0 ? Wire : $"{Wire}?{string.Join('&', Query.Select(p => $"{Escape(p.Name)}={Escape(p.Value)}"))}";

    public RawRequest Sign()
    {
        var hash = PayloadHash ?? Hash(Body);
        Headers["x-amz-date"] = Stamp;
        if (Service == "s3") Headers["x-amz-content-sha256"] = hash;
        WirePath = EncodedPath;
        var names = SignedHeaders ?? [.. Headers.Keys];
        Signature = Sign(Canonical(names, hash));
        Headers["authorization"] = $"AWS4-HMAC-SHA256 Credential={KeyId}/{Scope}, SignedHeaders={string.Join(';', names)}, Signature={Signature}";
        return this;
    }

    public RawRequest Presign(int seconds)
    {
        WirePath = EncodedPath;
        Query.Add(("X-Amz-Algorithm", "AWS4-HMAC-SHA256"));
        Query.Add(("X-Amz-Credential", $"{KeyId}/{Scope}"));
        Query.Add(("X-Amz-Date", Stamp));
        Query.Add(("X-Amz-Expires", seconds.ToString()));
        var names = SignedHeaders ?? [.. Headers.Keys];
        Query.Add(("X-Amz-SignedHeaders", string.Join(';', names)));
        Signature = Sign(Canonical(names, PayloadHash ?? "UNSIGNED-PAYLOAD"));
        Query.Add(("X-Amz-Signature", Signature));
        return this;
    }

    /// <summary>Frames the pieces as aws-chunked; sign the request first, with a STREAMING payload hash.</summary>
    public RawRequest Chunk(IEnumerable<byte[]> pieces, bool signed = true, params (string Name, string Value)[] trailers)
    {
        Body = [.. Frames(pieces, signed, trailers).SelectMany(frame => frame)];
        return this;
    }

    /// <summary>The frames one by one, so that a test can disturb them.</summary>
    public List<byte[]> Frames(IEnumerable<byte[]> pieces, bool signed = true, params (string Name, string Value)[] trailers)
    {
        var previous = Signature;
        var frames = new List<byte[]>();
        foreach (var piece in pieces.Append([]))
        {
            previous = Sign($"AWS4-HMAC-SHA256-PAYLOAD\n{Stamp}\n{Scope}\n{previous}\n{Empty}\n{Hash(piece)}", direct: true);
            var head = piece.Length.ToString("x") + (signed ? $";chunk-signature={previous}" : "") + "\r\n";
            frames.Add([.. Encoding.ASCII.GetBytes(head), .. piece, .. piece.Length == 0 ? ""u8 : "\r\n"u8]);
        }

        var tail = string.Concat(trailers.Select(t => $"{t.Name}:{t.Value}\r\n"));
        if (trailers.Length > 0 && signed)
        {
            var text = string.Concat(trailers.Select(t => $"{t.Name}:{t.Value}\n"));
            previous = Sign($"AWS4-HMAC-SHA256-TRAILER\n{Stamp}\n{Scope}\n{previous}\n{Hash(Encoding.ASCII.GetBytes(text))}", direct: true);
            tail += $"x-amz-trailer-signature:{previous}\r\n";
        }

        frames.Add(Encoding.ASCII.GetBytes(tail + "\r\n"));
        return frames;
    }

    private string Canonical(string[] names, string hash)
    {
        var query = Query.Select(p => $"{Escape(p.Name)}={Escape(p.Value)}").OrderBy(p => p, StringComparer.Ordinal);
        var path = Service == "s3" ? WirePath : string.Join('/', WirePath.Split('/').Select(Escape));
        return $"{Method}\n{path}\n{string.Join('&', query)}\n"
            + string.Concat(names.Select(name => $"{name}:{Headers.GetValueOrDefault(name)}\n"))
            + $"\n{string.Join(';', names)}\n{hash}";
    }

    private string Sign(string text, bool direct = false)
    {
        var key = Encoding.UTF8.GetBytes("AWS4" + Secret);
        foreach (var part in Scope.Split('/')) key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
        if (!direct) text = $"AWS4-HMAC-SHA256\n{Stamp}\n{Scope}\n{Hash(Encoding.UTF8.GetBytes(text))}";
        return Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)));
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static string Escape(string text) => Uri.EscapeDataString(text);
}
