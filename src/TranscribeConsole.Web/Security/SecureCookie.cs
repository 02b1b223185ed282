namespace TranscribeConsole.Web.Security;

/// <summary>A cookie that browsers keep for https alone, whatever the request came by.</summary>
/// <remarks>Not by <see cref="CookieBuilder.SecurePolicy"/>: the antiforgery system would then take no request of plain http, not on loopback either, where Chromium keeps such cookies.</remarks>
internal sealed class SecureCookie : CookieBuilder
{
    public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
    {
        var options = base.Build(context, expiresFrom);
        options.Secure = true;
        return options;
    }
}
