namespace TranscribeConsole.Web.Security.Sharing;

/// <summary>On every answer below a share link, errors too: its address is a secret that goes to no other site, into no cache and no search engine.</summary>
/// <remarks>Registered before the other headers, so that it is outside of them and sets last.</remarks>
internal sealed class SharedHeaders : IStartupFilter
{
    private static readonly PathString Shared = "/shared";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, following) =>
        {
            // By the path as it came: a page for errors has another one.
            if (context.Request.Path.StartsWithSegments(Shared)) context.Response.OnStarting(Set, context);
            return following(context);
        });
        next(app);
    };

    private static Task Set(object state)
    {
        var context = (HttpContext)state;
        var headers = context.Response.Headers;
        // With no-referrer a browser hides also from the console that a form is its own, and the check of origins refuses it.
        headers["Referrer-Policy"] = SharedVisit.Of(context) is { IsUnlocked: false } ? "same-origin" : "no-referrer";
        headers["X-Robots-Tag"] = "noindex, nofollow";
        headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }
}
