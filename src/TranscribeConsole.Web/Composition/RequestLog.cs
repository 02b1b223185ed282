using Serilog;
using Serilog.Events;

namespace TranscribeConsole.Web.Composition;

internal static class RequestLog
{
    private const string Template = "{RequestMethod} {RequestPath} answered {StatusCode} in {Elapsed} ms";

    /// <summary>One line per request: path without query string, and the route in place of the token of an upload or a link.</summary>
    public static void UseRequestLog(this WebApplication app) => app.UseSerilogRequestLogging(options =>
    {
        options.Logger = app.Services.GetRequiredService<Serilog.ILogger>(); // not the static one: two consoles fit in one process
        options.MessageTemplate = Template;
        options.GetLevel = (context, _, exception) => Level(context, exception);
        options.GetMessageTemplateProperties = (context, _, elapsed, status) =>
        [
            new LogEventProperty("RequestMethod", new ScalarValue(context.Request.Method)),
            new LogEventProperty("RequestPath", new ScalarValue(PathOf(context))),
            new LogEventProperty("StatusCode", new ScalarValue(status)),
            new LogEventProperty("Elapsed", new ScalarValue(Math.Round(elapsed))),
        ];
    });

    private static LogEventLevel Level(HttpContext context, Exception? exception)
    {
        if (context.RequestAborted.IsCancellationRequested) return LogEventLevel.Information; // the client broke off
        if (exception is not null || context.Response.StatusCode >= StatusCodes.Status500InternalServerError) return LogEventLevel.Error;
        return IsNoise(context.Request.Path) ? LogEventLevel.Debug : LogEventLevel.Information;
    }

    private static bool IsNoise(PathString path) =>
        path.StartsWithSegments("/health") || path.StartsWithSegments("/_framework") || path.StartsWithSegments("/_content") || path.StartsWithSegments("/_blazor")
        || path.StartsWithSegments("/js") || path.Value!.EndsWith(".css", StringComparison.Ordinal) || path.Value.EndsWith(".svg", StringComparison.Ordinal);

    /// <summary>The path without the token of an upload or a link.</summary>
    public static string PathOf(HttpContext context) => TokenPaths.Without(context.Request.Path.ToString());
}
