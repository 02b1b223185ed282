using Microsoft.Extensions.Logging;
using TranscribeConsole.Services.Aws;

namespace TranscribeConsole.Services;

/// <summary>One per kind and process: looks at the vocabularies, filters or models for every page that shows them, whatever their number.</summary>
/// <remarks>
/// It works as the monitor of jobs does: silent when nobody looks, quick while something is pending, slower otherwise and after failures.
/// A look is one request, for the newest 100; the service's default quota is 100 of a kind, so that it sees all.
/// </remarks>
public sealed partial class ResourceMonitor<T> : IDisposable
    where T : INamedResource
{
    private const int PageSize = 100;

    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(10);

    private readonly Func<ResourceQuery, CancellationToken, Task<NamePage<T>>> _list;
    private readonly TimeProvider _clock;
    private readonly ILogger<ResourceMonitor<T>> _logger;
    private readonly Lock _lock = new();
    private readonly List<Action<ResourceNews<T>>> _subscribers = []; // guarded by _lock
    private CancellationTokenSource? _stop; // of the loop that runs; guarded by _lock

    internal ResourceMonitor(Func<ResourceQuery, CancellationToken, Task<NamePage<T>>> list, TimeProvider clock, ILogger<ResourceMonitor<T>> logger) =>
        (_list, _clock, _logger) = (list, clock, logger);

    /// <summary>Calls back after every look, from another thread, until the result is disposed.</summary>
    public IDisposable Subscribe(Action<ResourceNews<T>> onNews)
    {
        lock (_lock)
        {
            _subscribers.Add(onNews);
            if (_stop is null)
            {
                _stop = new CancellationTokenSource();
                _ = LookAsync(_stop.Token);
            }
        }

        return new Subscription(this, onNews);
    }

    public void Dispose()
    {
        lock (_lock) End();
    }

    private void Remove(Action<ResourceNews<T>> onNews)
    {
        lock (_lock)
        {
            _subscribers.Remove(onNews);
            if (_subscribers.Count == 0) End();
        }
    }

    private void End()
    {
        _stop?.Cancel();
        _stop?.Dispose();
        _stop = null;
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        var pace = new MonitorPace(Calm);
        try
        {
            while (true)
            {
                await Task.Delay(pace.Pause, _clock, cancellationToken); // whoever has just subscribed has just read, too
                try
                {
                    var page = await _list(new ResourceQuery(PageSize: PageSize), cancellationToken);
                    Publish(new(page.Items, page.NextToken is null, null));
                    pace.Looked(page.Items.Any(item => item.IsPending));
                }
                catch (AwsFailureException e)
                {
                    Publish(new([], false, e.Message));
                    pace.Failed();
                    Log.LookFailed(_logger, e.Kind, pace.Pause);
                }
                catch (Exception e) when (e is not OperationCanceledException) // an answer nobody foresaw must not end the looking
                {
                    Publish(new([], false, "Their state can't be read at present."));
                    pace.Failed();
                    Log.LookBroken(_logger, e);
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
        }
    }

    private void Publish(ResourceNews<T> news)
    {
        Action<ResourceNews<T>>[] subscribers;
        lock (_lock) subscribers = [.. _subscribers];
        foreach (var subscriber in subscribers) subscriber(news);
    }

    private sealed class Subscription(ResourceMonitor<T> monitor, Action<ResourceNews<T>> onNews) : IDisposable
    {
        public void Dispose() => monitor.Remove(onNews);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The resources could not be listed ({Kind}); next try in {Pause}.")]
        public static partial void LookFailed(ILogger logger, AwsFailureKind kind, TimeSpan pause);

        [LoggerMessage(LogLevel.Error, "The monitor of resources met an unexpected error; it goes on, more slowly.")]
        public static partial void LookBroken(ILogger logger, Exception exception);
    }
}

/// <param name="Newest">As the service lists them, newest first; empty after a failure.</param>
/// <param name="IsAll">There are no others.</param>
/// <param name="Failure">A sentence for the user when the service could not be asked.</param>
public sealed record ResourceNews<T>(IReadOnlyList<T> Newest, bool IsAll, string? Failure);
