using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using TranscribeConsole.Services.Media;

namespace TranscribeConsole.Web.Uploads;

/// <summary>An upload as the browser holds it: opaque, signed, and good for 24 hours, after which S3 drops the parts too.</summary>
public sealed class UploadTokens(IDataProtectionProvider provider)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private readonly ITimeLimitedDataProtector _protector = provider.CreateProtector("TranscribeConsole.Uploads.v1").ToTimeLimitedDataProtector();

    public string Protect(MediaUpload upload) => _protector.Protect(JsonSerializer.Serialize(upload), Lifetime);

    /// <summary>The upload, or null when the token is not ours, was changed or has expired.</summary>
    public MediaUpload? Unprotect(string token)
    {
        try
        {
            return JsonSerializer.Deserialize<MediaUpload>(_protector.Unprotect(token));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
