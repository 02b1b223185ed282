using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace TranscribeConsole.Web.Security.SignIn.Oidc;

/// <summary>Whether people can be sent to the provider. While it is only silent, who has signed in goes on: the console is well enough to be asked.</summary>
internal sealed class ProviderCheck(IOptionsMonitor<OpenIdConnectOptions> options, IssuerRule rule) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            // Not of the handler's own manager, which keeps for hours what it was told once.
            var provider = options.Get(OidcComposition.Scheme);
            var retriever = new HttpDocumentRetriever(provider.Backchannel) { RequireHttps = provider.RequireHttpsMetadata };
            rule.Validate(await OpenIdConnectConfigurationRetriever.GetAsync(provider.MetadataAddress, retriever, cancellationToken));
            return HealthCheckResult.Healthy("The sign-in provider answers.");
        }
        catch (Exception e) when (SignInFailures.Of(e) == SignInFailure.Issuer)
        {
            return HealthCheckResult.Unhealthy(OidcEvents.Detail(e));
        }
        catch (Exception e) when (SignInFailures.Of(e) == SignInFailure.Down && !cancellationToken.IsCancellationRequested)
        {
            return HealthCheckResult.Degraded($"{OidcEvents.Detail(e)} {SignInFailures.Advice(SignInFailure.Down)}");
        }
    }
}
