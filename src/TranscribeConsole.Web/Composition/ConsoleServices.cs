using TranscribeConsole.Services;
using TranscribeConsole.Web.Endpoints.Exports;
using TranscribeConsole.Web.WordLists;

namespace TranscribeConsole.Web.Composition;

internal static class ConsoleServices
{
    // Service managers and containers kill what has not ended ten seconds after SIGTERM.
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(8);

    public static void AddConsoleServices(this WebApplicationBuilder builder)
    {
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = ShutdownTimeout);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddTranscribeServices();
        builder.Services.AddScoped<TranscriptDownloads>();
        builder.Services.AddSingleton<ArchiveRequests>();
        builder.Services.AddSingleton<ParkedTexts>();
        builder.Services.AddProblemDetails();
    }
}
