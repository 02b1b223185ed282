namespace TranscribeConsole.Web.Monitoring;

/// <summary>The figures of the status page, since the start of the console.</summary>
internal sealed class ServerFigures(Measurements measurements, TimeProvider time)
{
    private readonly DateTimeOffset _started = time.GetUtcNow();

    public Figures Read()
    {
        measurements.Refresh();
        return new Figures
        {
            Started = _started,
            Uptime = time.GetUtcNow() - _started,
            MemoryBytes = Environment.WorkingSet,
            HeapBytes = GC.GetTotalMemory(forceFullCollection: false),
            Requests = Requests(),
            Uploads = Uploads(),
            Jobs = Jobs(),
            QueueLength = State(Instruments.WaitingJobs),
            ActiveJobs = State(Instruments.ActiveJobs),
            Recognition = Recognition(),
            Aws = Aws(),
        };
    }

    private RequestFigures Requests()
    {
        var answers = measurements.Of(Instruments.RequestDuration);
        return new(
            answers.Sum(answer => answer.Count),
            State(Instruments.ActiveRequests) ?? 0,
            Count(answers, answer => answer.Tags[0].StartsWith('4')),
            Count(answers, answer => answer.Tags[0].StartsWith('5')),
            State(Instruments.ActiveCircuits) ?? 0,
            State(Instruments.ConnectedCircuits) ?? 0);
    }

    private UploadFigures Uploads()
    {
        var steps = measurements.Of(Instruments.UploadSteps);
        return new(
            Count(steps, step => step.Tags is ["complete", ""]),
            Count(steps, step => step.Tags is ["abort", ""]),
            Count(steps, step => step.Tags[1].Length > 0),
            State(Instruments.UploadBytes) ?? 0,
            State(Instruments.ActiveParts) ?? 0);
    }

    // The local queue knows all; of another service what the monitor saw.
    private IReadOnlyList<(string Status, long Count)> Jobs()
    {
        var jobs = measurements.Of(Instruments.LocalJobs) is { Count: > 0 } local ? local : measurements.Of(Instruments.SeenJobs);
        return [.. jobs.Select(job => (job.Tags[0], (long)job.Total))];
    }

    private RecognitionFigures? Recognition()
    {
        var runs = measurements.Of(Instruments.Recognition);
        if (runs.Count == 0) return null;
        return new(
            Count(runs, run => run.Tags[0].Length == 0),
            Count(runs, run => run.Tags[0] == "Failed"),
            TimeSpan.FromSeconds(runs.Where(run => run.Tags[0].Length == 0).Sum(run => run.Total)),
            TimeSpan.FromSeconds(measurements.Of(Instruments.RecognisedAudio).Where(audio => audio.Tags[0].Length == 0).Sum(audio => audio.Total)));
    }

    private IReadOnlyList<AwsFigures> Aws()
    {
        var throttles = measurements.Of(Instruments.AwsThrottles).ToDictionary(throttle => (throttle.Tags[0], throttle.Tags[1]), throttle => (long)throttle.Total);
        return
        [
            .. measurements.Of(Instruments.AwsCalls).GroupBy(call => (call.Tags[0], call.Tags[1])).Select(calls => new AwsFigures(
                calls.Key.Item1, calls.Key.Item2, calls.Sum(call => call.Count), Count(calls, call => call.Tags[2].Length > 0), throttles.GetValueOrDefault(calls.Key),
                TimeSpan.FromSeconds(calls.Sum(call => call.Total) / calls.Sum(call => call.Count)))),
        ];
    }

    private long? State(string instrument) => measurements.Of(instrument) is [var state, ..] ? (long)state.Total : null;

    private static long Count(IEnumerable<Measured> measured, Func<Measured, bool> which) => measured.Where(which).Sum(one => one.Count);
}

public sealed record Figures
{
    public required DateTimeOffset Started { get; init; }

    public required TimeSpan Uptime { get; init; }

    /// <summary>Resident memory of the process.</summary>
    public required long MemoryBytes { get; init; }

    public required long HeapBytes { get; init; }

    public required RequestFigures Requests { get; init; }

    public required UploadFigures Uploads { get; init; }

    public required IReadOnlyList<(string Status, long Count)> Jobs { get; init; }

    /// <summary>Null: there is no local queue.</summary>
    public required long? QueueLength { get; init; }

    /// <inheritdoc cref="QueueLength"/>
    public required long? ActiveJobs { get; init; }

    /// <summary>Null: nothing was recognised here.</summary>
    public required RecognitionFigures? Recognition { get; init; }

    public required IReadOnlyList<AwsFigures> Aws { get; init; }
}

/// <param name="Refused">Answered 4xx.</param>
/// <param name="Failed">Answered 5xx.</param>
public sealed record RequestFigures(long Answered, long Active, long Refused, long Failed, long Circuits, long ConnectedCircuits);

public sealed record UploadFigures(long Completed, long Aborted, long FailedSteps, long Bytes, long ActiveParts);

public sealed record RecognitionFigures(long Media, long Failed, TimeSpan Time, TimeSpan Audio)
{
    /// <summary>Null: no audio yet.</summary>
    public double? RealTimeFactor => Audio > TimeSpan.Zero ? Time / Audio : null;
}

public sealed record AwsFigures(string Service, string Operation, long Calls, long Errors, long Throttles, TimeSpan Mean);
