using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace TranscribeConsole.Web.Security.SignIn.Oidc;

/// <summary>Whether people can be sent to the provider. While it is only silent, who has signed in goes on: the console is well enough to be asked.</summary>
internal sealed class ProviderCheck(IOptionsMonitor<OpenIdConnectOptions> options) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await options.Get(OidcComposition.Scheme).ConfigurationManager!.GetConfigurationAsync(cancellationToken);
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
