using TranscribeConsole.LocalAws.Protocols;

namespace TranscribeConsole.LocalAws.Signing;

/// <summary>The refusals of a signature, in the codes, words and statuses of one family of services.</summary>
internal abstract class SignatureErrors
{
    private static readonly S3SignatureErrors S3 = new();

    private static readonly ServiceSignatureErrors Json = new(
        new("InvalidSignatureException", 400),
        new("UnrecognizedClientException", 403),
        new("MissingAuthenticationTokenException", 403),
        new("IncompleteSignature", 400));

    private static readonly ServiceSignatureErrors Query = new(
        new("SignatureDoesNotMatch", 403),
        new("InvalidClientTokenId", 403),
        new("MissingAuthenticationToken", 403),
        new("IncompleteSignature", 400));

    public static SignatureErrors For(string signingName) => signingName switch
    {
        "s3" => S3,
        "sts" => Query,
        _ => Json,
    };

    public abstract ServiceErrorException NoSignature();

    public abstract ServiceErrorException TwoMechanisms();

    public abstract ServiceErrorException OtherMechanism();

    public abstract ServiceErrorException MalformedHeader(string reason);

    public abstract ServiceErrorException MalformedQuery(string reason);

    public abstract ServiceErrorException MalformedAddress();

    public abstract ServiceErrorException NoDate();

    public abstract ServiceErrorException UnknownKey(string accessKeyId);

    public abstract ServiceErrorException TemporaryCredentials();

    public abstract ServiceErrorException WrongScopeDate(ClaimedSignature claim);

    public abstract ServiceErrorException WrongRegion(ClaimedSignature claim, string expected);

    public abstract ServiceErrorException WrongService(ClaimedSignature claim, string expected);

    public abstract ServiceErrorException Skewed(ClaimedSignature claim, DateTimeOffset now, TimeSpan limit);

    public abstract ServiceErrorException Expired(ClaimedSignature claim, DateTimeOffset now);

    public abstract ServiceErrorException NotYetValid(ClaimedSignature claim, DateTimeOffset now);

    public abstract ServiceErrorException UnsignedHeaders(IReadOnlyList<string> names);

    /// <summary>The texts are returned to the client, who can compare them with its own; neither holds a secret.</summary>
    public abstract ServiceErrorException Mismatch(ClaimedSignature claim, string stringToSign, string canonicalRequest);

    public abstract ServiceErrorException BodyTooLarge(long limit);
}
