using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace TranscribeConsole.Web.Tests.Hosting;

/// <summary>What a console writes into its log, as events.</summary>
internal sealed class LogLines : ILoggerProvider
{
    private readonly ConcurrentQueue<Line> _all = new();

    public IReadOnlyList<Line> All => [.. _all];

    public ILogger CreateLogger(string categoryName) => new Logger(_all);

    public void Dispose()
    {
    }

    internal sealed record Line(int EventId, LogLevel Level, string Text, IReadOnlyDictionary<string, object?> Properties);

    private sealed class Logger(ConcurrentQueue<Line> all) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var properties = (state as IEnumerable<KeyValuePair<string, object?>> ?? []).GroupBy(property => property.Key).ToDictionary(same => same.Key, same => same.First().Value);
            all.Enqueue(new Line(eventId.Id, logLevel, formatter(state, exception), properties));
        }
    }
}
