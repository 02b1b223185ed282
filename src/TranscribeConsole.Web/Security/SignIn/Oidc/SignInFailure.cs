using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace TranscribeConsole.Web.Security.SignIn.Oidc;

/// <summary>Why signing in at the provider came to nothing, as far as everybody may know.</summary>
internal enum SignInFailure
{
    /// <summary>The provider does not answer.</summary>
    Down,

    /// <summary>What answers at the provider's address calls itself another one.</summary>
    Issuer,

    /// <summary>The provider says no.</summary>
    Refused,

    /// <summary>What comes back does not belong to anything that this browser began.</summary>
    Lost,

    /// <summary>The provider's token breaks a rule.</summary>
    NotAccepted,

    /// <summary>Like that, and it is about time.</summary>
    Clock,

    /// <summary>The provider gives no role that counts here.</summary>
    NoRole,

    Disabled,
}

internal static class SignInFailures
{
    public const string Page = "/sign-in-failed";

    public const string Parameter = "reason";

    public static SignInFailure Of(Exception? failure) => failure switch
    {
        _ when WrongIssuerOf(failure) is not null => SignInFailure.Issuer,
        OpenIdConnectProtocolInvalidNonceException => SignInFailure.Lost,
        OpenIdConnectProtocolException when failure.Data.Contains("error") => SignInFailure.Refused,
        OpenIdConnectProtocolException { InnerException: not null } => SignInFailure.Down, // no JSON: a gateway answers in its place
        OpenIdConnectProtocolException => SignInFailure.NotAccepted,
        SecurityTokenExpiredException or SecurityTokenNotYetValidException or SecurityTokenInvalidLifetimeException => SignInFailure.Clock,
        SecurityTokenException => SignInFailure.NotAccepted,
        HttpRequestException or OperationCanceledException or IOException => SignInFailure.Down,
        InvalidOperationException { InnerException: not null } => SignInFailure.Down, // its metadata, wrapped by who fetches it
        _ when failure?.Data.Contains("error") == true => SignInFailure.Refused,
        _ => SignInFailure.Lost,
    };

    /// <summary>The provider can't be asked for anything, whoever wants to sign in or out.</summary>
    public static bool IsOfProvider(Exception failure) => Of(failure) is SignInFailure.Down or SignInFailure.Issuer;

    /// <summary>What is wrapped by who fetches the metadata; null: it is something else.</summary>
    public static WrongIssuerException? WrongIssuerOf(Exception? failure)
    {
        for (var e = failure; e is not null; e = e.InnerException)
            if (e is WrongIssuerException wrong) return wrong;
        return null;
    }

    /// <summary>What whoever reads the log does about it.</summary>
    public static string Advice(SignInFailure failure) => failure switch
    {
        SignInFailure.Down => "Look whether the provider answers at Security:Oidc:Authority from this machine.",
        SignInFailure.Issuer => "Nobody can sign in until the settings fit the provider.",
        SignInFailure.Refused => "Compare Security:Oidc:ClientId, the secret and the redirect address with what the provider has registered. A code that is too old, or was used already, is refused as well.",
        SignInFailure.Lost => "The browser has lost its cookies, took more than a quarter of an hour, or went back to an old address. Where everybody gets this behind a proxy, the proxy is not set up: Security:KnownProxies.",
        SignInFailure.Clock => "Compare the clocks of this machine and of the provider.",
        _ => "The token is not one of Security:Oidc:Authority for Security:Oidc:ClientId. If the provider has just changed its keys, the next attempt takes the new ones.",
    };
}
