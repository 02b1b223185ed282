using System.Net;
using System.Net.Sockets;
using Amazon.Runtime;
using TranscribeConsole.Services.Aws;

namespace TranscribeConsole.Services.Tests.Aws;

public sealed class AwsErrorsTests
{
    [Theory]
    [InlineData("ThrottlingException", 400, AwsFailureKind.Throttled)]
    [InlineData("SlowDown", 503, AwsFailureKind.Throttled)]
    [InlineData("LimitExceededException", 400, AwsFailureKind.LimitExceeded)]
    [InlineData("ConflictException", 400, AwsFailureKind.Conflict)]
    [InlineData("NotFoundException", 400, AwsFailureKind.NotFound)]
    [InlineData("NoSuchKey", 404, AwsFailureKind.NotFound)]
    [InlineData("NoSuchUpload", 404, AwsFailureKind.NotFound)]
    [InlineData("AccessDenied", 403, AwsFailureKind.Denied)]
    [InlineData("AccessDeniedException", 400, AwsFailureKind.Denied)]
    [InlineData("ExpiredTokenException", 403, AwsFailureKind.Credentials)]
    [InlineData("RequestTimeTooSkewed", 403, AwsFailureKind.Credentials)]
    [InlineData("BadRequestException", 400, AwsFailureKind.BadRequest)]
    [InlineData("SomethingNew", 400, AwsFailureKind.BadRequest)]
    [InlineData("InternalFailureException", 500, AwsFailureKind.Unavailable)]
    [InlineData("InsufficientStorage", 507, AwsFailureKind.BadRequest)]
    [InlineData("SomethingNew", 503, AwsFailureKind.Unavailable)]
    public void Classify_goes_by_code_then_by_status(string code, int status, AwsFailureKind kind) =>
        Assert.Equal(kind, AwsErrors.Classify(ServiceError(code, status, "Text.")));

    [Fact]
    public void Classify_takes_the_bad_request_for_a_missing_job_as_not_found() =>
        Assert.Equal(AwsFailureKind.NotFound, AwsErrors.Classify(ServiceError(
            "BadRequestException", 400, "The requested job couldn't be found. Check the job name and try your request again.")));

    [Fact]
    public void Translate_of_a_full_disk_says_what_to_do_and_not_to_wait()
    {
        const string sentence = "The disk that holds LocalAws:DataDirectory is full; nothing was stored. Free some space and try again.";
        Assert.Equal(sentence, AwsErrors.Translate(ServiceError("InsufficientStorage", 507, sentence), AwsCalls.S3).Message);
    }

    [Fact]
    public void Translate_of_a_bad_request_keeps_the_words_of_the_service()
    {
        var failure = AwsErrors.Translate(ServiceError("BadRequestException", 400, "The language code is missing."), AwsCalls.Transcribe);
        Assert.Equal("The language code is missing.", failure.Message);
    }

    [Fact]
    public void Translate_of_a_broken_connection_says_who_did_not_answer()
    {
        var failure = AwsErrors.Translate(new HttpRequestException("Connection refused (10.0.0.1:443)"), AwsCalls.S3);

        Assert.Equal(AwsFailureKind.Unavailable, failure.Kind);
        Assert.Equal("Amazon S3 is not answering. Try again shortly.", failure.Message);
    }

    [Fact]
    public void Translate_of_a_name_that_is_not_found_asks_whether_the_Region_has_the_service()
    {
        var unknown = new HttpRequestException("Name or service not known", new SocketException((int)SocketError.HostNotFound));
        var failure = AwsErrors.Translate(new AmazonServiceException("A WebException was thrown.", unknown), AwsCalls.Transcribe);

        Assert.Equal(AwsFailureKind.Unavailable, failure.Kind);
        Assert.Contains("whether the Region in Aws:Region has Amazon Transcribe", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Translate_of_a_denial_names_the_permission() =>
        Assert.Equal(
            "Amazon Transcribe denies the server access: Not authorized. Its credentials need the permission transcribe:ListTranscriptionJobs.",
            AwsErrors.Translate(ServiceError("AccessDeniedException", 400, "Not authorized."), AwsCalls.Transcribe, "transcribe:ListTranscriptionJobs").Message);

    [Fact]
    public void Translate_of_expired_credentials_says_so() =>
        Assert.Equal(
            "The server's credentials for Amazon Transcribe have expired. Renew them; the console goes on by itself.",
            AwsErrors.Translate(ServiceError("ExpiredTokenException", 403, "Expired."), AwsCalls.Transcribe).Message);

    [Fact]
    public void Covers_leaves_the_callers_own_cancellation_alone()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.False(AwsErrors.Covers(new OperationCanceledException(), cancelled.Token));
        Assert.True(AwsErrors.Covers(new TaskCanceledException("The request timed out."), CancellationToken.None));
        Assert.False(AwsErrors.Covers(new InvalidOperationException(), CancellationToken.None));
    }

    private static AmazonServiceException ServiceError(string code, int status, string message) =>
        new(message, ErrorType.Unknown, code, "request-id", (HttpStatusCode)status);
}
