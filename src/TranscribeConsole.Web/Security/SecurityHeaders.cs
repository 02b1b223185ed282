namespace TranscribeConsole.Web.Security;

/// <summary>Puts the security headers on every answer, errors and refused hosts included.</summary>
/// <remarks>A startup filter and the first of them: host filtering is one too, and answers before any middleware of the application.</remarks>
internal sealed class SecurityHeaders : IStartupFilter
{
    /// <summary>Scripts and styles come from the console alone; nothing is inline.</summary>
    public const string ContentSecurityPolicy =
        "default-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'; object-src 'none'; img-src 'self' data:; media-src 'self'";

    /// <summary>For bodies that a user chose: whatever they hold, a browser runs nothing of it.</summary>
    public const string Sandbox = "sandbox; frame-ancestors 'none'";

    public const string PermissionsPolicy =
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()";

    // Of files that lie there, whose types are told without what their letters are.
    private static readonly string[] Texts = ["text/javascript", "text/css", "image/svg+xml"];

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, following) =>
        {
            // At the last moment: the exception handler clears headers that were set earlier.
            context.Response.OnStarting(Set, context.Response.Headers);
            return following(context);
        });
        next(app);
    };

    private static Task Set(object state)
    {
        var headers = (IHeaderDictionary)state;
        if (headers.ContentSecurityPolicy != Sandbox) headers.ContentSecurityPolicy = ContentSecurityPolicy;
        if (headers.ContentType is [{ } type] && Texts.Contains(type)) headers.ContentType = $"{type}; charset=utf-8";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = PermissionsPolicy;
        return Task.CompletedTask;
    }
}
