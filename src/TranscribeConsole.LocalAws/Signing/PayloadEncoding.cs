using Microsoft.AspNetCore.Http;
using TranscribeConsole.LocalAws.Protocols;

namespace TranscribeConsole.LocalAws.Signing;

/// <summary>How an S3 request sends its body, as <c>x-amz-content-sha256</c> says.</summary>
/// <param name="SignedText">The header's value, which stands in the canonical request.</param>
/// <param name="Sha256">What the whole body must hash to; null unless the header holds a hash.</param>
/// <param name="IsChunked">Whether the body comes in aws-chunked framing.</param>
/// <param name="HasSignedChunks">Whether every chunk carries a signature.</param>
/// <param name="HasTrailers">Whether headers follow the last chunk.</param>
internal sealed record PayloadEncoding(string SignedText, byte[]? Sha256, bool IsChunked, bool HasSignedChunks, bool HasTrailers)
{
    private const string Header = "x-amz-content-sha256";

    /// <exception cref="ServiceErrorException">The value is none of the service's, or one that this backend does not support.</exception>
    public static PayloadEncoding Parse(string text) => text switch
    {
        SignatureV4.UnsignedPayload => new(text, null, false, false, false),
        "STREAMING-UNSIGNED-PAYLOAD-TRAILER" => new(text, null, true, false, true),
        "STREAMING-AWS4-HMAC-SHA256-PAYLOAD" => new(text, null, true, true, false),
        "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER" => new(text, null, true, true, true),
        { Length: 64 } when text.All(char.IsAsciiHexDigit) => new(text, Convert.FromHexString(text), false, false, false),
        _ when text.StartsWith("STREAMING-AWS4-ECDSA-", StringComparison.Ordinal) => throw new ServiceErrorException(
            "NotImplemented", "A header you provided implies functionality that is not implemented.", 501)
        { Details = [new("Header", Header)] },
        _ => throw new ServiceErrorException(
            "InvalidArgument",
            $"{Header} must be UNSIGNED-PAYLOAD, STREAMING-UNSIGNED-PAYLOAD-TRAILER, STREAMING-AWS4-HMAC-SHA256-PAYLOAD, "
            + "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER or a valid sha256 value.",
            400)
        { Details = [new("ArgumentName", Header), new("ArgumentValue", text)] },
    };

    /// <summary>What the request declares: its header, else the query's parameter, else nothing when presigned.</summary>
    public static PayloadEncoding Of(IHeaderDictionary headers, CanonicalQuery query, bool isPresigned)
    {
        if (headers.TryGetValue(Header, out var values)) return Parse(values.ToString());
        if (!isPresigned) throw PayloadErrors.InvalidRequest($"Missing required header for this request: {Header}");
        return Parse(query.Find(PresignedParameters.ContentSha256) ?? SignatureV4.UnsignedPayload);
    }
}
