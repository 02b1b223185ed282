using TranscribeConsole.Web.Composition;

namespace TranscribeConsole.Web.Security;

/// <summary>Tells the log who was refused something, and from where: whoever tries doors leaves a line for each.</summary>
internal static partial class RefusedRequests
{
    private const int MaxOriginLength = 200; // of what somebody sent, enough to know whose it is

    /// <summary>Around all that refuses, so that the answer is known, and who asked.</summary>
    public static async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        await next(context);
        var status = context.Response.StatusCode;
        if (status is not (StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden or StatusCodes.Status429TooManyRequests)) return;
        var services = context.RequestServices;
        var person = services.GetRequiredService<CurrentUser>().Find(context.User)?.SignInName.ToLowerInvariant() ?? "";
        Log.Refused(services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(RefusedRequests)), context.Request.Method, RequestLog.PathOf(context), status, person, ClientAddress.Of(context), OriginOf(context));
    }

    private static string OriginOf(HttpContext context)
    {
        var origin = context.Request.Headers.Origin.ToString();
        return origin.Length > MaxOriginLength ? origin[..MaxOriginLength] : origin;
    }

    private static partial class Log
    {
        [LoggerMessage(7501, LogLevel.Warning, "{RequestMethod} {RequestPath} was refused with {StatusCode}, to {Person} at {Address}; Origin {Origin}.")]
        public static partial void Refused(ILogger logger, string requestMethod, string requestPath, int statusCode, string person, System.Net.IPAddress? address, string origin);
    }
}
