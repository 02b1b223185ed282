using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TranscribeConsole.Services.Aws;
using TranscribeConsole.Services.Limits;

namespace TranscribeConsole.Services.Jobs;

/// <summary>One per process: watches the jobs for every page that is open, whatever their number.</summary>
/// <remarks>
/// A tick lists what is running and asks for whatever vanished from that; every few ticks it reads the newest jobs of all, for new ones
/// and for deletions by others. The pause after a tick grows with the requests it made, so that they stay below half of the service's
/// quotas. It is silent when nobody looks.
/// </remarks>
public sealed partial class JobMonitor(AccountJobs account, ServiceLimits limits, TimeProvider clock, JobMetrics metrics, ILogger<JobMonitor> logger)
    : BackgroundService
{
    private const int PagesPerStatus = 3;
    private const int GetsPerTick = 20;
    private const int PageSize = 100;
    private const int TicksBetweenReviews = 3;

    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(6);

    private readonly TranscriptionJobs _jobs = account.Jobs;
    private readonly Lock _lock = new();
    private readonly List<JobSubscription> _subscriptions = []; // guarded by _lock
    private readonly SemaphoreSlim _nudged = new(0, 1);

    // Used by the loop alone.
    private readonly Dictionary<string, int> _running = []; // name → tick in which it was last asked for
    private HashSet<string>? _newest; // names of the newest jobs, those already told among them
    private DateTimeOffset _newestSeen;
    private readonly MonitorPace _pace = new(Calm);
    private int _tick;
    private int _lists;
    private int _gets;

    /// <summary>Subscribes to changes. Dispose the subscription to end it.</summary>
    public JobSubscription Subscribe()
    {
        var subscription = new JobSubscription(this, clock);
        lock (_lock) _subscriptions.Add(subscription);
        return subscription;
    }

    internal void Remove(JobSubscription subscription)
    {
        lock (_lock) _subscriptions.Remove(subscription);
    }

    /// <summary>Ends the pause before the next tick, so that a page just opened need not wait.</summary>
    internal void Nudge()
    {
        lock (_lock)
        {
            if (_nudged.CurrentCount == 0) _nudged.Release();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            if (Subscriptions is { Count: > 0 } subscriptions)
            {
                await TickAsync(subscriptions, stoppingToken);
                var least = LeastPause();
                await Task.Delay(least, clock, stoppingToken);
                if (_pace.Pause > least) await WaitForNudgeAsync(_pace.Pause - least, stoppingToken);
            }
            else
            {
                _newest = null; // Nobody looked meanwhile: what is new then is not news.
                await WaitForNudgeAsync(Timeout.InfiniteTimeSpan, stoppingToken);
            }
        }
    }

    public override void Dispose()
    {
        _nudged.Dispose();
        base.Dispose();
    }

    private IReadOnlyList<JobSubscription> Subscriptions
    {
        get
        {
            lock (_lock) return [.. _subscriptions];
        }
    }

    // Half of the quotas at most, whatever the tick had to ask for.
    private TimeSpan LeastPause()
    {
        var lists = TimeSpan.FromSeconds(2.0 * _lists / limits.Quotas.ListRequestsPerSecond);
        var gets = TimeSpan.FromSeconds(2.0 * _gets / limits.Quotas.GetRequestsPerSecond);
        return lists > gets ? lists : gets;
    }

    private async Task WaitForNudgeAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var nudge = _nudged.WaitAsync(stop.Token);
        await Task.WhenAny(nudge, Task.Delay(atMost, clock, stop.Token));
        await stop.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }

    private async Task TickAsync(IReadOnlyList<JobSubscription> subscriptions, CancellationToken cancellationToken)
    {
        (_lists, _gets) = (0, 0);
        try
        {
            var seen = await ListRunningAsync(cancellationToken);
            if (_tick++ % TicksBetweenReviews == 0 || _newest is null) await ReviewNewestAsync(seen, subscriptions, cancellationToken);
            else TellCreated(seen.Values, _newest, subscriptions);
            Publish(subscriptions, seen.Values);
            await AskForVanishedAsync(seen, subscriptions, cancellationToken);
            foreach (var subscription in subscriptions) subscription.PublishFailure(null);
            _pace.Looked(_running.Count > 0);
        }
        catch (AwsFailureException e)
        {
            SlowDown(subscriptions, e.Message);
            Log.TickFailed(logger, e.Kind, _pace.Pause);
        }
        catch (Exception e) when (e is not OperationCanceledException) // an answer nobody foresaw must not end the application
        {
            SlowDown(subscriptions, "The state of the jobs can't be read at present.");
            Log.TickBroken(logger, e);
        }
    }

    private void SlowDown(IReadOnlyList<JobSubscription> subscriptions, string failure)
    {
        foreach (var subscription in subscriptions) subscription.PublishFailure(failure);
        _pace.Failed();
    }

    /// <summary>What runs or waits, by name. <see cref="_running"/> keeps the names until their end has been told.</summary>
    private async Task<Dictionary<string, JobRow>> ListRunningAsync(CancellationToken cancellationToken)
    {
        var seen = new Dictionary<string, JobRow>();
        foreach (var status in (JobStatus[])[JobStatus.InProgress, JobStatus.Queued])
        {
            string? token = null;
            for (var pages = 0; pages < PagesPerStatus; pages++)
            {
                _lists++;
                var page = await _jobs.ListAsync(new JobQuery(Status: status, NextToken: token, PageSize: PageSize), cancellationToken);
                foreach (var row in page.Jobs) seen[row.Name] = row;
                if ((token = page.NextToken) is null) break;
            }
        }

        foreach (var name in seen.Keys) _running.TryAdd(name, 0);
        metrics.Seen(seen.Values);
        return seen;
    }

    private async Task ReviewNewestAsync(
        Dictionary<string, JobRow> seen, IReadOnlyList<JobSubscription> subscriptions, CancellationToken cancellationToken)
    {
        _lists++;
        var page = await _jobs.ListAsync(new JobQuery(PageSize: PageSize), cancellationToken);
        foreach (var row in page.Jobs) seen.TryAdd(row.Name, row);
        var names = page.Jobs.Select(row => row.Name).ToHashSet();
        if (_newest is { } known) TellCreated(page.Jobs, known, subscriptions);
        else if (page.Jobs is [var newest, ..]) _newestSeen = newest.CreationTime;
        var reach = page.NextToken is null ? DateTimeOffset.MinValue : page.Jobs[^1].CreationTime;
        foreach (var row in Watched(subscriptions))
        {
            // Should be on the page and is not: ask for it, it is probably deleted.
            if (row.CreationTime > reach && !names.Contains(row.Name)) _running.TryAdd(row.Name, 0);
        }

        _newest = names;
    }

    private void TellCreated(IEnumerable<JobRow> rows, HashSet<string> known, IReadOnlyList<JobSubscription> subscriptions)
    {
        JobRow[] created = [.. rows.Where(row => row.CreationTime >= _newestSeen && known.Add(row.Name))];
        if (created.Length == 0) return;
        _newestSeen = created.Max(row => row.CreationTime);
        foreach (var subscription in subscriptions) subscription.PublishOthers(created);
    }

    // What has left the running ones has ended or was deleted; what a page shows as running and was not listed likewise.
    private async Task AskForVanishedAsync(
        Dictionary<string, JobRow> seen, IReadOnlyList<JobSubscription> subscriptions, CancellationToken cancellationToken)
    {
        foreach (var row in Watched(subscriptions).Where(row => !row.Status.IsTerminal())) _running.TryAdd(row.Name, 0);
        foreach (var ended in seen.Values.Where(row => row.Status.IsTerminal() && _running.Remove(row.Name))) PublishEnd(subscriptions, ended);
        var vanished = _running.Where(job => !seen.ContainsKey(job.Key)).OrderBy(job => job.Value).Select(job => job.Key);
        foreach (var name in vanished.Take(GetsPerTick).ToArray())
        {
            _gets++;
            _running[name] = _tick;
            var row = await _jobs.FindRowAsync(name, Watched(subscriptions).FirstOrDefault(watched => watched.Name == name)?.Output, cancellationToken);
            if (row is null)
                foreach (var subscription in subscriptions) subscription.PublishDeleted(name);
            else
                PublishEnd(subscriptions, row);
            if (row is null || row.Status.IsTerminal()) _running.Remove(name);
        }
    }

    private static void Publish(IReadOnlyList<JobSubscription> subscriptions, IEnumerable<JobRow> rows)
    {
        foreach (var row in rows)
            foreach (var subscription in subscriptions)
                subscription.Publish(row);
    }

    // A page that lists only what is complete did not show it until now.
    private void PublishEnd(IReadOnlyList<JobSubscription> subscriptions, JobRow row)
    {
        if (row.Status.IsTerminal()) metrics.Ended(row.Status);
        foreach (var subscription in subscriptions)
        {
            subscription.Publish(row);
            if (row.Status.IsTerminal()) subscription.PublishOthers([row]);
        }
    }

    private static IEnumerable<JobRow> Watched(IReadOnlyList<JobSubscription> subscriptions) =>
        subscriptions.SelectMany(subscription => subscription.Watched);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The job monitor could not look ({Kind}); next try in {Interval}.")]
        public static partial void TickFailed(ILogger logger, AwsFailureKind kind, TimeSpan interval);

        [LoggerMessage(LogLevel.Error, "The job monitor met an unexpected error; it goes on, more slowly.")]
        public static partial void TickBroken(ILogger logger, Exception exception);
    }
}
