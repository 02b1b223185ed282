using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using TranscribeConsole.Web.Options;

namespace TranscribeConsole.Web.Security.SignIn.Oidc;

/// <summary>Where somebody goes to be signed out of the provider as well.</summary>
internal sealed partial class OidcSignOut(OidcOptions settings, IOptionsMonitor<OpenIdConnectOptions> options, IDataProtectionProvider protection, ILogger<OidcSignOut> logger)
{
    public const string Page = "/signed-out";

    private readonly IDataProtector _protector = protection.CreateProtector("Oidc.SignOutHint");

    /// <summary>The ID token, for the database: it holds what the provider knows of a person.</summary>
    public string Protect(string idToken) => _protector.Protect(idToken);

    /// <summary>Null: the provider has no such place, or does not answer.</summary>
    /// <param name="hint">What <see cref="Protect"/> made.</param>
    public async Task<string?> AddressAsync(HttpContext context, string? hint)
    {
        if (settings.SignOutAddress is { Length: > 0 } address) return address;
        if (await EndSessionAsync(context.RequestAborted) is not { Length: > 0 } endpoint) return null;
        var request = context.Request;
        return new OpenIdConnectMessage
        {
            IssuerAddress = endpoint,
            ClientId = settings.ClientId,
            IdTokenHint = TokenOf(hint),
            PostLogoutRedirectUri = $"{request.Scheme}://{request.Host}{request.PathBase}{Page}",
        }.CreateLogoutRequestUrl();
    }

    private async Task<string?> EndSessionAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await options.Get(OidcComposition.Scheme).ConfigurationManager!.GetConfigurationAsync(cancellationToken)).EndSessionEndpoint;
        }
        catch (Exception e) when (SignInFailures.IsOfProvider(e) && !cancellationToken.IsCancellationRequested)
        {
            Log.NotAsked(logger, OidcEvents.Detail(e));
            return null;
        }
    }

    private string? TokenOf(string? hint)
    {
        try
        {
            return hint is null ? null : _protector.Unprotect(hint);
        }
        catch (CryptographicException)
        {
            return null; // of keys that are gone; the provider then asks the person
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Somebody signed out here and not at the provider, which does not answer as it should: {Detail}")]
        public static partial void NotAsked(ILogger logger, string detail);
    }
}
