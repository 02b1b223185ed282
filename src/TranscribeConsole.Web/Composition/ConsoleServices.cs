using TranscribeConsole.Services;
using TranscribeConsole.Web.Endpoints.Exports;

namespace TranscribeConsole.Web.Composition;

internal static class ConsoleServices
{
    public static void AddConsoleServices(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddTranscribeServices();
        builder.Services.AddSingleton<TranscriptDownloads>();
        builder.Services.AddSingleton<ArchiveRequests>();
        builder.Services.AddProblemDetails();
    }
}
