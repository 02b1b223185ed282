using System.Diagnostics.Metrics;

namespace TranscribeConsole.Services;

/// <summary>The meter of the service layer.</summary>
public static class ServiceMeter
{
    public const string Name = "TranscribeConsole.Services";
}

/// <summary>Bounds of histograms: without advice they would be those for milliseconds.</summary>
internal static class Buckets
{
    public static InstrumentAdvice<double> Seconds { get; } = new() { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] };
}
