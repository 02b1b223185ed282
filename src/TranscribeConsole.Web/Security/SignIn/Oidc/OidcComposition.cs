using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using TranscribeConsole.Web.Health;
using TranscribeConsole.Web.Options;

namespace TranscribeConsole.Web.Security.SignIn.Oidc;

internal static class OidcComposition
{
    public const string Scheme = "Oidc";

    /// <summary>Where the provider sends people back to.</summary>
    public const string CallbackPath = "/signin-oidc";

    private const string CookiePrefix = SessionCookie.Name;

    /// <summary>What the provider is waited for; its people wait as long.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan ProbePatience = TimeSpan.FromSeconds(3);

    /// <summary>A provider that has changed its keys is asked for them again no more often.</summary>
    private static readonly TimeSpan KeysAgain = TimeSpan.FromSeconds(30);

    // What is signed with a secret that others hold as well, or not at all, is no proof.
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    public static void AddOidc(this WebApplicationBuilder builder, AuthenticationBuilder authentication, OidcOptions settings)
    {
        OidcSettings.Check(settings, builder.Configuration);
        var secret = OidcSettings.SecretOf(settings);
        builder.Services.AddSingleton(settings).AddSingleton<OidcClaims>().AddSingleton<OidcSignOut>().AddSingleton<OidcEvents>();
        authentication.AddOpenIdConnect(Scheme, options =>
        {
            options.Authority = settings.Authority;
            options.ClientId = settings.ClientId;
            options.ClientSecret = secret;
            options.RequireHttpsMetadata = new Uri(settings.Authority!).Scheme == Uri.UriSchemeHttps;
            options.EventsType = typeof(OidcEvents);
            UseCodeFlow(options);
            UseCookies(options);
            options.Scope.Clear();
            foreach (var scope in (settings.Scopes.Count > 0 ? settings.Scopes : ["profile"]).Prepend("openid")) options.Scope.Add(scope);
            options.BackchannelTimeout = Patience;
        });
        // After the framework has found out the address and made the client.
        builder.Services.PostConfigure<OpenIdConnectOptions>(Scheme, options => options.ConfigurationManager = new ConfigurationManager<OpenIdConnectConfiguration>(
            options.MetadataAddress, new OpenIdConnectConfigurationRetriever(), new HttpDocumentRetriever(options.Backchannel) { RequireHttps = options.RequireHttpsMetadata }, new IssuerRule(settings))
        {
            RefreshInterval = KeysAgain,
        });
        builder.Services.AddSingleton(new IssuerRule(settings)).AddSingleton<ProviderCheck>().AddSingleton<RecentAnswer<ProviderCheck>>();
        // Sooner than who probes loses patience: of a silent provider the console is no worse for those who have signed in.
        builder.Services.AddHealthChecks().AddCheck<RecentAnswer<ProviderCheck>>("sign-in-provider", failureStatus: HealthStatus.Degraded, timeout: ProbePatience);
    }

    private static void UseCodeFlow(OpenIdConnectOptions options)
    {
        options.CallbackPath = CallbackPath;
        options.ResponseType = OpenIdConnectResponseType.Code;
        // By the address: a form that another site posts would come without SameSite=Lax cookies.
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;
        options.MapInboundClaims = false;
        options.GetClaimsFromUserInfoEndpoint = false; // one signed answer says everything
        options.ClaimActions.Remove(OidcClaims.Issuer);
        options.SaveTokens = true; // for the hint at signing out; it goes no further than OidcEvents
        options.TokenValidationParameters.ValidAlgorithms = Algorithms;
        // Anybody could end sessions by them: signing out is a form with a token, and begins here.
        options.RemoteSignOutPath = PathString.Empty;
        options.SignedOutCallbackPath = PathString.Empty;
    }

    private static void UseCookies(OpenIdConnectOptions options)
    {
        options.CorrelationCookie.Name = $"{CookiePrefix}.Correlation.";
        options.NonceCookie.Name = $"{CookiePrefix}.Nonce.";
        foreach (var cookie in new[] { options.CorrelationCookie, options.NonceCookie })
        {
            cookie.Path = "/";
            cookie.HttpOnly = true;
            cookie.SecurePolicy = CookieSecurePolicy.Always;
            cookie.SameSite = SameSiteMode.Lax;
        }
    }
}
