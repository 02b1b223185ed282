using System.Diagnostics.Metrics;

namespace TranscribeConsole.Services.Jobs;

/// <summary>The jobs as the monitor saw them when it last looked, which it does while a page shows jobs.</summary>
public sealed class JobMetrics
{
    private const string Status = "transcribeconsole.job.status";

    private readonly Counter<long> _ended;
    private readonly ObservableUpDownCounter<long> _seen;
    private volatile IReadOnlyList<Measurement<long>> _measured = [];

    public JobMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(ServiceMeter.Name);
        _seen = meter.CreateObservableUpDownCounter("transcribeconsole.job.count", () => _measured, "{job}", "Jobs that run or wait, as the monitor last saw them.");
        _ended = meter.CreateCounter<long>("transcribeconsole.job.ended", "{job}", "Ends of jobs that the monitor saw.");
    }

    internal void Seen(IReadOnlyCollection<JobRow> jobs) =>
        _measured = [.. ((JobStatus[])[JobStatus.Queued, JobStatus.InProgress]).Select(status =>
            new Measurement<long>(jobs.Count(job => job.Status == status), Tag(status)))];

    internal void Ended(JobStatus status) => _ended.Add(1, Tag(status));

    private static KeyValuePair<string, object?> Tag(JobStatus status) => new(Status, status.WireValue());
}
