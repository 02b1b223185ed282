using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace TranscribeConsole.Services.Tests;

/// <summary>Instruments that nobody listens to.</summary>
internal static class NoMeters
{
    public static IMeterFactory Factory { get; } = new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>();
}
