using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using TranscribeConsole.Services.Access;
using TranscribeConsole.Services.Media;

namespace TranscribeConsole.Web.Uploads;

/// <summary>An upload as the browser of one person holds it: opaque, signed, and good for 24 hours, after which S3 drops the parts too.</summary>
public sealed class UploadTokens(IDataProtectionProvider provider)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private readonly IDataProtector _protector = provider.CreateProtector("TranscribeConsole.Uploads.v1");

    public string Protect(MediaUpload upload, Caller caller) => Of(caller).Protect(JsonSerializer.Serialize(upload), Lifetime);

    /// <summary>The upload, or null when the token is not ours, is somebody else's, was changed or has expired.</summary>
    public MediaUpload? Unprotect(string token, Caller caller)
    {
        try
        {
            return JsonSerializer.Deserialize<MediaUpload>(Of(caller).Unprotect(token));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private ITimeLimitedDataProtector Of(Caller caller) => (caller.Id.Length == 0 ? _protector : _protector.CreateProtector(caller.Id)).ToTimeLimitedDataProtector();
}
