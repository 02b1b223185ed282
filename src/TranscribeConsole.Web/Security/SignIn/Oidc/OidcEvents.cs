using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using TranscribeConsole.Services.Accounts;
using TranscribeConsole.Services.Audit;

namespace TranscribeConsole.Web.Security.SignIn.Oidc;

/// <summary>What the console does with what comes back from the provider: it begins a session of its own, or says why not.</summary>
internal sealed partial class OidcEvents(ProviderSignIns signIns, OidcClaims claims, OidcSignOut signOut, AuditLog audit, ILogger<OidcEvents> logger) : OpenIdConnectEvents
{
    // Of a token that comes from the token endpoint itself the handler takes an unsigned one, too, as the protocol lets it over https; and it
    // calls unsigned what has no signature, whatever the header says.
    public override Task TokenValidated(TokenValidatedContext context)
    {
        if (string.IsNullOrEmpty(context.SecurityToken.RawSignature)
            || !context.Options.TokenValidationParameters.ValidAlgorithms.Contains(context.SecurityToken.SignatureAlgorithm))
            context.Fail(new SecurityTokenInvalidSignatureException("The ID token is not signed."));
        return Task.CompletedTask;
    }

    public override async Task TicketReceived(TicketReceivedContext context)
    {
        var http = context.HttpContext;
        context.HandleResponse();
        if (claims.IdentityOf(context.Principal!) is not { } who)
        {
            await RefusedAsync(http, SignInFailure.NotAccepted);
            Fail(http, SignInFailure.NotAccepted, "The token has no subject.");
            return;
        }

        var hint = context.Properties?.GetTokenValue(OpenIdConnectParameterNames.IdToken) is { } idToken ? signOut.Protect(idToken) : null;
        var answer = await signIns.SignInAsync(who, claims.RoleOf(context.Principal!), SessionCookie.ClientOf(http), hint, http.RequestAborted);
        await TakeUserAsync(http);
        if (answer.Token is { } token)
        {
            await SessionCookie.BeginAsync(http, token);
            Lead(http, context.ReturnUri!); // it was looked at before it went into the protected state
            return;
        }

        await SessionCookie.EndAsync(http); // somebody else's, or of the role that is gone
        Lead(http, AddressOf(http, answer.Refusal == ProviderRefusal.Disabled ? SignInFailure.Disabled : SignInFailure.NoRole));
    }

    public override async Task RemoteFailure(RemoteFailureContext context)
    {
        var http = context.HttpContext;
        context.HandleResponse();
        if (http.RequestAborted.IsCancellationRequested) return; // nobody waits for it, and it says nothing of the provider
        var failure = SignInFailures.Of(context.Failure);
        await TakeUserAsync(http);
        // Back in the browser's history, or a second tab: whoever is signed in has nothing to be told.
        if (failure == SignInFailure.Lost && http.User.Identity?.IsAuthenticated == true)
        {
            Lead(http, http.Request.PathBase + ReturnAddress.Local(null));
            return;
        }

        await RefusedAsync(http, failure);
        Fail(http, failure, Detail(context.Failure));
    }

    // Whose answer it would have been can't be known of one that is not believed.
    private Task RefusedAsync(HttpContext http, SignInFailure failure) => audit.RecordAsync(
        AuditAction.SignInRefused, detail: $"the provider's answer: {failure}", by: new AuditOrigin("", SessionCookie.ClientOf(http).Address));

    /// <summary>Says why somebody is not signed in: on a page, and in detail in the log.</summary>
    public void Fail(HttpContext http, SignInFailure failure, string detail)
    {
        Log.Failed(logger, failure, SessionCookie.ClientOf(http).Address, detail, SignInFailures.Advice(failure));
        Lead(http, AddressOf(http, failure));
    }

    public static string Detail(Exception? failure)
    {
        if (SignInFailures.WrongIssuerOf(failure) is { } wrong) return wrong.Message;
        var sentences = new List<string>();
        for (var e = failure; e is not null; e = e.InnerException)
            if (!sentences.Contains(e.Message)) sentences.Add(e.Message);
        return string.Concat(string.Join(" ", sentences).Select(c => char.IsControl(c) ? ' ' : c)); // some of it comes with the address, and may be meant for a terminal
    }

    private static string AddressOf(HttpContext http, SignInFailure failure) => $"{http.Request.PathBase}{SignInFailures.Page}?{SignInFailures.Parameter}={failure}";

    private static void Lead(HttpContext http, string address)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Redirect(address);
    }

    // The answer is taken before anybody has looked for the session that the browser may still have.
    private static async Task TakeUserAsync(HttpContext http)
    {
        if ((await http.AuthenticateAsync()).Principal is { } user) http.User = user;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Signing in at the provider failed ({Failure}), from {Address}: {Detail} {Advice}")]
        public static partial void Failed(ILogger logger, SignInFailure failure, string address, string detail, string advice);
    }
}
