using TranscribeConsole.LocalAws.Protocols;

namespace TranscribeConsole.LocalAws.Signing;

/// <summary>The refusals common to all services but S3; the JSON and the query protocol differ in the codes alone.</summary>
internal sealed class ServiceSignatureErrors(
    ServiceSignatureErrors.Code invalid,
    ServiceSignatureErrors.Code unknown,
    ServiceSignatureErrors.Code missing,
    ServiceSignatureErrors.Code incomplete) : SignatureErrors
{
    public override ServiceErrorException NoSignature() => missing.With("Missing Authentication Token");

    public override ServiceErrorException TwoMechanisms() => incomplete.With(
        "The request must be signed in its header or in its query string, not in both.");

    public override ServiceErrorException OtherMechanism() => incomplete.With("Unsupported AWS 'algorithm'; use AWS4-HMAC-SHA256.");

    public override ServiceErrorException MalformedHeader(string reason) => incomplete.With($"The Authorization header is malformed; {reason}");

    public override ServiceErrorException MalformedQuery(string reason) => incomplete.With(reason);

    public override ServiceErrorException MalformedAddress() => incomplete.With("The address of the request is malformed.");

    public override ServiceErrorException NoDate() => incomplete.With(
        "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header, in ISO8601 basic form.");

    public override ServiceErrorException UnknownKey(string accessKeyId) => unknown.With("The security token included in the request is invalid.");

    public override ServiceErrorException TemporaryCredentials() => UnknownKey("");

    public override ServiceErrorException WrongScopeDate(ClaimedSignature claim) => invalid.With(
        "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: "
        + $"'{claim.Scope.Date}' != '{claim.Timestamp[..8]}', from '{claim.Timestamp}'.");

    public override ServiceErrorException WrongRegion(ClaimedSignature claim, string expected) => invalid.With(
        $"Credential should be scoped to a valid Region, not '{claim.Scope.Region}'; expecting '{expected}'.");

    public override ServiceErrorException WrongService(ClaimedSignature claim, string expected) => invalid.With(
        $"Credential should be scoped to correct service: '{expected}'.");

    public override ServiceErrorException Skewed(ClaimedSignature claim, DateTimeOffset now, TimeSpan limit) => invalid.With(
        claim.Time < now
            ? $"Signature expired: {claim.Timestamp} is now earlier than {SignatureV4.FormatTime(now - limit)} "
                + $"({SignatureV4.FormatTime(now)} - {limit.TotalMinutes} min.)"
            : $"Signature not yet current: {claim.Timestamp} is still later than {SignatureV4.FormatTime(now + limit)} "
                + $"({SignatureV4.FormatTime(now)} + {limit.TotalMinutes} min.)");

    public override ServiceErrorException Expired(ClaimedSignature claim, DateTimeOffset now) => invalid.With(
        $"Signature expired: {SignatureV4.FormatTime(claim.Time + claim.Lifetime.GetValueOrDefault())} is now earlier than {SignatureV4.FormatTime(now)}.");

    public override ServiceErrorException NotYetValid(ClaimedSignature claim, DateTimeOffset now) => invalid.With(
        $"Signature not yet current: {claim.Timestamp} is still later than {SignatureV4.FormatTime(now)}.");

    public override ServiceErrorException UnsignedHeaders(IReadOnlyList<string> names) => invalid.With(
        $"'{names[0]}' must be a 'SignedHeader' in the AWS Authorization.");

    public override ServiceErrorException Mismatch(ClaimedSignature claim, string stringToSign, string canonicalRequest) => invalid.With(
        "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method.\n\n"
        + $"The Canonical String for this request should have been\n'{canonicalRequest}'\n\nThe String-to-Sign should have been\n'{stringToSign}'\n");

    public override ServiceErrorException BodyTooLarge(long limit) => new(
        "RequestEntityTooLarge", $"The request must not be larger than {limit} bytes.", 413);

    /// <summary>An error code of the family, with its status.</summary>
    internal sealed record Code(string Name, int Status)
    {
        public ServiceErrorException With(string message) => new(Name, message, Status);
    }
}
