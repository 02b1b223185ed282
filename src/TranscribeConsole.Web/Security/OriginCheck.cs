using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace TranscribeConsole.Web.Security;

/// <summary>
/// Refuses requests that another site's page makes: state-changing ones and the circuit, which no cookie policy protects.
/// Browsers send <c>Origin</c> with each of them.
/// </summary>
internal static class OriginCheck
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
}
