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
        builder.Services.AddHostedService<ReadyLine>();
    }

    public static void UsePages(this WebApplication app)
    {
        // Pages get a page, scripts a problem document.
        app.UseWhen(IsPage, pages => pages.UseExceptionHandler("/error", createScopeForErrors: true));
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.UseAntiforgery();
    }

    private static bool IsPage(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method) && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    public static void MapPages<TRoot>(this WebApplication app) where TRoot : IComponent
    {
        app.MapStaticAssets();
        // Blazor would add a second Content-Security-Policy header of its own.
        app.MapRazorComponents<TRoot>().AddInteractiveServerRenderMode(o => o.ContentSecurityFrameAncestorsPolicy = null);
    }
}
