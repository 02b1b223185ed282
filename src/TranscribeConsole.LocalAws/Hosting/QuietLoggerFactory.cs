using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace TranscribeConsole.LocalAws.Hosting;

/// <summary>The outer application's loggers without those that write down request lines, whose addresses may carry a signature.</summary>
internal sealed class QuietLoggerFactory(ILoggerFactory outer) : ILoggerFactory
{
    private static readonly string[] RequestLines = ["Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel.BadRequests"];

    public ILogger CreateLogger(string categoryName) =>
        Array.Exists(RequestLines, prefix => categoryName.StartsWith(prefix, StringComparison.Ordinal)) ? NullLogger.Instance : outer.CreateLogger(categoryName);

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException("Providers belong to the outer application.");

    public void Dispose() { } // the outer factory has its owner
}
