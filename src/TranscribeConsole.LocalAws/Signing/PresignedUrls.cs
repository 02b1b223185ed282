using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace TranscribeConsole.LocalAws.Signing;

/// <summary>Addresses that carry their own signature and can be fetched by anyone until they expire.</summary>
internal sealed class PresignedUrls(CredentialStore credentials, TimeProvider time)
{
    private static readonly string[] SignedHeaders = ["host"];

    /// <summary>A path-style address to GET the object.</summary>
    /// <param name="baseAddress">The backend's address as the reader will call it; its host and port are signed.</param>
    /// <param name="lifetime">1 second to 7 days; counted in whole seconds from now.</param>
    /// <param name="signer">Null: the backend's own key.</param>
    /// <exception cref="ArgumentOutOfRangeException">The lifetime is shorter or longer than that.</exception>
    public string Get(Uri baseAddress, string bucket, string key, TimeSpan lifetime, AccessKey? signer = null)
    {
        var seconds = (long)lifetime.TotalSeconds;
        ArgumentOutOfRangeException.ThrowIfLessThan(seconds, 1, nameof(lifetime));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(seconds, PresignedParameters.MaxExpiresSeconds, nameof(lifetime));

        signer ??= credentials.Service;
        var timestamp = SignatureV4.FormatTime(time.GetUtcNow());
        var scope = new CredentialScope(timestamp[..8], LocalAwsAccount.Region, "s3");
        var path = $"/{PercentEncoding.Encode(bucket)}/{PercentEncoding.Encode(Encoding.UTF8.GetBytes(key), keepSlashes: true)}";
        // In the order of their names, as the signature wants them.
        var query = string.Create(CultureInfo.InvariantCulture, $"{PresignedParameters.Algorithm}={SignatureV4.Algorithm}"
            + $"&{PresignedParameters.Credential}={PercentEncoding.Encode($"{signer.Id}/{scope}")}"
            + $"&{PresignedParameters.Date}={timestamp}&{PresignedParameters.Expires}={seconds}&{PresignedParameters.SignedHeaders}=host");

        var headers = new HeaderDictionary { ["host"] = baseAddress.Authority };
        var canonical = CanonicalRequest.Build("GET", path, query, headers, SignedHeaders, SignatureV4.UnsignedPayload);
        var signature = SignatureV4.Sign(
            SignatureV4.DeriveKey(signer.Secret, scope), SignatureV4.StringToSign(timestamp, scope, canonical));
        return $"{baseAddress.GetLeftPart(UriPartial.Authority)}{path}?{query}&{PresignedParameters.Signature}={signature}";
    }
}
