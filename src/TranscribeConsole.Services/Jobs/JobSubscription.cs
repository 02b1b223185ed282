using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace TranscribeConsole.Services.Jobs;

/// <summary>One page's view of the monitor.</summary>
public sealed class JobSubscription : IDisposable
{
    private static readonly TimeSpan Coalescing = TimeSpan.FromMilliseconds(250);

    private readonly Lock _lock = new();
    private readonly JobMonitor _monitor;
    private readonly TimeProvider _clock;

    // Holds one signal at most: the changes themselves wait in the fields below, merged.
    private readonly Channel<bool> _signal = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    // All below are guarded by _lock.
    private readonly Dictionary<string, JobRow> _watched = [];
    private readonly Dictionary<string, JobRow> _updated = [];
    private readonly HashSet<string> _deleted = [];
    private readonly Dictionary<string, JobRow> _others = [];
    private string? _failure;
    private string? _failureTold;

    internal JobSubscription(JobMonitor monitor, TimeProvider clock) => (_monitor, _clock) = (monitor, clock);

    /// <summary>Sets the jobs whose changes are wanted, with the state in which the page shows them; replaces the earlier set.</summary>
    public void Watch(IEnumerable<JobRow> shown)
    {
        lock (_lock)
        {
            _watched.Clear();
            foreach (var row in shown) _watched[row.Name] = row;
            foreach (var name in _updated.Keys.Where(name => !_watched.ContainsKey(name)).ToArray()) _updated.Remove(name);
            _deleted.IntersectWith(_watched.Keys);
        }

        _monitor.Nudge();
    }

    /// <summary>Changes, coalesced to one hand-over about every 250 ms; ends when the subscription is disposed or the token is cancelled.</summary>
    public async IAsyncEnumerable<JobChanges> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var _ in _signal.Reader.ReadAllAsync(cancellationToken))
        {
            if (Take() is { } changes) yield return changes;
            await Task.Delay(Coalescing, _clock, cancellationToken);
        }
    }

    public void Dispose()
    {
        _monitor.Remove(this);
        _signal.Writer.TryComplete();
    }

    /// <summary>The jobs as this page shows them.</summary>
    internal IReadOnlyList<JobRow> Watched
    {
        get
        {
            lock (_lock) return [.. _watched.Values];
        }
    }

    internal void Publish(JobRow row)
    {
        lock (_lock)
        {
            if (!_watched.TryGetValue(row.Name, out var shown) || shown == row) return;
            _watched[row.Name] = row;
            _updated[row.Name] = row;
        }

        _signal.Writer.TryWrite(true);
    }

    internal void PublishDeleted(string name)
    {
        lock (_lock)
        {
            if (!_watched.Remove(name)) return;
            _updated.Remove(name);
            _deleted.Add(name);
        }

        _signal.Writer.TryWrite(true);
    }

    internal void PublishOthers(IReadOnlyCollection<JobRow> rows)
    {
        lock (_lock)
        {
            foreach (var row in rows)
            {
                if (!_watched.ContainsKey(row.Name)) _others[row.Name] = row;
            }

            if (_others.Count == 0) return;
        }

        _signal.Writer.TryWrite(true);
    }

    internal void PublishFailure(string? failure)
    {
        lock (_lock)
        {
            if (_failure == failure) return;
            _failure = failure;
        }

        _signal.Writer.TryWrite(true);
    }

    private JobChanges? Take()
    {
        lock (_lock)
        {
            if (_updated.Count + _deleted.Count + _others.Count == 0 && _failure == _failureTold) return null;
            var changes = new JobChanges(
                new Dictionary<string, JobRow>(_updated), new HashSet<string>(_deleted), new Dictionary<string, JobRow>(_others), _failure);
            _updated.Clear();
            _deleted.Clear();
            _others.Clear();
            _failureTold = _failure;
            return changes;
        }
    }
}
