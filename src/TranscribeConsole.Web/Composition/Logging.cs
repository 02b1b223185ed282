using Microsoft.Extensions.DependencyInjection.Extensions;
using Serilog;
using Serilog.Events;
using Serilog.Extensions.Logging;
using Serilog.Formatting.Compact;

namespace TranscribeConsole.Web.Composition;

internal static class Logging
{
    private static readonly string[] ToldAtStart = ["Hosting failed to start", "Unable to start Kestrel."];

    /// <summary>
    /// Readable text for people: in Development, and wherever standard output is a terminal. One line of compact JSON per event for
    /// programs: in Production with standard output redirected. The ready line is plain text in both, since scripts wait for it.
    /// </summary>
    public static void AddConsoleLogging(this WebApplicationBuilder builder)
    {
        var forPeople = builder.Environment.IsDevelopment() || !Console.IsOutputRedirected;
        builder.Services.AddSerilog(logging => Configure(logging, forPeople), preserveStaticLogger: true);
        // Serilog's factory makes a new logger each time it is asked, six for each open page; the framework's keeps them by category.
        builder.Logging.ClearProviders();
        builder.Services.Replace(ServiceDescriptor.Singleton<ILoggerFactory, LoggerFactory>());
        builder.Services.AddSingleton<ILoggerProvider>(services => new SerilogLoggerProvider(services.GetRequiredService<Serilog.ILogger>(), dispose: true));
    }

    private static void Configure(LoggerConfiguration logging, bool forPeople)
    {
        logging
            .MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            // The request log of HttpClient would hold signed addresses.
            .MinimumLevel.Override("System.Net.Http.HttpClient", LogEventLevel.Warning)
            // Keys lie unencrypted in a directory of their own that only the owner may enter, by intent.
            .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection", LogEventLevel.Error)
            // What hinders the start is told once, on standard error.
            .Filter.ByExcluding(e => ToldAtStart.Contains(e.MessageTemplate.Text))
            .Enrich.FromLogContext()
            .Enrich.With<TokenPaths>();
        // Texts stand in quotation marks, as in JSON: what somebody sent must neither look like a line of ours nor reach the terminal as a command.
        if (forPeople)
            logging.WriteTo.Console(outputTemplate: "{Timestamp:HH:mm:ss} {Level:u3} {Message:j}{NewLine}{Exception}", formatProvider: System.Globalization.CultureInfo.InvariantCulture);
        else
            logging.WriteTo.Console(new RenderedCompactJsonFormatter());
    }
}
