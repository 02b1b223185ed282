using System.Net;

namespace TranscribeConsole.Web.Security.SignIn;

/// <summary>
/// Where people sign in, plain http is for this machine alone. Behind a proxy the console's own port may be reached past it, and a password
/// would travel in clear.
/// </summary>
internal static class HttpsOnly
{
    private const string Sentence = "This console answers https alone. If you opened its https address: its proxy must send X-Forwarded-Proto and be among Security:KnownProxies.";

    private static readonly PathString Health = "/health"; // asked by programs, and no secret

    /// <summary>After forwarded headers, which say what the browser uses.</summary>
    public static Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Request.IsHttps || context.Request.Path.StartsWithSegments(Health) || ClientAddress.Of(context) is not { } address || IPAddress.IsLoopback(address)) return next(context);
        context.RequestServices.GetRequiredService<UnknownProxies>().Tell(context.Request);
        return TypedResults.Problem(Sentence, statusCode: StatusCodes.Status403Forbidden).ExecuteAsync(context);
    }
}
