using System.Net;
using System.Net.Sockets;
using Amazon.Runtime;

namespace TranscribeConsole.Services.Aws;

/// <summary>The one place that says what an error of the SDK means to a caller.</summary>
internal static class AwsErrors
{
    private const string Credentials = "Check the credentials and the clock of the server.";
    // The SDK takes an ETag without a hyphen for an MD5 to check the body by, and this is the parameter it then stumbles over.
    private const string UnreadableETag = "hex";

    private const string Expired = "Renew them; the console goes on by itself.";

    /// <summary>Whether the error comes from the service, the SDK or the network, and is not the caller's own cancellation.</summary>
    public static bool Covers(Exception e, CancellationToken cancellationToken) =>
        !cancellationToken.IsCancellationRequested
        && e is AmazonServiceException or AmazonClientException or HttpRequestException or IOException or SocketException
            or TimeoutException or OperationCanceledException or ArgumentOutOfRangeException { ParamName: UnreadableETag };

    /// <param name="service">Who was asked, for the sentence: <c>Amazon S3</c> or <c>Amazon Transcribe</c>.</param>
    public static AwsFailureException Translate(Exception e, string service, string? permission = null)
    {
        var kind = Classify(e);
        return new AwsFailureException(kind, Sentence(kind, e, service, permission), e);
    }

    public static AwsFailureKind Classify(Exception e) => e switch
    {
        AmazonServiceException service => Classify(service),
        AmazonClientException client when client.Message.Contains("credentials", StringComparison.OrdinalIgnoreCase) => AwsFailureKind.Credentials,
        ArgumentOutOfRangeException => AwsFailureKind.BadRequest, // the same answer would come again
        _ => AwsFailureKind.Unavailable,
    };

    private static AwsFailureKind Classify(AmazonServiceException e) => e.ErrorCode switch
    {
        "ThrottlingException" or "Throttling" or "TooManyRequestsException" or "RequestLimitExceeded" or "SlowDown" => AwsFailureKind.Throttled,
        "LimitExceededException" or "LimitExceededConcurrentJobException" => AwsFailureKind.LimitExceeded,
        "ConflictException" or "BucketAlreadyExists" or "BucketAlreadyOwnedByYou" => AwsFailureKind.Conflict,
        "NotFoundException" or "NoSuchKey" or "NoSuchBucket" or "NoSuchUpload" or "NotFound" => AwsFailureKind.NotFound,
        // The service answers Get and Delete of a missing job with BadRequestException, not NotFoundException.
        "BadRequestException" when e.Message.Contains("couldn't be found", StringComparison.Ordinal) => AwsFailureKind.NotFound,
        "InsufficientStorage" => AwsFailureKind.BadRequest, // the local backend's disk: its sentence says what to do, and repeating would not help
        "AccessDenied" or "AccessDeniedException" or "AllAccessDisabled" => AwsFailureKind.Denied,
        "ExpiredToken" or "ExpiredTokenException" or "InvalidAccessKeyId" or "UnrecognizedClientException" or "InvalidClientTokenId"
            or "SignatureDoesNotMatch" or "InvalidSignatureException" or "IncompleteSignature" or "MissingAuthenticationTokenException"
            or "RequestTimeTooSkewed" or "RequestExpired" or "InvalidToken" => AwsFailureKind.Credentials,
        _ => Classify(e.StatusCode),
    };

    /// <summary>What a bare HTTP status means, where no error document can be had.</summary>
    public static AwsFailureKind Classify(HttpStatusCode status) => status switch
    {
        HttpStatusCode.TooManyRequests => AwsFailureKind.Throttled,
        HttpStatusCode.NotFound => AwsFailureKind.NotFound,
        HttpStatusCode.Forbidden => AwsFailureKind.Denied,
        HttpStatusCode.RequestTimeout => AwsFailureKind.Unavailable,
        >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError => AwsFailureKind.BadRequest,
        _ => AwsFailureKind.Unavailable,
    };

    private static string Sentence(AwsFailureKind kind, Exception e, string service, string? permission) => kind switch
    {
        AwsFailureKind.Unavailable when IsUnknownHost(e) => $"{service} has no address that the server can find. Check its network and name service, and whether the Region in Aws:Region has {service}.",
        AwsFailureKind.Unavailable => $"{service} is not answering. Try again shortly.",
        AwsFailureKind.Throttled => $"{service} is receiving too many requests. Try again shortly.",
        AwsFailureKind.Credentials when e is not AmazonServiceException => "The server has no AWS credentials. Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, name a profile in Aws:Profile, or give the machine a role.",
        AwsFailureKind.Credentials when e is AmazonServiceException { ErrorCode: "ExpiredToken" or "ExpiredTokenException" } => $"The server's credentials for {service} have expired. {Expired}",
        AwsFailureKind.Credentials => $"{service} does not accept the server's credentials. {Credentials}",
        AwsFailureKind.Denied when permission is not null => $"{service} denies the server access: {Own(e)} Its credentials need the permission {permission}.",
        AwsFailureKind.Denied => $"{service} denies the server access: {Own(e)}",
        AwsFailureKind.LimitExceeded => $"A limit of {service} is reached: {Own(e)}",
        AwsFailureKind.BadRequest when e is ArgumentOutOfRangeException =>
            $"{service} answers with an ETag that the AWS SDK for .NET can't read. A server that stands for Amazon S3 must give the MD5 of the object in hexadecimal digits, or an ETag with a hyphen.",
        _ => Own(e),
    };

    // The SDK wraps what the socket said, at times more than once.
    private static bool IsUnknownHost(Exception? e) =>
        e is not null && (e is SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } || IsUnknownHost(e.InnerException));

    private static string Own(Exception e) => e.Message.Length > 0 ? e.Message : "no reason was given.";
}
