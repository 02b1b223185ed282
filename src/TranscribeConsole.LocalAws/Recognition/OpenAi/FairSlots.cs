namespace TranscribeConsole.LocalAws.Recognition.OpenAi;

/// <summary>A number of slots that jobs take in turn: a free one goes to the job that has waited longest since its last.</summary>
internal sealed class FairSlots(int slots)
{
    private readonly Lock _gate = new();
    private readonly LinkedList<Line> _turns = new(); // under _gate; lines with somebody waiting
    private int _free = slots; // under _gate

    public Line OpenLine() => new(this);

    private Task<IDisposable> EnterAsync(Line line, CancellationToken cancellationToken)
    {
        var waiting = new TaskCompletionSource<IDisposable>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            line.Waiting.Enqueue(waiting);
            if (line.Waiting.Count == 1) _turns.AddLast(line);
            HandOut();
        }

        return CancellableAsync(waiting, cancellationToken);
    }

    private static async Task<IDisposable> CancellableAsync(TaskCompletionSource<IDisposable> waiting, CancellationToken cancellationToken)
    {
        // Whoever hands out passes over those that are cancelled.
        await using var registration = cancellationToken.Register(() => waiting.TrySetCanceled(cancellationToken));
        return await waiting.Task;
    }

    // Under _gate.
    private void HandOut()
    {
        while (_free > 0 && _turns.First?.Value is { } line)
        {
            _turns.RemoveFirst();
            var next = line.Waiting.Dequeue();
            if (line.Waiting.Count > 0) _turns.AddLast(line);
            if (next.TrySetResult(new Slot(this))) _free--;
        }
    }

    private void Leave()
    {
        lock (_gate)
        {
            _free++;
            HandOut();
        }
    }

    /// <summary>One job's place in the row.</summary>
    internal sealed class Line(FairSlots slots)
    {
        /// <summary>Guarded by the lock of the slots.</summary>
        internal Queue<TaskCompletionSource<IDisposable>> Waiting { get; } = new();

        /// <summary>Waits for a slot, which is free again when the result is disposed.</summary>
        public Task<IDisposable> EnterAsync(CancellationToken cancellationToken) => slots.EnterAsync(this, cancellationToken);
    }

    private sealed class Slot(FairSlots slots) : IDisposable
    {
        private FairSlots? _slots = slots;

        public void Dispose() => Interlocked.Exchange(ref _slots, null)?.Leave();
    }
}
