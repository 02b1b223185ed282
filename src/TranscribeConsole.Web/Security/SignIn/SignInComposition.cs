using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.Extensions.Options;
using TranscribeConsole.Services.Access;
using TranscribeConsole.Services.Accounts;
using TranscribeConsole.Web.Options;
using TranscribeConsole.Web.Security.Auditing;
using TranscribeConsole.Web.Security.Limiting;
using TranscribeConsole.Web.Security.SignIn.Oidc;

namespace TranscribeConsole.Web.Security.SignIn;

internal static class SignInComposition
{
    /// <summary>Policies named after the roles, in every mode; accounts, cookie and the rule that everything takes signing in where people do.</summary>
    public static void AddSignIn(this WebApplicationBuilder builder)
    {
        var security = builder.Configuration.GetSection(SecurityOptions.Section).Get<SecurityOptions>() ?? new();
        var services = builder.Services;
        services.AddScoped(provider => new PageCaller(provider.GetRequiredService<CurrentUser>().IsSignInNeeded)).AddScoped<S3Use>();
        services.AddSingleton<IAuthorizationHandler, RoleCheck>();
        services.AddAuthorization(options =>
        {
            foreach (var role in Enum.GetValues<Role>()) options.AddPolicy(role.ToString(), policy => policy.AddRequirements(new RoleRequirement(role)));
            if (security.Mode != SecurityMode.None) options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
        });
        if (security.Mode == SecurityMode.None) return;
        services.AddSingleton<IPasswordHashes, IdentityPasswords>().AddAccounts(LimitsOf(security));
        services.AddSingleton<SessionCookie>().AddSingleton<IAuthorizationMiddlewareResultHandler, AuthorizationAnswers>();
        var authentication = services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
        {
            SessionCookie.Configure(options);
            options.ExpireTimeSpan = TimeSpan.FromHours(security.SessionHours);
        });
        services.AddScoped<AuthenticationStateProvider, SessionRevalidation>().AddScoped<CircuitHandler, CircuitActivity>();
        if (security.Mode == SecurityMode.Oidc) builder.AddOidc(authentication, security.Oidc);
        else services.AddSingleton<DeviceCookie>().AddHostedService<SetupLink>();
    }

    public static void UseSignIn(this WebApplication app)
    {
        var mode = app.Services.GetRequiredService<IOptions<SecurityOptions>>().Value.Mode;
        if (mode != SecurityMode.None)
        {
            // The provider's answer is taken where it is looked who asks, before the limits of everything else.
            if (mode == SecurityMode.Oidc) app.UseWhen(context => context.Request.Path == OidcComposition.CallbackPath, callback => callback.UseRateLimiter());
            app.UseAuthentication();
            app.Use(CircuitSessions.InvokeAsync);
        }

        app.Use(AuditRequests.InvokeAsync);
        app.UseLimits();
        if (mode == SecurityMode.Oidc) app.Use(OidcSignIn.InvokeAsync);
        app.Use((context, next) => HideSignIn(context, next, mode));
        app.UseAuthorization();
    }

    // Where nobody signs in, or in another way, the pages for it are addresses that don't exist.
    private static Task HideSignIn(HttpContext context, RequestDelegate next, SecurityMode mode)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<WithSignInAttribute>() is not { } page || (mode != SecurityMode.None && (page.Mode ?? mode) == mode)) return next(context);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private static AccountLimits LimitsOf(SecurityOptions security) => new()
    {
        Source = security.Mode == SecurityMode.Oidc ? AccountSource.Provider : AccountSource.Console,
        Idle = TimeSpan.FromHours(security.IdleHours),
        Session = TimeSpan.FromHours(security.SessionHours),
        Failures = security.LockOutFailures,
        LockOut = TimeSpan.FromMinutes(security.LockOutMinutes),
    };
}
