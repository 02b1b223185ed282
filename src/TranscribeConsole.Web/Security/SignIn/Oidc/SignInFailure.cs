using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace TranscribeConsole.Web.Security.SignIn.Oidc;

/// <summary>Why signing in at the provider came to nothing, as far as everybody may know.</summary>
internal enum SignInFailure
{
    /// <summary>The provider does not answer.</summary>
    Down,

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

    /// <summary>What whoever reads the log does about it.</summary>
    public static string Advice(SignInFailure failure) => failure switch
    {
        SignInFailure.Down => "Look whether the provider answers at Security:Oidc:Authority from this machine.",
        SignInFailure.Refused => "Compare Security:Oidc:ClientId, the secret and the redirect address with what the provider has registered. A code that is too old, or was used already, is refused as well.",
        SignInFailure.Lost => "The browser has lost its cookies, took more than a quarter of an hour, or went back to an old address. Where everybody gets this behind a proxy, the proxy is not set up: Security:KnownProxies.",
        SignInFailure.Clock => "Compare the clocks of this machine and of the provider.",
        _ => "The token is not one of Security:Oidc:Authority for Security:Oidc:ClientId. If the provider has just changed its keys, the next attempt takes the new ones.",
    };
}
