using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using TranscribeConsole.Data;
using TranscribeConsole.Services.Accounts;
using TranscribeConsole.Services.Audit;

namespace TranscribeConsole.Web.Security.SignIn;

/// <summary>The browser's part of a session: its cookie holds a token and nothing else, and each request asks whether the session is still there.</summary>
internal sealed class SessionCookie(Sessions sessions) : CookieAuthenticationEvents
{
    /// <summary>Browsers take a cookie of this prefix only from https, for this host alone and for all of its paths.</summary>
    public const string Name = "__Host-TranscribeConsole";

    private const string Token = "token";
    private const string Hash = "session";

    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = Name;
        options.Cookie.HttpOnly = true;
        options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.Path = "/";
        options.SlidingExpiration = false; // the session knows when it ends
        options.EventsType = typeof(SessionCookie);
    }

    /// <summary>Gives the browser a new session, which the old one's end precedes.</summary>
    public static async Task BeginAsync(HttpContext context, string token)
    {
        await EndAsync(context);
        var identity = new ClaimsIdentity([new Claim(Token, token)], CookieAuthenticationDefaults.AuthenticationScheme);
        await context.SignInAsync(new ClaimsPrincipal(identity));
        if (context.RequestServices.GetService<DeviceCookie>() is { } devices
            && await context.RequestServices.GetRequiredService<SignIns>().DeviceOfAsync(token, context.RequestAborted) is { } device)
            devices.Write(context, device);
    }

    /// <summary>Ends the session of the request, if it has one, and takes the cookie back.</summary>
    public static async Task EndAsync(HttpContext context)
    {
        if (HashOf(context.User) is { } hash && context.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } account)
            await context.RequestServices.GetRequiredService<Sessions>().EndAsync(
                account, hash, context.RequestAborted, AuditAction.SignedOut, OriginOf(context)); // on the way back from a provider nobody has looked who asks
        await context.SignOutAsync();
    }

    /// <summary>Names the session of who has signed in.</summary>
    public static string? HashOf(ClaimsPrincipal user) => user.FindFirstValue(Hash);

    public static ClientInfo ClientOf(HttpContext context) => new(ClientAddress.Of(context)?.ToString() ?? "", context.Request.Headers.UserAgent.ToString())
    {
        Device = context.RequestServices.GetService<DeviceCookie>()?.Read(context),
    };

    private static AuditOrigin OriginOf(HttpContext context) =>
        new(context.RequestServices.GetRequiredService<CurrentUser>().Find(context.User)?.SignInName.ToLowerInvariant() ?? "", ClientOf(context).Address);

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        if (context.Principal?.FindFirstValue(Token) is { } token && await FindAsync(token, context.HttpContext) is { } signedIn)
            context.ReplacePrincipal(PrincipalOf(signedIn));
        else
            context.RejectPrincipal();
    }

    // The error page that says so, and the styles it is made of, must come while nobody can be looked up. What changes something must not
    // be taken for the request of nobody: signing out would seem to be done.
    private async Task<SignedIn?> FindAsync(string token, HttpContext context)
    {
        try
        {
            return await sessions.FindAsync(AccountToken.HashOf(token), active: true, context.RequestAborted);
        }
        catch (Exception e) when (DatabaseFailure.Of(e) is not null && IsForNobodyToo(context))
        {
            return null;
        }
    }

    private static bool IsForNobodyToo(HttpContext context) =>
        context.Features.Get<IExceptionHandlerFeature>() is not null
        || ((HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)) && context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null);

    private static ClaimsPrincipal PrincipalOf(SignedIn signedIn) => new(new ClaimsIdentity(
    [
        new Claim(ClaimTypes.NameIdentifier, signedIn.Caller.Id),
        new Claim(ClaimTypes.Name, signedIn.Caller.Name),
        new Claim(CurrentUser.SignInName, signedIn.Caller.SignInName),
        new Claim(ClaimTypes.Role, signedIn.Caller.Role.ToString()),
        new Claim(Hash, signedIn.SessionHash),
    ], CookieAuthenticationDefaults.AuthenticationScheme));
}
