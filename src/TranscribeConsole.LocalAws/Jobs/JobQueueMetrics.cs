using System.Diagnostics.Metrics;

namespace TranscribeConsole.LocalAws.Jobs;

/// <summary>The queue as it is when somebody reads the instruments.</summary>
internal sealed class JobQueueMetrics : IDisposable
{
    private readonly JobStore _jobs;
    private readonly JobRunner _runner;
    private readonly Lock _lock = new();
    private bool _disposed; // guarded by _lock: the database is closed next

    public JobQueueMetrics(LocalAwsMeter meter, JobStore jobs, JobRunner runner)
    {
        (_jobs, _runner) = (jobs, runner);
        meter.Meter.CreateObservableUpDownCounter("transcribeconsole.local.job.count", Count, "{job}", "Jobs of the local backend by state.");
        meter.Meter.CreateObservableUpDownCounter("transcribeconsole.local.job.active", () => (long)_runner.ActiveCount, "{job}", "Jobs that are being worked on.");
        meter.Meter.CreateObservableUpDownCounter("transcribeconsole.local.queue.length", Waiting, "{job}", "Jobs that wait: queued, or in progress but not worked on yet.");
    }

    public void Dispose()
    {
        lock (_lock) _disposed = true;
    }

    private IEnumerable<Measurement<long>> Count() =>
        [.. Counts().Select(count => new Measurement<long>(count.Value, new KeyValuePair<string, object?>("transcribeconsole.job.status", count.Key)))];

    private IEnumerable<Measurement<long>> Waiting()
    {
        var counts = Counts();
        if (counts.Count == 0) return [];
        return [new(Math.Max(0, counts[JobStatus.Queued] + counts[JobStatus.InProgress] - _runner.ActiveCount))];
    }

    private IReadOnlyDictionary<string, long> Counts()
    {
        lock (_lock) return _disposed ? new Dictionary<string, long>() : _jobs.CountByStatus();
    }
}
