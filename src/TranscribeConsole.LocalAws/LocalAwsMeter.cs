using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace TranscribeConsole.LocalAws;

/// <summary>Where the backend's rooms make their instruments and spans. It goes with the backend: nothing is asked of a closed database.</summary>
/// <param name="scope">The outer application's meters, so that a listener can tell two of them in one process apart.</param>
public sealed class LocalAwsMeter(IMeterFactory? scope = null) : IDisposable
{
    /// <summary>Name of the meter and of the source of spans.</summary>
    public const string Name = "TranscribeConsole.LocalAws";

    internal Meter Meter { get; } = new(new MeterOptions(Name) { Scope = scope });

    internal ActivitySource Spans { get; } = new(Name);

    public void Dispose()
    {
        Meter.Dispose();
        Spans.Dispose();
    }
}
