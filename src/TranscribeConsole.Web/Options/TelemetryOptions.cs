namespace TranscribeConsole.Web.Options;

/// <summary>Who is told how the server does, section <c>Telemetry</c>. OTLP has its own, standard variables.</summary>
public sealed class TelemetryOptions
{
    public const string Section = "Telemetry";

    /// <summary>Address of its own on which Prometheus finds <c>/metrics</c>, for example <c>http://127.0.0.1:9464</c>; empty: nobody listens.</summary>
    public string PrometheusUrl { get; init; } = "";
}
