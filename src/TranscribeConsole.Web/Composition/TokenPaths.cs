using Serilog.Core;
using Serilog.Events;

namespace TranscribeConsole.Web.Composition;

/// <summary>Takes the tokens of uploads and links out of the path that the framework gives to every event of a request.</summary>
internal sealed class TokenPaths : ILogEventEnricher
{
    private const string Property = "RequestPath";

    private static readonly string[] Before = ["uploads", "setup", "invitation", "new-password", "shared"];

    /// <summary>The path with a placeholder where it has a token.</summary>
    /// <remarks>By the path and not by the endpoint, which is gone where a status page has taken over.</remarks>
    public static string Without(string path) =>
        path.Split('/') is ["", var first, { Length: > 0 }, .. var rest] && Before.Contains(first, StringComparer.OrdinalIgnoreCase) // as routes are found
            ? string.Join('/', ["", first, "{token}", .. rest])
            : path;

    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
    {
        if (logEvent.Properties.TryGetValue(Property, out var value) && value is ScalarValue { Value: string path })
            logEvent.AddOrUpdateProperty(new LogEventProperty(Property, new ScalarValue(Without(path))));
    }
}
