using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using TranscribeConsole.LocalAws;
using TranscribeConsole.Services;
using TranscribeConsole.Services.Aws;
using TranscribeConsole.Web.Monitoring;
using TranscribeConsole.Web.Options;

namespace TranscribeConsole.Web.Composition;

/// <summary>
/// Sends metrics and traces where OpenTelemetry's standard variables say, and shows metrics to Prometheus where a setting says. Without
/// either, nothing of OpenTelemetry is registered.
/// </summary>
internal static class Telemetry
{
    private const string Otlp = "OTEL_EXPORTER_OTLP";

    private static readonly string[] Meters =
    [
        ServiceMeter.Name, LocalAwsMeter.Name,
        "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.Http.Connections", "Microsoft.AspNetCore.Diagnostics",
        "Microsoft.AspNetCore.Components", "Microsoft.AspNetCore.Components.Server.Circuits", SystemHttp, "System.Runtime",
    ];

    private const string SystemHttp = "System.Net.Http";

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Measurements>().AddSingleton<ServerFigures>();
        var settings = builder.Configuration;
        var prometheus = (settings.GetSection(TelemetryOptions.Section).Get<TelemetryOptions>() ?? new()).PrometheusUrl;
        var (metrics, traces) = (Endpoint(settings, "METRICS"), Endpoint(settings, "TRACES"));
        if (prometheus.Length == 0 && metrics is null && traces is null) return;

        var telemetry = builder.Services.AddOpenTelemetry().ConfigureResource(Describe);
        if (prometheus.Length > 0 || metrics is not null) telemetry.WithMetrics(meters => Measure(meters, prometheus.Length > 0, metrics));
        if (traces is not null) telemetry.WithTracing(spans => Trace(spans, traces));
        if (prometheus.Length == 0) return;
        builder.Services.AddSingleton(provider => new PrometheusListener(prometheus, provider.GetRequiredService<MeterProvider>(), provider.GetRequiredService<ILoggerFactory>()));
        builder.Services.AddHostedService(provider => provider.GetRequiredService<PrometheusListener>());
    }

    /// <summary>Counts from the first request on.</summary>
    public static void UseTelemetry(this WebApplication app) => app.Services.GetRequiredService<Measurements>();

    // Null: this signal is off. Each has variables of its own before the common ones.
    private static string? Endpoint(ConfigurationManager settings, string signal)
    {
        if (string.Equals(settings["OTEL_SDK_DISABLED"], "true", StringComparison.OrdinalIgnoreCase)) return null;
        if (string.Equals(settings[$"OTEL_{signal}_EXPORTER"], "none", StringComparison.OrdinalIgnoreCase)) return null;
        return (settings[$"{Otlp}_{signal}_ENDPOINT"], settings[$"{Otlp}_ENDPOINT"]) switch
        {
            ({ Length: > 0 } own, _) => own,
            (_, { Length: > 0 }) => "",
            _ => null,
        };
    }

    // The environment last: OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES are the operator's word.
    private static void Describe(ResourceBuilder resource) =>
        resource.Clear().AddTelemetrySdk().AddService("TranscribeConsole", serviceVersion: AppVersion.Number).AddEnvironmentVariableDetector();

    private static void Measure(MeterProviderBuilder meters, bool prometheus, string? otlp)
    {
        meters.AddMeter(Meters);
        // Of the servers that are called the name may be a bucket's; without a view it would be a label.
        meters.AddView(instrument => instrument.Meter.Name == SystemHttp
            ? new MetricStreamConfiguration { TagKeys = ["http.request.method", "http.response.status_code", "error.type", "network.protocol.version"] }
            : null);
        if (prometheus) meters.AddPrometheusExporter();
        if (otlp is not null) meters.AddOtlpExporter(options => SendTo(options, otlp));
    }

    private static void Trace(TracerProviderBuilder spans, string otlp) => spans
        .AddAspNetCoreInstrumentation(options => (options.EnableRazorComponentsSupport, options.EnableAspNetCoreSignalRSupport) = (false, false))
        .AddHttpClientInstrumentation()
        .AddSource(AwsTelemetry.Source, LocalAwsMeter.Name)
        .AddProcessor(new SpanPrivacy()) // before the exporter
        .AddOtlpExporter(options => SendTo(options, otlp));

    private static void SendTo(OtlpExporterOptions options, string ownEndpoint)
    {
        if (ownEndpoint.Length > 0) options.Endpoint = new Uri(ownEndpoint);
    }
}
