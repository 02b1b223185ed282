using Microsoft.AspNetCore.Components;
using TranscribeConsole.Web.Components;

namespace TranscribeConsole.Web.Composition;

internal static class Pages
{
    public static void AddPages(this WebApplicationBuilder builder)
    {
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddPageState();
        builder.Services.AddExceptionHandler<ScriptErrors>();
        builder.Services.AddHostedService<ReadyLine>();
    }

    public static void UsePages(this WebApplication app)
    {
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.UseAntiforgery();
    }

    public static void MapPages<TRoot>(this WebApplication app) where TRoot : IComponent
    {
        app.MapStaticAssets();
        // Blazor would add a second Content-Security-Policy header of its own.
        app.MapRazorComponents<TRoot>().AddInteractiveServerRenderMode(o => o.ContentSecurityFrameAncestorsPolicy = null);
    }
}
