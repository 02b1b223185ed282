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
        // A person gets a page; scripts keep the problem document of the outer handler.
        app.UseWhen(AsksForPage, branch => branch.UseExceptionHandler("/error", createScopeForErrors: true));
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.UseAntiforgery();
    }

    private static bool AsksForPage(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method) && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);

    public static void MapPages<TRoot>(this WebApplication app) where TRoot : IComponent
    {
        app.MapStaticAssets();
        // Blazor would add a second Content-Security-Policy header of its own.
        app.MapRazorComponents<TRoot>().AddInteractiveServerRenderMode(o => o.ContentSecurityFrameAncestorsPolicy = null);
    }
}
