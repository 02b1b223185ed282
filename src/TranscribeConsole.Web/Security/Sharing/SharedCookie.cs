using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using TranscribeConsole.Services.Sharing;

namespace TranscribeConsole.Web.Security.Sharing;

/// <summary>Remembers in a browser for a while that the password of one link was told, so that it stands in no address.</summary>
internal sealed class SharedCookie(IDataProtectionProvider protection)
{
    public const string Prefix = "__Host-TranscribeConsole-link-";

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(4);

    private readonly IDataProtector _protector = protection.CreateProtector("TranscribeConsole.SharedLinks.v1");

    public bool Unlocks(HttpContext context, OpenLink open)
    {
        if (!open.NeedsPassword) return true;
        if (context.Request.Cookies[NameOf(open)] is not { Length: > 0 } value) return false;
        try
        {
            return Of(open).Unprotect(value) == open.Link.Id;
        }
        catch (CryptographicException)
        {
            return false; // changed, another link's, or too old
        }
    }

    public void Give(HttpContext context, OpenLink open) => context.Response.Cookies.Append(NameOf(open), Of(open).Protect(open.Link.Id, Lifetime), new CookieOptions
    {
        HttpOnly = true,
        Secure = true,
        SameSite = SameSiteMode.Lax, // who comes from a mail must not be asked again
        Path = "/",
        IsEssential = true,
    });

    private static string NameOf(OpenLink open) => $"{Prefix}{OpenLink.ShortId(open.Link)}";

    private ITimeLimitedDataProtector Of(OpenLink open) => _protector.CreateProtector(open.Link.Id).ToTimeLimitedDataProtector();
}
