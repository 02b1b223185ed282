using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Http;
using TranscribeConsole.LocalAws.Signing;

namespace TranscribeConsole.LocalAws.Tests.Server;

/// <summary>A request written to a socket, signed over what it says; for what no client library would send.</summary>
internal sealed class RawRequest(string method, string target)
{
    private const string Unsigned = "UNSIGNED-PAYLOAD";

    public Dictionary<string, string> Headers { get; } = new(StringComparer.OrdinalIgnoreCase);

    public string Body { get; init; } = "";

    /// <summary>What the header says; null: the truth.</summary>
    public int? ContentLength { get; init; }

    public string? Host { get; init; }

    public string Service { get; init; } = "s3";

    public TimeSpan ClockAhead { get; init; }

    public AccessKey? Key { get; init; }

    public async Task<RawAnswer> SendAsync(LocalAwsFixture backend)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(backend.Server.BaseAddress.Host, backend.Server.BaseAddress.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes(Compose(backend)));
        if (ContentLength is not null) client.Client.Shutdown(SocketShutdown.Send); // no more will come
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return RawAnswer.Parse(await reader.ReadToEndAsync());
    }

    private string Compose(LocalAwsFixture backend)
    {
        var key = Key ?? new AccessKey(backend.Server.AccessKeyId, backend.Server.SecretAccessKey, IsService: false);
        var time = SignatureV4.FormatTime(TimeProvider.System.GetUtcNow() + ClockAhead);
        Headers["Host"] = Host ?? backend.Server.BaseAddress.Authority;
        Headers["x-amz-date"] = time;
        var hash = Service == "s3" ? Unsigned : Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(Body)));
        if (Service == "s3") Headers["x-amz-content-sha256"] = hash;
        var names = Headers.Keys.Select(name => name.ToLowerInvariant()).Order(StringComparer.Ordinal).ToArray();
        var dictionary = new HeaderDictionary();
        foreach (var (name, value) in Headers) dictionary[name] = value;
        var parsed = RequestTarget.Parse(target);
        var path = Service == "s3" ? CanonicalRequest.PathOfS3(parsed.RawPath)! : CanonicalRequest.Path(parsed.RawPath)!;
        var canonical = CanonicalRequest.Build(method, path, CanonicalQuery.Parse(parsed.RawQuery)!.ToCanonicalString(), dictionary, names, hash);
        var scope = new CredentialScope(time[..8], "us-east-1", Service);
        var signature = SignatureV4.Sign(SignatureV4.DeriveKey(key.Secret, scope), SignatureV4.StringToSign(time, scope, canonical));
        Headers["Authorization"] = $"AWS4-HMAC-SHA256 Credential={key.Id}/{scope}, SignedHeaders={string.Join(';', names)}, Signature={signature}";

        var text = new StringBuilder().Append(method).Append(' ').Append(target).Append(" HTTP/1.1\r\n");
        foreach (var (name, value) in Headers) text.Append(name).Append(": ").Append(value).Append("\r\n");
        var length = ContentLength ?? Encoding.UTF8.GetByteCount(Body);
        if (length > 0) text.Append(CultureInfo.InvariantCulture, $"Content-Length: {length}\r\n");
        return text.Append("Connection: close\r\n\r\n").Append(Body).ToString();
    }
}

/// <param name="Head">Status line and headers.</param>
internal sealed record RawAnswer(int Status, string Head, string Body)
{
    public static RawAnswer Parse(string text)
    {
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        return new RawAnswer(int.Parse(text.AsSpan(9, 3), CultureInfo.InvariantCulture), text[..end], text[(end + 4)..]);
    }
}
