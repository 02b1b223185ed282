using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace TranscribeConsole.LocalAws.Hosting;

/// <summary>
/// Names of its own for what ASP.NET Core tells about the backend's requests. Under the usual names, whoever listens to the outer application
/// in the same process would count them as its requests, and would trace their paths, which are buckets and keys.
/// </summary>
internal static class BackendDiagnostics
{
    private const string Prefix = LocalAwsMeter.Name + "/";
    private const string Source = "Microsoft.AspNetCore";

    public static IServiceCollection AddBackendDiagnostics(this IServiceCollection services) => services
        .AddSingleton<IMeterFactory, PrefixedMeters>()
        .AddSingleton(_ => new ActivitySource(Prefix + Source))
        .AddSingleton(_ => new DiagnosticListener(Prefix + Source))
        .AddSingleton<DiagnosticSource>(provider => provider.GetRequiredService<DiagnosticListener>());

    private sealed class PrefixedMeters : IMeterFactory
    {
        private readonly Lock _lock = new();
        private readonly Dictionary<string, Meter> _meters = []; // guarded by _lock

        public Meter Create(MeterOptions options)
        {
            lock (_lock)
            {
                if (_meters.TryGetValue(options.Name, out var known)) return known;
                return _meters[options.Name] = new Meter(new MeterOptions(Prefix + options.Name) { Version = options.Version, Scope = this });
            }
        }

        public void Dispose()
        {
            lock (_lock)
                foreach (var meter in _meters.Values) meter.Dispose();
        }
    }
}
