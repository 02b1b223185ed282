using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using TranscribeConsole.Web.Monitoring;
using TranscribeConsole.Web.Tests.Hosting;

namespace TranscribeConsole.Web.Tests.Monitoring;

public sealed class PrometheusTests
{
    [Fact]
    public async Task Metrics_are_served_on_an_address_of_their_own_and_nothing_else_there()
    {
        var console = new RunningConsole("--Telemetry:PrometheusUrl=http://127.0.0.1:0");
        await console.InitializeAsync();
        using (var client = await console.OpenAsync())
        using (var http = new HttpClient { BaseAddress = console.Services.GetRequiredService<PrometheusListener>().Address })
        {
            using var list = await client.GetAsync("jobs");
            var metrics = await http.GetStringAsync("metrics");

            Assert.Contains("http_server_request_duration_seconds_count{", metrics, StringComparison.Ordinal);
            Assert.Contains("transcribeconsole_local_job_count{", metrics, StringComparison.Ordinal);
            Assert.Contains("rpc_method=\"ListTranscriptionJobs\"", metrics, StringComparison.Ordinal);
            Assert.DoesNotContain("server_address=\"127.0.0.1\",server_port=", metrics.Split('\n').FirstOrDefault(line => line.StartsWith("http_client_request", StringComparison.Ordinal)) ?? "", StringComparison.Ordinal);
            using var page = await http.GetAsync("jobs");
            Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
            using var published = await client.GetAsync("metrics");
            Assert.Equal(HttpStatusCode.NotFound, published.StatusCode);
        }

        await console.DisposeAsync();
    }

    [Fact]
    public async Task Without_setting_or_variable_nothing_of_OpenTelemetry_is_there()
    {
        var console = new RunningConsole();
        await console.InitializeAsync();

        Assert.Null(console.Services.GetService<MeterProvider>());
        Assert.Null(console.Services.GetService<TracerProvider>());
        Assert.Null(console.Services.GetService<PrometheusListener>());
        await console.DisposeAsync();
    }
}
