using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Components.Endpoints;

namespace TranscribeConsole.Web.Security.SignIn;

/// <summary>
/// What who may not have something gets: people the sign-in page, or a page that names the role it takes; scripts a problem document.
/// </summary>
internal sealed class AuthorizationAnswers : IAuthorizationMiddlewareResultHandler
{
    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded) return next(context);
        if (authorizeResult.Challenged) return IsPage(context) ? SignIn(context) : RefuseAsync(context, StatusCodes.Status401Unauthorized, "Sign in to the console to go on.");
        // The router asks for the role once more, and shows who lacks it a page that says so.
        if (IsPage(context) && context.GetEndpoint() is not null) return next(context);
        var needed = policy.Requirements.OfType<RoleRequirement>().FirstOrDefault();
        return RefuseAsync(context, StatusCodes.Status403Forbidden, needed is null ? "You may not do this." : $"This needs the role {needed.Role}.");
    }

    // An address that does not exist is one of a page: whether it exists is nobody's business who has not signed in.
    private static bool IsPage(HttpContext context) =>
        (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        && (context.GetEndpoint() is not { } endpoint || endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null)
        && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    private static Task SignIn(HttpContext context)
    {
        var request = context.Request;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Redirect(request.PathBase + ReturnAddress.SignInFor(request.Path.ToUriComponent() + request.QueryString.ToUriComponent()));
        return Task.CompletedTask;
    }

    private static Task RefuseAsync(HttpContext context, int status, string sentence) => TypedResults.Problem(sentence, statusCode: status).ExecuteAsync(context);
}
