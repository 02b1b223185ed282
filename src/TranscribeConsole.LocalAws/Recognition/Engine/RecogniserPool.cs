namespace TranscribeConsole.LocalAws.Recognition.Engine;

/// <summary>
/// The recognisers of one backend, one per core, shared by all jobs. Each job has a lane; a free recogniser takes one segment from
/// the lane whose turn it is, and that lane goes to the end of the row: a job of four hours and one of ten seconds get equal shares.
/// </summary>
/// <remarks>
/// Recognition blocks for seconds, so it has threads of its own: the shared pool of threads must stay free for requests. A thread
/// and its recogniser are made when there is work and no idle one, and end when there was none for a while: a recogniser takes 91 MB.
/// </remarks>
/// <param name="idleTime">How long a recogniser is kept without work; null: <see cref="DefaultIdleTime"/>.</param>
internal sealed class RecogniserPool(Func<ISegmentRecogniser> create, int size, TimeSpan? idleTime = null) : IDisposable
{
    public static readonly TimeSpan DefaultIdleTime = TimeSpan.FromMinutes(5);

    private readonly Lock _gate = new();
    private readonly Lock _creating = new();
    private readonly SemaphoreSlim _work = new(0); // one count per waiting segment, and one per thread when stopping
    private readonly LinkedList<RecogniserLane> _turns = new(); // under _gate; lanes with waiting segments only
    private int _threads; // under _gate
    private int _idle; // under _gate
    private int _waiting; // under _gate
    private bool _stopping; // under _gate

    /// <summary>Segments of one job that may wait or be in work: enough to keep every recogniser busy, few enough to bound memory.</summary>
    public int LookAhead { get; } = 2 * size + 2;

    /// <param name="withOthers">Whether each word also gets what may have been said instead.</param>
    public RecogniserLane OpenLane(bool withOthers = false) => new(this, withOthers);

    /// <summary>Fails what waits. A recogniser at work finishes its segment, for nobody, and is freed then.</summary>
    public void Dispose()
    {
        List<RecogniserLane> lanes;
        lock (_gate)
        {
            if (_stopping) return;
            _stopping = true;
            lanes = [.. _turns];
            if (_threads > 0) _work.Release(_threads);
        }

        foreach (var lane in lanes) lane.Dispose();
    }

    internal void Enqueue(RecogniserLane lane, PendingSegment segment)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_stopping, this);
            lane.Waiting.Enqueue(segment);
            if (lane.Waiting.Count == 1) _turns.AddLast(lane);
            if (++_waiting > _idle && _threads < size) StartThread();
            _work.Release();
        }
    }

    internal IReadOnlyList<PendingSegment> Withdraw(RecogniserLane lane)
    {
        lock (_gate)
        {
            _turns.Remove(lane);
            PendingSegment[] waiting = [.. lane.Waiting];
            _waiting -= waiting.Length;
            lane.Waiting.Clear();
            return waiting;
        }
    }

    private void StartThread()
    {
        _threads++;
        _idle++;
        new Thread(Work) { IsBackground = true, Name = $"Recogniser {_threads}" }.Start();
    }

    private void Work()
    {
        ISegmentRecogniser? recogniser = null;
        try
        {
            while (WaitForSegment())
            {
                if (TakeNext() is { } segment) recogniser = Recognise(recogniser, segment);
                lock (_gate) _idle++;
            }
        }
        finally
        {
            recogniser?.Dispose();
        }
    }

    private bool WaitForSegment()
    {
        while (true)
        {
            var isWoken = _work.Wait(idleTime ?? DefaultIdleTime);
            lock (_gate)
            {
                // Work that came between the time-out and here has its count in the semaphore: it is not left to nobody.
                if (!isWoken && _work.CurrentCount > 0) continue;
                _idle--;
                if (!isWoken) _threads--;
                return isWoken && !_stopping;
            }
        }
    }

    // Null when the segment that this thread was woken for has been withdrawn.
    private PendingSegment? TakeNext()
    {
        lock (_gate)
        {
            if (_turns.First?.Value is not { } lane) return null;
            _turns.RemoveFirst();
            var segment = lane.Waiting.Dequeue();
            _waiting--;
            if (lane.Waiting.Count > 0) _turns.AddLast(lane);
            return segment;
        }
    }

    private ISegmentRecogniser? Recognise(ISegmentRecogniser? recogniser, PendingSegment segment)
    {
        try
        {
            recogniser ??= Create();
            segment.Done.TrySetResult(recogniser.Recognise(segment.Samples, segment.WithOthers));
            return recogniser;
        }
        catch (Exception e) // handed to the job that the segment belongs to; the next segment gets a fresh recogniser
        {
            segment.Done.TrySetException(e);
            recogniser?.Dispose();
            return null;
        }
    }

    // One after the other: the engine does not say whether its start-up may run twice at once.
    private ISegmentRecogniser Create()
    {
        lock (_creating) return create();
    }

    internal sealed record PendingSegment(short[] Samples, bool WithOthers)
    {
        public TaskCompletionSource<IReadOnlyList<RecognisedWord>> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
