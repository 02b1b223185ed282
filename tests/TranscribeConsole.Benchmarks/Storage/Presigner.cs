using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TranscribeConsole.Benchmarks.Storage;

/// <summary>Presigned addresses for any method, path and query, as path and query alone: a load generator adds host and port.</summary>
internal sealed class Presigner(string accessKeyId, string secretKey, Uri server)
{
    public string Target(string method, string path, string query = "")
    {
        var time = TimeProvider.System.GetUtcNow().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var scope = $"{time[..8]}/us-east-1/s3/aws4_request";
        string[] parameters =
        [
            "X-Amz-Algorithm=AWS4-HMAC-SHA256", $"X-Amz-Credential={Uri.EscapeDataString($"{accessKeyId}/{scope}")}", $"X-Amz-Date={time}",
            "X-Amz-Expires=86400", "X-Amz-SignedHeaders=host", .. query.Split('&', StringSplitOptions.RemoveEmptyEntries),
        ];
        var signed = string.Join('&', parameters.Order(StringComparer.Ordinal));
        var canonical = $"{method}\n{path}\n{signed}\nhost:{server.Authority}\n\nhost\nUNSIGNED-PAYLOAD";
        var toSign = $"AWS4-HMAC-SHA256\n{time}\n{scope}\n{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        var key = Encoding.UTF8.GetBytes("AWS4" + secretKey);
        foreach (var part in scope.Split('/')) key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
        return $"{path}?{signed}&X-Amz-Signature={Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(toSign)))}";
    }
}
