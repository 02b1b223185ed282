namespace TranscribeConsole.LocalAws.Recognition.Engine;

/// <summary>One job's segments on their way through the pool. Disposing withdraws what has not begun.</summary>
internal sealed class RecogniserLane(RecogniserPool pool, bool withOthers) : IDisposable
{
    private readonly SemaphoreSlim _free = new(pool.LookAhead);

    /// <summary>In order of arrival; guarded by the pool's lock.</summary>
    internal Queue<RecogniserPool.PendingSegment> Waiting { get; } = new();

    /// <summary>Waits for a place in the lane, then answers with the recognition under way.</summary>
    /// <param name="samples">16-bit samples at 16 kHz.</param>
    public async Task<Task<IReadOnlyList<RecognisedWord>>> BeginAsync(short[] samples, CancellationToken cancellationToken)
    {
        await _free.WaitAsync(cancellationToken);
        var segment = new RecogniserPool.PendingSegment(samples, withOthers);
        pool.Enqueue(this, segment);
        return FreePlaceAfterAsync(segment.Done.Task);
    }

    public void Dispose()
    {
        foreach (var segment in pool.Withdraw(this)) segment.Done.TrySetCanceled();
    }

    private async Task<IReadOnlyList<RecognisedWord>> FreePlaceAfterAsync(Task<IReadOnlyList<RecognisedWord>> recognition)
    {
        try
        {
            return await recognition;
        }
        finally
        {
            _free.Release();
        }
    }
}
