using Microsoft.AspNetCore.Http;

namespace TranscribeConsole.LocalAws.Signing;

/// <summary>Verifies the signature (version 4) of a request, in its header or its query string, and prepares its body.</summary>
internal sealed class RequestVerifier(CredentialStore credentials, TimeProvider time)
{
    /// <summary>
    /// Verifies the request and sets the features <see cref="VerifiedRequest"/> and <see cref="RequestPayload"/>. For S3 the body becomes
    /// a stream without framing whose last read throws when the body is not what the headers, chunk signatures or trailers say.
    /// The bodies of the other protocols are small, part of the signature, and are in memory afterwards.
    /// </summary>
    /// <param name="signingName">The service that the signature must be for: s3, transcribe, sts.</param>
    /// <exception cref="Protocols.ServiceErrorException">The request is refused, with the code and message of that service.</exception>
    public Task<VerifiedRequest> VerifyAsync(HttpContext context, string signingName) => throw new NotImplementedException($"{credentials}{time}{context}{signingName}");
}
