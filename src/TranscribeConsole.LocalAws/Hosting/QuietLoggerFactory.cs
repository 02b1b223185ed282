using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace TranscribeConsole.LocalAws.Hosting;

/// <summary>The outer application's loggers without the server's request lines, whose addresses may carry a signature.</summary>
internal sealed class QuietLoggerFactory(ILoggerFactory outer) : ILoggerFactory
{
    public ILogger CreateLogger(string categoryName) =>
        categoryName.StartsWith("Microsoft.AspNetCore.Hosting", StringComparison.Ordinal) ? NullLogger.Instance : outer.CreateLogger(categoryName);

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException("Providers belong to the outer application.");

    public void Dispose() { } // the outer factory has its owner
}
