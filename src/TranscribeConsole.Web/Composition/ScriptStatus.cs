using Microsoft.AspNetCore.Diagnostics;

namespace TranscribeConsole.Web.Composition;

/// <summary>Answers a refused request that changes something with a problem document of its own status.</summary>
/// <remarks>The page for a status is of GET: asked for with another method it would answer 400 or 405 itself, whatever was wrong.</remarks>
internal static class ScriptStatus
{
    public static async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var isPage = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        if (!isPage && context.Features.Get<IStatusCodePagesFeature>() is { } pages) pages.Enabled = false;
        await next(context);
        if (isPage || context.Response is not { HasStarted: false, StatusCode: >= 400 and < 600, ContentLength: null, ContentType: null }) return;
        await context.RequestServices.GetRequiredService<IProblemDetailsService>().TryWriteAsync(new ProblemDetailsContext { HttpContext = context });
    }
}
