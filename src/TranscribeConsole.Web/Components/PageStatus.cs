using TranscribeConsole.Services.Aws;

namespace TranscribeConsole.Web.Components;

/// <summary>The HTTP status of a page that says itself what is wrong.</summary>
internal static class PageStatus
{
    /// <remarks>
    /// Set at the last moment: of a page that says 404 while it is rendered the framework throws the content away, and the general page
    /// for addresses that don't exist takes its place.
    /// </remarks>
    /// <param name="context">Null in the circuit, where no status can be given any more.</param>
    public static void Set(HttpContext? context, int status)
    {
        if (context is not { Response.HasStarted: false }) return;
        context.Response.OnStarting(() =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });
    }

    /// <summary>5xx says that trying again may help, 4xx that it would be in vain.</summary>
    public static int Of(AwsFailureKind kind) => kind switch
    {
        AwsFailureKind.Unavailable => StatusCodes.Status502BadGateway,
        AwsFailureKind.Throttled => StatusCodes.Status503ServiceUnavailable,
        AwsFailureKind.NotFound => StatusCodes.Status404NotFound,
        AwsFailureKind.Conflict or AwsFailureKind.LimitExceeded => StatusCodes.Status409Conflict,
        AwsFailureKind.Denied or AwsFailureKind.Credentials => StatusCodes.Status403Forbidden,
        _ => StatusCodes.Status400BadRequest,
    };
}
