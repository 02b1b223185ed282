using System.Net;
using System.Security.Authentication;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;
using TranscribeConsole.Services;
using TranscribeConsole.Services.Access;
using TranscribeConsole.Web.Composition;
using TranscribeConsole.Web.Options;
using TranscribeConsole.Web.Security.SignIn;
using IPNetwork = System.Net.IPNetwork;

namespace TranscribeConsole.Web.Security;

internal static class SecurityComposition
{
    /// <summary>Where people sign in. Elsewhere it has the framework's name: plain http is enough there, and then no browser takes a cookie of this prefix.</summary>
    internal const string AntiforgeryCookie = $"{SessionCookie.Name}.Antiforgery";

    private const string AllowedHosts = "AllowedHosts";

#pragma warning disable CA5398 // the older ones shall not come back with the settings of a machine; a newer one is added here
    private const SslProtocols TlsVersions = SslProtocols.Tls12 | SslProtocols.Tls13;
#pragma warning restore CA5398

    /// <summary>What no other body than a part of an upload needs more of, in bytes.</summary>
    private const int MaxRequestBodySize = 1024 * 1024;

    public static void AddSecurity(this WebApplicationBuilder builder)
    {
        var security = builder.Configuration.GetSection(SecurityOptions.Section).Get<SecurityOptions>() ?? new();
        ListenAddressRule.Check(builder.Configuration, security);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxRequestBodySize;
            kestrel.ConfigureHttpsDefaults(https => https.SslProtocols = TlsVersions);
        });
        builder.Services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter, SecurityHeaders>());
        var hosts = Hosts(builder.Configuration[AllowedHosts]);
        builder.Services.Configure<HostFilteringOptions>(options => options.AllowedHosts = hosts);
        var proxies = security.KnownProxies.Select(Parse).ToList();
        builder.Services.Configure<ForwardedHeadersOptions>(options => Believe(options, proxies));
        builder.Services.AddSingleton<CurrentUser>().AddSingleton<UnknownProxies>();
        builder.Services.AddScoped<ICallerSource, CallerSource>();
        if (security.Mode != SecurityMode.None) builder.Services.AddJobOwners(security.OtherJobs);
        builder.Services.AddAntiforgery(options =>
        {
            if (security.Mode != SecurityMode.None) options.Cookie = new SecureCookie { Name = AntiforgeryCookie, Path = "/", HttpOnly = true, SameSite = SameSiteMode.Strict, IsEssential = true };
        });
        builder.Services.AddHsts(options => options.MaxAge = TimeSpan.FromDays(365));
        builder.HoldDataDirectory();
    }

    public static void UseSecurity(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/error", // scripts get no page: ScriptErrors
            CreateScopeForErrors = true,
            StatusCodeSelector = ScriptErrors.StatusOf,
        });
        app.Use(RefusedRequests.InvokeAsync);
        if (app.Services.GetRequiredService<CurrentUser>().IsSignInNeeded)
        {
            app.UseHsts(); // not for localhost, where other programs answer http
            app.Use(HttpsOnly.InvokeAsync);
        }

        app.Use(OriginCheck.InvokeAsync);
    }

    private static void HoldDataDirectory(this WebApplicationBuilder builder)
    {
        var directory = AppDataDirectory.Open(builder.Configuration[$"{AppOptions.Section}:{nameof(AppOptions.DataDirectory)}"]!);
        builder.Services.AddSingleton(_ => directory); // from a factory, so that the container disposes it
    }

    private static List<string> Hosts(string? configured)
    {
        var hosts = (configured ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return hosts.Contains("*")
            ? throw new StartFailedException("AllowedHosts can't be '*': a web page could then rebind its own name to the console. List the names.")
            : ["localhost", "127.0.0.1", "[::1]", .. hosts];
    }

    private static void Believe(ForwardedHeadersOptions options, List<IPNetwork> proxies)
    {
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        if (proxies.Count == 0) return; // ForwardedHeaders.None: with empty lists the middleware would believe everybody
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        foreach (var proxy in proxies) options.KnownIPNetworks.Add(proxy);
    }

    // An address is a network of one.
    private static IPNetwork Parse(string proxy)
    {
        if (IPAddress.TryParse(proxy, out var address)) return new IPNetwork(address, address.GetAddressBytes().Length * 8);
        return IPNetwork.TryParse(proxy, out var network)
            ? network
            : throw new StartFailedException($"Security:KnownProxies has '{proxy}', which is neither an IP address nor a network such as 172.18.0.0/16.");
    }
}
