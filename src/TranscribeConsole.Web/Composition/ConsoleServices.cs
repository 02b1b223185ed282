using TranscribeConsole.Services;
using TranscribeConsole.Web.Endpoints.Exports;
using TranscribeConsole.Web.WordLists;

namespace TranscribeConsole.Web.Composition;

internal static class ConsoleServices
{
    public static void AddConsoleServices(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddTranscribeServices();
        builder.Services.AddScoped<TranscriptDownloads>();
        builder.Services.AddSingleton<ArchiveRequests>();
        builder.Services.AddSingleton<ParkedTexts>();
        builder.Services.AddProblemDetails();
    }
}
