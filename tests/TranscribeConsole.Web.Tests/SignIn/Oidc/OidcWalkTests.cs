using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TranscribeConsole.Web.Tests.Hosting;

namespace TranscribeConsole.Web.Tests.SignIn.Oidc;

public sealed class OidcWalkTests(OidcConsole console) : WalkContract(console), IClassFixture<OidcConsole>
{
    [Fact]
    public void Callback_is_the_only_address_that_is_in_no_routing_table()
    {
        var options = console.Services.GetRequiredService<IOptionsMonitor<OpenIdConnectOptions>>().Get("Oidc");
        Assert.Equal(("/signin-oidc", false, false, false), (options.CallbackPath.Value, options.RemoteSignOutPath.HasValue, options.SignedOutCallbackPath.HasValue, options.AccessDeniedPath.HasValue));
    }
}
