using System.Net;
using System.Net.Sockets;

namespace TranscribeConsole.LocalAws.Recognition.OpenAi;

/// <summary>
/// What a server's refusals mean, and which of them may pass. Its own sentences are not repeated: OpenAI's about a wrong key holds a part of it.
/// </summary>
internal static class SpeechRefusals
{
    private const string Section = $"{LocalAwsOptions.Section}:OpenAi";

    public static SpeechFailureException Of(HttpResponseMessage response, DateTimeOffset now)
    {
        var status = response.StatusCode;
        var (what, mayPass) = status switch
        {
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => ($"it refuses the key of {Section}:ApiKey ({(int)status})", false),
            HttpStatusCode.NotFound => ($"it knows neither the path of {Section}:BaseUrl nor the model of {Section}:Model (404)", false),
            HttpStatusCode.RequestEntityTooLarge => ($"a stretch of speech is too large for it (413); lower {Section}:MaxUploadBytes", false),
            HttpStatusCode.TooManyRequests => ("it has too much to do (429)", true),
            HttpStatusCode.RequestTimeout => ("it waited too long for the speech (408)", true),
            HttpStatusCode.Conflict or >= HttpStatusCode.InternalServerError => ($"it answered {(int)status}", true),
            _ => ($"it refuses the request ({(int)status})", false),
        };
        return new(what, mayPass, RetryAfter(response, now), new HttpRequestException(what, null, status));
    }

    /// <summary>The end of the sentence about a connection.</summary>
    public static string Describe(Exception e) => e switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => "its name is not known",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => "no secure connection to it can be made",
        { InnerException: SocketException { SocketErrorCode: SocketError.ConnectionRefused } } => "it refuses connections",
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => "no connection to it can be made",
        _ => "it closed the connection before the answer was complete",
    };

    private static TimeSpan? RetryAfter(HttpResponseMessage response, DateTimeOffset now) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when date > now => date - now,
        _ => null,
    };
}
