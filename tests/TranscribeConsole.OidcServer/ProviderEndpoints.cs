using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace TranscribeConsole.OidcServer;

/// <summary>The provider's own pages. What is asked and answered by the protocol is OpenIddict's.</summary>
internal static class ProviderEndpoints
{
    public const string Authorize = "connect/authorize";
    public const string Token = "connect/token";
    public const string EndSession = "connect/end-session";
    public const string LoginPath = "/login";
    public const string Return = "return";

    private const string Scheme = OpenIddictServerAspNetCoreDefaults.AuthenticationScheme;

    public static void MapProvider(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods(Authorize, [HttpMethods.Get, HttpMethods.Post], AuthorizeAsync);
        routes.MapPost(Token, (Delegate)TokenAsync); // else taken for a handler that answers nothing
        routes.MapMethods(EndSession, [HttpMethods.Get, HttpMethods.Post], (Delegate)EndSessionAsync);
        routes.MapGet(LoginPath, (string @return) => Results.Content(Form(@return), "text/html"));
        routes.MapPost(LoginPath, LoginAsync).DisableAntiforgery();
    }

    private static async Task<IResult> AuthorizeAsync(HttpContext context, Users users, Behaviour behaviour)
    {
        var request = context.GetOpenIddictServerRequest()!;
        if (users.Find((await context.AuthenticateAsync(CookieAuthenticationDefaults.AuthenticationScheme)).Principal?.Identity?.Name) is not { } user)
            return Results.Challenge(new AuthenticationProperties { RedirectUri = context.Request.Path + context.Request.QueryString }, [CookieAuthenticationDefaults.AuthenticationScheme]);
        if (behaviour.Wrong.Refuses)
        {
            var error = new Dictionary<string, string?>
            {
                [OpenIddictServerAspNetCoreConstants.Properties.Error] = Errors.AccessDenied,
                [OpenIddictServerAspNetCoreConstants.Properties.ErrorDescription] = "The provider does not let this person in.",
            };
            return Results.Forbid(new AuthenticationProperties(error), [Scheme]);
        }

        var identity = new ClaimsIdentity("provider", Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, user.Subject).SetClaim(Claims.Name, user.Name).SetClaims("groups", [.. user.Groups]);
        identity.SetScopes(request.GetScopes());
        identity.SetDestinations(_ => [Destinations.IdentityToken]);
        return Results.SignIn(new ClaimsPrincipal(identity), null, Scheme);
    }

    private static async Task<IResult> TokenAsync(HttpContext context, Behaviour behaviour) => behaviour.Wrong.Broken
        ? Results.Content("<h1>502 Bad Gateway</h1>", "text/html", statusCode: StatusCodes.Status502BadGateway)
        : Results.SignIn((await context.AuthenticateAsync(Scheme)).Principal!, null, Scheme);

    private static async Task<IResult> EndSessionAsync(HttpContext context)
    {
        await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return Results.SignOut(new AuthenticationProperties { RedirectUri = "/" }, [Scheme]);
    }

    private static async Task<IResult> LoginAsync(HttpContext context, Users users)
    {
        var form = await context.Request.ReadFormAsync();
        if (users.Find(form["username"]) is not { } user || form["password"] != Users.Password) return Results.Content(Form(form[Return].ToString()), "text/html", statusCode: StatusCodes.Status403Forbidden);
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, user.UserName)], CookieAuthenticationDefaults.AuthenticationScheme);
        await context.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, new ClaimsPrincipal(identity));
        return Results.LocalRedirect(form[Return].ToString());
    }

    private static string Form(string address) => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head><title>Provider</title><link rel="icon" href="data:," /></head>
        <body>
        <h1>Sign in at the provider</h1>
        <form method="post" action="{LoginPath}">
        <input type="hidden" name="{Return}" value="{WebUtility.HtmlEncode(address)}" />
        <label>User name <input name="username" autofocus /></label>
        <label>Provider password <input name="password" type="password" /></label>
        <button type="submit">Log in</button>
        </form>
        </body>
        </html>
        """;
}
