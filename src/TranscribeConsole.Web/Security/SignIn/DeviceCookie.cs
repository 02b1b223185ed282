using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using TranscribeConsole.Services.Accounts;

namespace TranscribeConsole.Web.Security.SignIn;

/// <summary>Says of a browser that somebody has signed in with it before, and to which account. It is no session: whoever has it still needs the password.</summary>
internal sealed class DeviceCookie(IDataProtectionProvider protection)
{
    public const string Name = $"{SessionCookie.Name}.Browser";

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(180);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("TranscribeConsole.KnownBrowser.v1").ToTimeLimitedDataProtector();

    /// <summary>Null: there is none, or it is not ours, was changed or has expired.</summary>
    public KnownDevice? Read(HttpContext context)
    {
        if (context.Request.Cookies[Name] is not { Length: > 0 } value) return null;
        try
        {
            return JsonSerializer.Deserialize<KnownDevice>(_protector.Unprotect(value));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public void Write(HttpContext context, KnownDevice device) => context.Response.Cookies.Append(Name, _protector.Protect(JsonSerializer.Serialize(device), Lifetime), new CookieOptions
    {
        HttpOnly = true,
        Secure = true,
        SameSite = SameSiteMode.Lax,
        Path = "/",
        MaxAge = Lifetime,
        IsEssential = true,
    });
}
