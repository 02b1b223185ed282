using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace TranscribeConsole.Web.Monitoring;

/// <summary>Adds up what this console's instruments told since its start, for people without a monitoring system.</summary>
internal sealed class Measurements : IDisposable
{
    // By instrument, the tags that are told apart.
    private static readonly Dictionary<string, string[]> Watched = new()
    {
        [Instruments.RequestDuration] = ["http.response.status_code"],
        [Instruments.ActiveRequests] = [],
        [Instruments.ActiveCircuits] = [],
        [Instruments.ConnectedCircuits] = [],
        [Instruments.UploadSteps] = ["transcribeconsole.upload.step", Instruments.Error],
        [Instruments.UploadBytes] = [],
        [Instruments.ActiveParts] = [],
        [Instruments.SeenJobs] = [Instruments.JobStatus],
        [Instruments.LocalJobs] = [Instruments.JobStatus],
        [Instruments.ActiveJobs] = [],
        [Instruments.WaitingJobs] = [],
        [Instruments.Recognition] = [Instruments.Error],
        [Instruments.RecognisedAudio] = [Instruments.Error],
        [Instruments.AwsCalls] = ["rpc.service", "rpc.method", Instruments.Error],
        [Instruments.AwsThrottles] = ["rpc.service", "rpc.method"],
    };

    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<(string Instrument, string Tags), Sum> _sums = new();

    /// <param name="meters">This console's: two of them fit in one process.</param>
    public Measurements(IMeterFactory meters)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (ReferenceEquals(instrument.Meter.Scope, meters) && Watched.TryGetValue(instrument.Name, out var tags)) listener.EnableMeasurementEvents(instrument, tags);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, state) => Add(instrument, value, tags, state));
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, state) => Add(instrument, value, tags, state));
        _listener.SetMeasurementEventCallback<double>(Add);
        _listener.Start();
    }

    /// <summary>The sums of one instrument by the values of its tags, in the order of the values.</summary>
    public IReadOnlyList<Measured> Of(string instrument) =>
    [
        .. _sums.Where(sum => sum.Key.Instrument == instrument)
            .Select(sum => sum.Value.Read(sum.Key.Tags.Split('\n')))
            .OrderBy(measured => string.Join('\n', measured.Tags), StringComparer.Ordinal),
    ];

    /// <summary>Asks the instruments that tell a state only when they are asked.</summary>
    public void Refresh()
    {
        try
        {
            _listener.RecordObservableInstruments();
        }
        catch (AggregateException)
        {
            // One could not tell, for example because a database is busy: its last value stands.
        }
    }

    public void Dispose() => _listener.Dispose();

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state)
    {
        var sum = _sums.GetOrAdd((instrument.Name, Values(tags, (string[])state!)), _ => new Sum());
        if (instrument.IsObservable) sum.Set(value);
        else sum.Add(value);
    }

    private static string Values(ReadOnlySpan<KeyValuePair<string, object?>> tags, string[] names)
    {
        if (names.Length == 0) return "";
        var values = new string[names.Length];
        for (var i = 0; i < names.Length; i++)
        {
            values[i] = "";
            foreach (var tag in tags)
                if (tag.Key == names[i]) values[i] = tag.Value?.ToString() ?? "";
        }

        return string.Join('\n', values);
    }

    private sealed class Sum
    {
        private readonly Lock _lock = new();
        private long _count; // both guarded by _lock
        private double _total;

        public void Add(double value)
        {
            lock (_lock) (_count, _total) = (_count + 1, _total + value);
        }

        public void Set(double value)
        {
            lock (_lock) (_count, _total) = (1, value);
        }

        public Measured Read(IReadOnlyList<string> tags)
        {
            lock (_lock) return new Measured(tags, _count, _total);
        }
    }
}

/// <summary>What one instrument told with these values of its tags.</summary>
/// <param name="Count">Measurements.</param>
/// <param name="Total">Their sum; of an instrument that tells a state, the last one.</param>
internal sealed record Measured(IReadOnlyList<string> Tags, long Count, double Total);
