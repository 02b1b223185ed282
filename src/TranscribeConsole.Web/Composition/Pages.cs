using Microsoft.AspNetCore.Components;
using TranscribeConsole.Web.Components;
using TranscribeConsole.Web.Components.Pages.Transcript;
using TranscribeConsole.Web.Endpoints;
using TranscribeConsole.Web.Security;
using TranscribeConsole.Web.Security.Sharing;
using TranscribeConsole.Web.Security.SignIn;

namespace TranscribeConsole.Web.Composition;

internal static class Pages
{
    // A circuit begins with the state that its page kept from prerendering: a hundred jobs, a hundred keys of a thousand characters, a
    // vocabulary of 50 KB, each encrypted and in base 64. With SignalR's own limit of 32 KB such a page would never come to life.
    private const long MaxMessage = 1 << 20;

    public static void AddPages(this WebApplicationBuilder builder)
    {
        builder.Services.AddRazorComponents().AddInteractiveServerComponents().AddHubOptions(options => options.MaximumReceiveMessageSize = MaxMessage);
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddPageState();
        builder.Services.AddSingleton<ReaderScript>().AddSingleton<ReaderPreloads>();
        builder.Services.AddSingleton<ReadingBodies>();
        builder.Services.AddExceptionHandler<ScriptErrors>();
        builder.Services.AddHostedService<ReadyLine>();
    }

    public static void UsePages(this WebApplication app)
    {
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.Use(ScriptStatus.InvokeAsync);
        app.Use(BodySize.InvokeAsync);
        app.UseSignIn();
        app.Use(SharedVisits.InvokeAsync);
        app.UseAntiforgery();
    }

    public static void MapPages<TRoot>(this WebApplication app) where TRoot : IComponent
    {
        app.MapStaticAssets().AllowAnonymous(); // the same for everybody, and the sign-in page is made of some
        // Blazor would add a second Content-Security-Policy header of its own.
        app.MapRazorComponents<TRoot>().AddInteractiveServerRenderMode(o => o.ContentSecurityFrameAncestorsPolicy = null);
    }
}
