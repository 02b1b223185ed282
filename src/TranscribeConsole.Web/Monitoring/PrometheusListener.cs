using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using OpenTelemetry.Metrics;
using TranscribeConsole.Web.Composition;

namespace TranscribeConsole.Web.Monitoring;

/// <summary>
/// Serves <c>/metrics</c> on an address of its own. A proxy that publishes the console can't publish it by mistake, and it needs no
/// sign-in that Prometheus would have to pass.
/// </summary>
internal sealed class PrometheusListener(string url, MeterProvider meters, ILoggerFactory loggers) : IHostedService, IAsyncDisposable
{
    private const string Setting = "Telemetry:PrometheusUrl";

    private WebApplication? _app;

    /// <summary>Where it listens, with its real port; known once it has started.</summary>
    public Uri Address => new(_app!.Services.GetRequiredService<IServer>().ListeningAddress());

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            _app = Build();
            await _app.StartAsync(cancellationToken);
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException)
        {
            throw new StartFailedException($"{Setting} is '{url}'; it must be an address such as http://127.0.0.1:9464.", e);
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            throw new StartFailedException($"{Setting}={url} is in use by another program; choose another port.", e);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => _app?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_app is not null) await _app.DisposeAsync();
    }

    // An empty builder: no settings file, variable or argument of the console reaches this one.
    private WebApplication Build()
    {
        if (BindingAddress.Parse(url).Scheme != Uri.UriSchemeHttp) throw new FormatException();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = typeof(PrometheusListener).Assembly.GetName().Name });
        builder.WebHost.UseKestrelCore().UseUrls(url).ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddSingleton(loggers).AddSingleton<IHostLifetime, ConsolesLifetime>();
        var app = builder.Build();
        app.UseOpenTelemetryPrometheusScrapingEndpoint(meters, predicate: null, path: "/metrics", configureBranchedPipeline: null, optionsName: null);
        return app;
    }

    /// <summary>Signals are the console's: it stops this listener with itself.</summary>
    private sealed class ConsolesLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
