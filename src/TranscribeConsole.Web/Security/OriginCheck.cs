using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace TranscribeConsole.Web.Security;

/// <summary>
/// Refuses requests that another site's page makes: state-changing ones and the circuit, which no cookie policy protects.
/// Browsers send <c>Origin</c> with each of them.
/// </summary>
internal static partial class OriginCheck
{
    private const string Foreign = "The request comes from another site.";

    private static readonly PathString Circuit = "/_blazor";

    public static async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (IsAllowed(context))
            await next(context);
        else
            await RefuseAsync(context);
    }

    private static async Task RefuseAsync(HttpContext context)
    {
        var isForwarded = context.RequestServices.GetRequiredService<UnknownProxies>().Tell(context.Request);
        var sentence = isForwarded ? $"{Foreign} If it is the console's own: its proxy is not set up. The log and the server status say what is missing." : Foreign;
        Log.Refused(context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(OriginCheck)), context.Request.Method, ClientAddress.Of(context), context.Request.Headers.Origin);
        await TypedResults.Problem(sentence, statusCode: StatusCodes.Status403Forbidden).ExecuteAsync(context);
    }

    private static bool IsAllowed(HttpContext context)
    {
        var origin = context.Request.Headers.Origin;
        if (IsStateChanging(context.Request.Method) || context.Features.Get<IHttpUpgradeFeature>() is { IsUpgradableRequest: true }) return IsOwn(origin, context.Request);
        return !context.Request.Path.StartsWithSegments(Circuit) || StringValues.IsNullOrEmpty(origin) || IsOwn(origin, context.Request);
    }

    private static bool IsOwn(StringValues origin, HttpRequest request) =>
        origin.Count == 1 && string.Equals(origin[0], $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);

    private static bool IsStateChanging(string method) => !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method) && !HttpMethods.IsOptions(method);

    private static partial class Log
    {
        // Before the log of requests, which has not begun. The path is left out: of an upload it holds a token.
        [LoggerMessage(LogLevel.Warning, "A {Method} request from {Address} was refused as another site's; its Origin is {Origin}.")]
        public static partial void Refused(ILogger logger, string method, System.Net.IPAddress? address, string? origin);
    }
}
