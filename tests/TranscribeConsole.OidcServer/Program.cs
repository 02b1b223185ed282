using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenIddict.Server;
using TranscribeConsole.OidcServer;

// --Port=N --Data=DIRECTORY. Its keys are new at each start, its clients are kept in the directory. It listens on loopback and calls itself
// localhost: for a browser that is another site than the console's 127.0.0.1.
var builder = WebApplication.CreateSlimBuilder(args);
var port = builder.Configuration.GetValue<int>("Port");
builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenLocalhost(port));
builder.Logging.SetMinimumLevel(LogLevel.Warning);
var behaviour = new Behaviour();
builder.Services.AddSingleton(behaviour).AddSingleton<TimeProvider>(behaviour).AddSingleton<Users>();
builder.Services.AddDbContext<ProviderDatabase>(options => options.UseSqlite($"Data Source={Path.Combine(builder.Configuration["Data"]!, "provider.db")}").UseOpenIddict());
builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
{
    options.Cookie.Name = "provider";
    options.LoginPath = ProviderEndpoints.LoginPath;
    options.ReturnUrlParameter = ProviderEndpoints.Return;
});
builder.Services.AddAuthorization();
builder.Services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(builder.Configuration["Data"]!));
builder.Services.AddOpenIddict()
    .AddCore(core => core.UseEntityFrameworkCore().UseDbContext<ProviderDatabase>())
    .AddServer(server =>
    {
        server.SetIssuer($"http://localhost:{port}/");
        server.SetAuthorizationEndpointUris(ProviderEndpoints.Authorize).SetTokenEndpointUris(ProviderEndpoints.Token);
        if (builder.Configuration.GetValue("EndSession", true)) server.SetEndSessionEndpointUris(ProviderEndpoints.EndSession);
        server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
        server.RegisterScopes("profile", "email");
        server.AddEphemeralEncryptionKey().AddEphemeralSigningKey();
        server.AddEventHandler<OpenIddictServerEvents.GenerateTokenContext>(handler => handler.UseSingletonHandler<Misbehaviour>()
            .SetOrder(OpenIddictServerHandlers.Protection.GenerateIdentityModelToken.Descriptor.Order - 1));
        server.AddEventHandler<OpenIddictServerEvents.GenerateTokenContext>(handler => handler.UseSingletonHandler<Stripping>()
            .SetOrder(OpenIddictServerHandlers.Protection.GenerateIdentityModelToken.Descriptor.Order + 1));
        var host = server.UseAspNetCore().DisableTransportSecurityRequirement().EnableAuthorizationEndpointPassthrough().EnableTokenEndpointPassthrough();
        if (builder.Configuration.GetValue("EndSession", true)) host.EnableEndSessionEndpointPassthrough();
    });

var app = builder.Build();
await using (var scope = app.Services.CreateAsyncScope()) await scope.ServiceProvider.GetRequiredService<ProviderDatabase>().Database.EnsureCreatedAsync();
app.UseAuthentication();
app.UseAuthorization();
app.MapProvider();
app.MapControl();
await app.StartAsync();
Console.WriteLine("The provider is ready.");
await app.WaitForShutdownAsync();
