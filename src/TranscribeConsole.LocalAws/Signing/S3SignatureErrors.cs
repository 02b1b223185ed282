using System.Globalization;
using TranscribeConsole.LocalAws.Protocols;

namespace TranscribeConsole.LocalAws.Signing;

/// <remarks>https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html</remarks>
internal sealed class S3SignatureErrors : SignatureErrors
{
    public override ServiceErrorException NoSignature() => new("AccessDenied", "Access Denied", 403);

    public override ServiceErrorException TwoMechanisms() => new(
        "InvalidArgument",
        "Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, Signature query string parameter or the Authorization "
        + "header should be specified",
        400)
    { Details = [new("ArgumentName", "Authorization")] };

    public override ServiceErrorException OtherMechanism() => new(
        "InvalidRequest", "The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.", 400);

    public override ServiceErrorException MalformedHeader(string reason) => new(
        "AuthorizationHeaderMalformed", $"The authorization header is malformed; {reason}", 400);

    public override ServiceErrorException MalformedQuery(string reason) => new("AuthorizationQueryParametersError", reason, 400);

    public override ServiceErrorException MalformedAddress() => new("InvalidURI", "Couldn't parse the specified URI.", 400);

    public override ServiceErrorException NoDate() => new(
        "AccessDenied", "AWS authentication requires a valid Date or x-amz-date header", 403);

    public override ServiceErrorException UnknownKey(string accessKeyId) => new(
        "InvalidAccessKeyId", "The AWS Access Key Id you provided does not exist in our records.", 403)
    { Details = [new("AWSAccessKeyId", accessKeyId)] };

    public override ServiceErrorException TemporaryCredentials() => new(
        "InvalidToken", "The provided token is malformed or otherwise invalid.", 400);

    public override ServiceErrorException WrongScopeDate(ClaimedSignature claim) => MalformedCredential(
        claim, $"Invalid credential date \"{claim.Scope.Date}\". This date is not the same as X-Amz-Date: \"{claim.Timestamp[..8]}\".", []);

    public override ServiceErrorException WrongRegion(ClaimedSignature claim, string expected) => MalformedCredential(
        claim, $"the region '{claim.Scope.Region}' is wrong; expecting '{expected}'", [new("Region", expected)]);

    public override ServiceErrorException WrongService(ClaimedSignature claim, string expected) => MalformedCredential(
        claim, $"incorrect service \"{claim.Scope.Service}\". This endpoint belongs to \"{expected}\".", []);

    public override ServiceErrorException Skewed(ClaimedSignature claim, DateTimeOffset now, TimeSpan limit) => new(
        "RequestTimeTooSkewed", "The difference between the request time and the current time is too large.", 403)
    {
        Details =
        [
            new("RequestTime", claim.Timestamp),
            new("ServerTime", Iso(now)),
            new("MaxAllowedSkewMilliseconds", limit.TotalMilliseconds.ToString(CultureInfo.InvariantCulture)),
        ],
    };

    public override ServiceErrorException Expired(ClaimedSignature claim, DateTimeOffset now) => new(
        "AccessDenied", "Request has expired", 403)
    {
        Details =
        [
            new("X-Amz-Expires", claim.Lifetime.GetValueOrDefault().TotalSeconds.ToString(CultureInfo.InvariantCulture)),
            new("Expires", Iso(claim.Time + claim.Lifetime.GetValueOrDefault())),
            new("ServerTime", Iso(now)),
        ],
    };

    public override ServiceErrorException NotYetValid(ClaimedSignature claim, DateTimeOffset now) => new(
        "AccessDenied", "Request is not valid yet", 403)
    { Details = [new("RequestTime", claim.Timestamp), new("ServerTime", Iso(now))] };

    public override ServiceErrorException UnsignedHeaders(IReadOnlyList<string> names) => new(
        "AccessDenied", "There were headers present in the request which were not signed", 403)
    { Details = [new("HeadersNotSigned", string.Join(", ", names))] };

    public override ServiceErrorException Mismatch(ClaimedSignature claim, string stringToSign, string canonicalRequest) => new(
        "SignatureDoesNotMatch",
        "The request signature we calculated does not match the signature you provided. Check your key and signing method.",
        403)
    {
        Details =
        [
            new("AWSAccessKeyId", claim.AccessKeyId),
            new("StringToSign", stringToSign),
            new("SignatureProvided", claim.Signature),
            new("CanonicalRequest", canonicalRequest),
        ],
    };

    public override ServiceErrorException BodyTooLarge(long limit) => new(
        "EntityTooLarge", $"Your proposed upload exceeds the maximum allowed size of {limit} bytes", 400);

    private ServiceErrorException MalformedCredential(ClaimedSignature claim, string reason, KeyValuePair<string, string>[] details)
    {
        var error = claim.IsPresigned ? MalformedQuery($"Error parsing the X-Amz-Credential parameter; {reason}") : MalformedHeader(reason);
        return new(error.Code, error.Message, error.Status) { Details = details };
    }

    private static string Iso(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
