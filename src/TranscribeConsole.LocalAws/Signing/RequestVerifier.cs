using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace TranscribeConsole.LocalAws.Signing;

/// <summary>Verifies the signature (version 4) of a request, in its header or its query string, and prepares its body.</summary>
internal sealed class RequestVerifier(CredentialStore credentials, TimeProvider time)
{
    private const string S3 = "s3";
    private const int MaxBufferedBody = 1 << 20;

    private static readonly TimeSpan MaxSkew = TimeSpan.FromMinutes(15);

    private readonly SigningKeys _signingKeys = new();

    /// <summary>
    /// Verifies the request and sets the features <see cref="VerifiedRequest"/> and <see cref="RequestPayload"/>. For S3 the body becomes
    /// a stream without framing whose last read throws when the body is not what the headers, chunk signatures or trailers say, and
    /// <c>aws-chunked</c> leaves Content-Encoding. The bodies of the other protocols are small, part of the signature, and in memory afterwards.
    /// </summary>
    /// <param name="signingName">The service that the signature must be for: s3, transcribe, sts.</param>
    /// <exception cref="Protocols.ServiceErrorException">The request is refused, with the code and message of that service.</exception>
    public async Task<VerifiedRequest> VerifyAsync(HttpContext context, string signingName)
    {
        var errors = SignatureErrors.For(signingName);
        var target = RequestTarget.Of(context);
        var query = CanonicalQuery.Parse(target.RawQuery) ?? throw errors.MalformedAddress();
        var claim = ClaimedSignatureReader.Read(context.Request, query, errors);
        var accessKey = credentials.Find(claim.AccessKeyId) ?? throw errors.UnknownKey(claim.AccessKeyId);
        CheckScope(claim, signingName, errors);
        CheckTime(claim, errors);
        CheckHeaders(context.Request, query, claim, errors);

        var signingKey = _signingKeys.Derive(accessKey, claim.Scope);
        if (signingName == S3)
        {
            var encoding = PayloadEncoding.Of(context.Request.Headers, query, claim.IsPresigned);
            var path = CanonicalRequest.PathOfS3(target.RawPath) ?? throw errors.MalformedAddress();
            CheckSignature(context.Request, path, query, encoding.SignedText, claim, signingKey, errors);
            PrepareBody(context, PayloadDeclaration.Read(context.Request, encoding, query), claim, signingKey);
        }
        else
        {
            var hash = await BufferBodyAsync(context, errors);
            var path = CanonicalRequest.Path(target.RawPath) ?? throw errors.MalformedAddress();
            CheckSignature(context.Request, path, query, hash, claim, signingKey, errors);
        }

        var verified = new VerifiedRequest(accessKey, claim.IsPresigned);
        context.Features.Set(verified);
        return verified;
    }

    private static void CheckScope(ClaimedSignature claim, string signingName, SignatureErrors errors)
    {
        if (claim.Scope.Date != claim.Timestamp[..8]) throw errors.WrongScopeDate(claim);
        if (claim.Scope.Region != LocalAwsAccount.Region) throw errors.WrongRegion(claim, LocalAwsAccount.Region);
        if (claim.Scope.Service != signingName) throw errors.WrongService(claim, signingName);
    }

    private void CheckTime(ClaimedSignature claim, SignatureErrors errors)
    {
        var now = time.GetUtcNow();
        if (claim.Lifetime is null)
        {
            if ((now - claim.Time).Duration() > MaxSkew) throw errors.Skewed(claim, now, MaxSkew);
        }
        else if (claim.Time - now > MaxSkew)
        {
            throw errors.NotYetValid(claim, now);
        }
        else if (now >= claim.Time + claim.Lifetime)
        {
            throw errors.Expired(claim, now);
        }
    }

    private static void CheckHeaders(HttpRequest request, CanonicalQuery query, ClaimedSignature claim, SignatureErrors errors)
    {
        if (request.Headers.ContainsKey("x-amz-security-token") || query.Has(PresignedParameters.SecurityToken)) throw errors.TemporaryCredentials();
        List<string>? unsigned = null;
        foreach (var (name, _) in request.Headers)
        {
            if (name.StartsWith("x-amz-", StringComparison.OrdinalIgnoreCase) && !IsSigned(claim, name)) (unsigned ??= []).Add(name.ToLowerInvariant());
        }

        if (!IsSigned(claim, "host")) (unsigned ??= []).Add("host");
        if (unsigned is not null) throw errors.UnsignedHeaders([.. unsigned]);
    }

    private static bool IsSigned(ClaimedSignature claim, string header) => claim.SignedHeaders.Contains(header, StringComparer.OrdinalIgnoreCase);

    private static void CheckSignature(
        HttpRequest request, string path, CanonicalQuery query, string payloadHash, ClaimedSignature claim, byte[] signingKey, SignatureErrors errors)
    {
        var canonical = CanonicalRequest.Build(
            request.Method, path, query.ToCanonicalString(), request.Headers, claim.SignedHeaders, payloadHash);
        var stringToSign = SignatureV4.StringToSign(claim.Timestamp, claim.Scope, canonical);
        var signature = SignatureV4.Sign(signingKey, stringToSign);
        if (!CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(signature), Encoding.ASCII.GetBytes(claim.Signature)))
            throw errors.Mismatch(claim, stringToSign, canonical);
    }

    private static void PrepareBody(HttpContext context, PayloadDeclaration declared, ClaimedSignature claim, byte[] signingKey)
    {
        var payload = new RequestPayload { DecodedLength = declared.Length, RequestedAlgorithm = declared.Algorithm };
        Stream content = new ReceivedBodyStream(context.Request.Body);
        if (declared.Encoding.IsChunked)
        {
            var signatures = declared.Encoding.HasSignedChunks ? new ChunkSignatures(signingKey, claim) : null;
            content = new AwsChunkedStream(content, signatures, declared.Encoding.HasTrailers);
            RemoveAwsChunked(context.Request.Headers);
        }

        context.Request.Body = new PayloadStream(content, new PayloadChecks(declared, payload));
        context.Response.RegisterForDispose(context.Request.Body);
        context.Features.Set(payload);
    }

    // The framing is gone, and the object must not be stored as if it had it.
    private static void RemoveAwsChunked(IHeaderDictionary headers)
    {
        var others = headers.GetCommaSeparatedValues("Content-Encoding")
            .Where(coding => !coding.Equals("aws-chunked", StringComparison.OrdinalIgnoreCase)).ToArray();
        headers.ContentEncoding = others.Length == 0 ? default : string.Join(", ", others);
    }

    /// <returns>The hex SHA-256 of the body.</returns>
    private static async Task<string> BufferBodyAsync(HttpContext context, SignatureErrors errors)
    {
        if (context.Request.ContentLength > MaxBufferedBody) throw errors.BodyTooLarge(MaxBufferedBody);
        var body = new MemoryStream();
        var buffer = new byte[8192];
        var content = new ReceivedBodyStream(context.Request.Body);
        while (await content.ReadAsync(buffer, context.RequestAborted) is var read and > 0)
        {
            body.Write(buffer, 0, read);
            if (body.Length > MaxBufferedBody) throw errors.BodyTooLarge(MaxBufferedBody);
        }

        body.Position = 0;
        context.Request.Body = body;
        context.Features.Set(new RequestPayload { DecodedLength = body.Length });
        return SignatureV4.Hex(SHA256.HashData(body.GetBuffer().AsSpan(0, (int)body.Length)));
    }
}
