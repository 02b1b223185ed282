using TranscribeConsole.Services;

namespace TranscribeConsole.Web.Uploads;

internal static class UploadsComposition
{
    public static void AddUploads(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<UploadTokens>();
        builder.Services.AddSingleton<SliceGate>();
        builder.Services.AddScoped<UploadSession>();
        builder.Services.AddScoped<UploadScript>();
        builder.Services.AddSingleton<AbandonedUploads>();
        builder.Services.AddHostedService<LateStart<AbandonedUploads>>();
    }
}
