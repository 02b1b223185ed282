using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using TranscribeConsole.Services.Accounts;
using TranscribeConsole.Web.Components.Pages.SignIn;
using TranscribeConsole.Web.Security.SignIn.Oidc;

namespace TranscribeConsole.Web.Security.SignIn;

internal static class SignOutEndpoint
{
    /// <summary>Ends the session. The form is on every page, also on one whose session has ended already.</summary>
    public static void MapSignOut(this IEndpointRouteBuilder routes)
    {
        if (!routes.ServiceProvider.GetRequiredService<CurrentUser>().IsSignInNeeded) return;
        routes.MapPost("/sign-out", SignOutAsync).AllowAnonymous().WithMetadata(new AntiforgeryRequired());
    }

    // Pages and media say themselves that they are not to be kept; this is for what a browser has in memory to go back to.
    private const string ClearCache = "\"cache\"";

    private static async Task<IResult> SignOutAsync(HttpContext context, IAntiforgery antiforgery)
    {
        if (context.User.Identity?.IsAuthenticated == true)
        {
            if (!await antiforgery.IsRequestValidAsync(context))
                return TypedResults.Problem("The page is out of date. Reload it and try again.", title: "Antiforgery token missing or invalid", statusCode: StatusCodes.Status400BadRequest);
            context.Response.Headers["Clear-Site-Data"] = ClearCache;
            if (context.RequestServices.GetService<OidcSignOut>() is { } provider) return await SignOutThereAsync(context, provider);
            await SessionCookie.EndAsync(context);
        }

        // At a provider the sign-in page leads on to it, and back: whoever wants to leave would be signed in.
        return TypedResults.LocalRedirect($"~{(context.RequestServices.GetService<OidcSignOut>() is null ? ReturnAddress.SignIn : OidcSignOut.Page)}");
    }

    // By a page: the browser would not follow a form's redirect to another site, which the content security policy rules out.
    private static async Task<IResult> SignOutThereAsync(HttpContext context, OidcSignOut provider)
    {
        var hint = SessionCookie.HashOf(context.User) is { } hash ? await context.RequestServices.GetRequiredService<Sessions>().SignOutHintAsync(hash, context.RequestAborted) : null;
        await SessionCookie.EndAsync(context);
        context.Response.Headers.CacheControl = "no-store";
        return await provider.AddressAsync(context, hint) is { } address
            ? new RazorComponentResult<LeavePage>(new { Address = address })
            : TypedResults.LocalRedirect($"~{OidcSignOut.Page}");
    }
}
