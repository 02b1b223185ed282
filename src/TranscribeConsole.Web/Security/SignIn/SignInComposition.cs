using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using TranscribeConsole.Services.Access;
using TranscribeConsole.Services.Accounts;
using TranscribeConsole.Web.Options;

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
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
        {
            SessionCookie.Configure(options);
            options.ExpireTimeSpan = TimeSpan.FromHours(security.SessionHours);
        });
        services.AddScoped<AuthenticationStateProvider, SessionRevalidation>().AddScoped<CircuitHandler, CircuitActivity>();
        services.AddHostedService<SetupLink>();
    }

    public static void UseSignIn(this WebApplication app)
    {
        if (app.Services.GetRequiredService<CurrentUser>().IsSignInNeeded)
        {
            app.UseAuthentication();
            app.Use(CircuitSessions.InvokeAsync);
        }
        else
        {
            app.Use(HideSignIn);
        }

        app.UseAuthorization();
    }

    // Where nobody signs in, the pages for it are addresses that don't exist.
    private static Task HideSignIn(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<WithSignInAttribute>() is null) return next(context);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private static AccountLimits LimitsOf(SecurityOptions security) => new()
    {
        Idle = TimeSpan.FromHours(security.IdleHours),
        Session = TimeSpan.FromHours(security.SessionHours),
        Failures = security.LockOutFailures,
        LockOut = TimeSpan.FromMinutes(security.LockOutMinutes),
    };
}
