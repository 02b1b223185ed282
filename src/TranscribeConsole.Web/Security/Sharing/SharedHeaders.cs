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
            if (context.Request.Path.StartsWithSegments(Shared)) context.Response.OnStarting(Set, context.Response.Headers);
            return following(context);
        });
        next(app);
    };

    private static Task Set(object state)
    {
        var headers = (IHeaderDictionary)state;
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Robots-Tag"] = "noindex, nofollow";
        headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }
}
