using Microsoft.AspNetCore.Diagnostics;
using TranscribeConsole.Data;

namespace TranscribeConsole.Web.Composition;

/// <summary>Answers an unexpected error with a problem document where no person reads the answer; people get the error page.</summary>
internal sealed class ScriptErrors(IProblemDetailsService problems) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (IsPage(httpContext.Request)) return false;
        httpContext.Response.StatusCode = StatusOf(exception);
        return await problems.TryWriteAsync(new ProblemDetailsContext { HttpContext = httpContext, ProblemDetails = { Detail = DatabaseFailure.Of(exception)?.Message } });
    }

    /// <summary>What the request did wrong, such as a body without end; 503 where the database can't be used, which passes; otherwise 500.</summary>
    public static int StatusOf(Exception exception) =>
        exception is BadHttpRequestException request ? request.StatusCode
        : DatabaseFailure.Of(exception) is null ? StatusCodes.Status500InternalServerError : StatusCodes.Status503ServiceUnavailable;

    private static bool IsPage(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
