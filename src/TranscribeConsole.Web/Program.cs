using TranscribeConsole.Web.Components;
using TranscribeConsole.Web.Composition;
using TranscribeConsole.Web.Composition.Maintenance;
using TranscribeConsole.Web.Endpoints;
using TranscribeConsole.Web.Endpoints.Exports;
using TranscribeConsole.Web.Health;
using TranscribeConsole.Web.Security;
using TranscribeConsole.Web.Security.Auditing;
using TranscribeConsole.Web.Security.Limiting;
using TranscribeConsole.Web.Security.Sharing;
using TranscribeConsole.Web.Security.SignIn;
using TranscribeConsole.Web.Uploads;

namespace TranscribeConsole.Web;

/// <summary>The table of contents of the application.</summary>
public static class Program
{
    public static Task<int> Main(string[] args) =>
        DataCommand.IsMeant(args) ? Task.FromResult(DataCommand.Run(args)) : ProcessRun.RunAsync(() => Create(args));

    /// <summary>The application as it runs, not started yet. Tests start several of them in one process.</summary>
    /// <exception cref="StartFailedException">A setting is wrong or the data directory can't be used; the message names the key.</exception>
    public static WebApplication Create(string[] args)
    {
        var builder = ConsoleBuilder.Create(args);
        builder.AddSettings();
        builder.AddConsoleLogging();
        builder.AddTelemetry();
        builder.AddBackend();
        builder.AddConsoleServices();
        builder.AddSecurity();
        builder.AddDatabase();
        builder.AddUploads();
        builder.AddHealth();
        builder.AddPages();
        builder.AddSignIn();
        builder.AddSharing();
        builder.AddAuditing();
        builder.AddLimits();

        var app = builder.Build();
        app.UseTelemetry();
        app.UseSecurity();
        app.UseRequestLog();
        app.UsePages();
        app.MapAntiforgery();
        app.MapSignOut();
        app.MapUploads();
        app.MapMedia();
        app.MapObjects();
        app.MapReading();
        app.MapTranscripts();
        app.MapArchives();
        app.MapShared();
        app.MapWordLists();
        app.MapAudit();
        app.MapHealth();
        app.MapPages<App>();
        return app;
    }
}
