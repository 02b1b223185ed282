using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using TranscribeConsole.Web.Options;

namespace TranscribeConsole.Web.Security.SignIn.Oidc;

/// <summary>
/// Takes metadata of the provider that was configured alone: the issuer in them decides whose tokens are believed, and an account is known by it.
/// </summary>
/// <remarks>It throws: of a failure that it answered, the library hides the sentence as a personal secret.</remarks>
internal sealed class IssuerRule(OidcOptions settings) : IConfigurationValidator<OpenIdConnectConfiguration>
{
    public ConfigurationValidationResult Validate(OpenIdConnectConfiguration configuration)
    {
        var expected = settings.Issuer is { Length: > 0 } issuer ? issuer : settings.Authority!;
        if (string.Equals(Normal(configuration.Issuer), Normal(expected), StringComparison.Ordinal)) return new() { Succeeded = true };
        throw new WrongIssuerException($"The provider calls itself '{Shown(configuration.Issuer)}', and '{expected}' was configured. Correct Security:Oidc:Authority, or if that is how this provider is, set Security:Oidc:Issuer to what it calls itself.");
    }

    // With and without a slash at the end they are the same provider, and both are usual.
    private static string? Normal(string? issuer) => issuer?.TrimEnd('/');

    // It came from elsewhere, and goes into the log and onto the status page.
    private static string Shown(string? issuer) => issuer is null ? "" : string.Concat(issuer.Where(c => !char.IsControl(c)).Take(200));
}

/// <summary>The message says which setting to correct.</summary>
internal sealed class WrongIssuerException(string message) : Exception(message);
