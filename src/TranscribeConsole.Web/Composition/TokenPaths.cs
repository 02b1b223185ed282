using Serilog.Core;
using Serilog.Events;

namespace TranscribeConsole.Web.Composition;

/// <summary>Takes the tokens of uploads and links out of the path that the framework gives to every event of a request.</summary>
internal sealed class TokenPaths : ILogEventEnricher
{
    private const string Property = "RequestPath";

    /// <summary>The path with a placeholder where it has a token.</summary>
    /// <remarks>By the path and not by the endpoint, which is gone where a status page has taken over.</remarks>
    public static string Without(string path) =>
        path.Split('/') is ["", "uploads" or "setup" or "invitation" or "new-password" or "shared", { Length: > 0 }, .. var rest] parts
            ? string.Join('/', ["", parts[1], "{token}", .. rest])
            : path;

    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
    {
        if (logEvent.Properties.TryGetValue(Property, out var value) && value is ScalarValue { Value: string path })
            logEvent.AddOrUpdateProperty(new LogEventProperty(Property, new ScalarValue(Without(path))));
    }
}
