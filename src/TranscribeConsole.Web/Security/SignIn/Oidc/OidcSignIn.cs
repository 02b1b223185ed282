using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components.Endpoints;
using TranscribeConsole.Web.Components.Pages.SignIn;

namespace TranscribeConsole.Web.Security.SignIn.Oidc;

/// <summary>In place of the page that asks for a password: the way to the provider, which leads back to where somebody wanted to go.</summary>
internal static class OidcSignIn
{
    public static Task InvokeAsync(HttpContext context, RequestDelegate next) =>
        context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type == typeof(SignInPage) && (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
            ? LeadAsync(context)
            : next(context);

    private static async Task LeadAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        var address = context.Request.PathBase + ReturnAddress.Local(context.Request.Query[ReturnAddress.Parameter]);
        if (context.User.Identity?.IsAuthenticated == true)
        {
            context.Response.Redirect(address);
            return;
        }

        try
        {
            await context.ChallengeAsync(OidcComposition.Scheme, new AuthenticationProperties { RedirectUri = address });
        }
        catch (Exception e) when (SignInFailures.IsOfProvider(e) && !context.RequestAborted.IsCancellationRequested)
        {
            context.RequestServices.GetRequiredService<OidcEvents>().Fail(context, SignInFailures.Of(e), OidcEvents.Detail(e));
        }
    }
}
