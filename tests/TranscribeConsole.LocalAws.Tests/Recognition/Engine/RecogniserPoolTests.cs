using System.Collections.Concurrent;
using TranscribeConsole.LocalAws.Recognition.Engine;

namespace TranscribeConsole.LocalAws.Tests.Recognition.Engine;

public sealed class RecogniserPoolTests
{
    [Fact]
    public async Task Lanes_take_turns()
    {
        var recogniser = new StepRecogniser();
        using var pool = new RecogniserPool(() => recogniser, 1);
        using var lengthy = pool.OpenLane();
        using var brief = pool.OpenLane();
        var first = await lengthy.BeginAsync([1], CancellationToken.None);
        await recogniser.Begun.WaitAsync(CancellationToken.None);
        Task[] rest = [await lengthy.BeginAsync([2], default), await lengthy.BeginAsync([3], default), await brief.BeginAsync([100], default)];
        recogniser.Steps.Release(4);
        await Task.WhenAll([first, .. rest]);

        Assert.Equal([1, 2, 100, 3], recogniser.Taken);
    }

    [Fact]
    public async Task Lane_makes_a_job_wait_when_enough_of_it_is_in_work()
    {
        var recogniser = new StepRecogniser();
        using var pool = new RecogniserPool(() => recogniser, 1);
        using var lane = pool.OpenLane();
        for (var i = 0; i < pool.LookAhead; i++) await lane.BeginAsync([1], CancellationToken.None);
        var oneMore = lane.BeginAsync([1], CancellationToken.None);
        Assert.False(oneMore.IsCompleted);

        recogniser.Steps.Release();
        await oneMore;
        recogniser.Steps.Release(pool.LookAhead);
    }

    [Fact]
    public async Task Closed_lane_withdraws_what_waits_and_leaves_the_others_alone()
    {
        var recogniser = new StepRecogniser();
        using var pool = new RecogniserPool(() => recogniser, 1);
        using var other = pool.OpenLane();
        var lane = pool.OpenLane();
        var begun = await lane.BeginAsync([1], CancellationToken.None);
        await recogniser.Begun.WaitAsync(CancellationToken.None);
        var waiting = await lane.BeginAsync([2], CancellationToken.None);
        var others = await other.BeginAsync([3], CancellationToken.None);
        lane.Dispose();
        recogniser.Steps.Release(3);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        await begun;
        await others;
        Assert.Equal([1, 3], recogniser.Taken);
    }

    [Fact]
    public async Task Failed_segment_fails_alone_and_the_next_gets_a_fresh_recogniser()
    {
        var made = 0;
        using var pool = new RecogniserPool(() => Interlocked.Increment(ref made) == 1 ? new BrokenRecogniser() : new StepRecogniser(steps: 9), 1);
        using var lane = pool.OpenLane();

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await await lane.BeginAsync([1], CancellationToken.None));
        Assert.Empty(await await lane.BeginAsync([2], CancellationToken.None));
        Assert.Equal(2, made);
    }

    [Fact]
    public async Task Recognisers_are_made_when_needed_and_up_to_the_size()
    {
        var made = new ConcurrentQueue<StepRecogniser>();
        using var both = new CountdownEvent(2);
        using var pool = new RecogniserPool(
            () =>
            {
                var recogniser = new StepRecogniser(onBegin: () => { if (!both.IsSet) both.Signal(); });
                made.Enqueue(recogniser);
                return recogniser;
            },
            2);
        using var lane = pool.OpenLane();
        Assert.Empty(made);
        var work = new List<Task>();
        for (var i = 0; i < 4; i++) work.Add(await lane.BeginAsync([1], CancellationToken.None));
        both.Wait(); // both are at work at once, or this hangs
        foreach (var recogniser in made) recogniser.Steps.Release(4);
        await Task.WhenAll(work);

        Assert.Equal(2, made.Count);
    }

    [Fact]
    public async Task Disposed_pool_fails_what_waits()
    {
        var recogniser = new StepRecogniser();
        var pool = new RecogniserPool(() => recogniser, 1);
        using var lane = pool.OpenLane();
        await lane.BeginAsync([1], CancellationToken.None);
        await recogniser.Begun.WaitAsync(CancellationToken.None);
        var waiting = await lane.BeginAsync([2], CancellationToken.None);
        pool.Dispose();
        recogniser.Steps.Release(2);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => lane.BeginAsync([3], CancellationToken.None));
        await recogniser.Freed.WaitAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Recogniser_without_work_is_freed_and_another_is_made_when_there_is_some()
    {
        var made = new ConcurrentQueue<StepRecogniser>();
        using var pool = new RecogniserPool(
            () =>
            {
                made.Enqueue(new StepRecogniser(steps: 9));
                return made.Last();
            },
            1, idleTime: TimeSpan.FromMilliseconds(1));
        using var lane = pool.OpenLane();
        for (var count = 1; count <= 20; count++)
        {
            await await lane.BeginAsync([1], CancellationToken.None);
            await made.Last().Freed.WaitAsync(CancellationToken.None);
            Assert.Equal(count, made.Count);
        }
    }

    [Fact]
    public async Task Work_that_comes_as_a_recogniser_gives_up_is_never_left_lying()
    {
        using var pool = new RecogniserPool(() => new StepRecogniser(steps: int.MaxValue), 2, idleTime: TimeSpan.Zero);
        using var lane = pool.OpenLane();
        for (var count = 0; count < 500; count++) await await lane.BeginAsync([1], CancellationToken.None);
    }

    private sealed class BrokenRecogniser : ISegmentRecogniser
    {
        public IReadOnlyList<RecognisedWord> Recognise(ReadOnlySpan<short> samples, bool withOthers) => throw new InvalidOperationException("Broken.");

        public void Dispose()
        {
        }
    }

    /// <summary>Notes the first sample of each segment and finishes it when told to.</summary>
    private sealed class StepRecogniser(int steps = 0, Action? onBegin = null) : ISegmentRecogniser
    {
        public SemaphoreSlim Steps { get; } = new(steps);

        public SemaphoreSlim Begun { get; } = new(0);

        public SemaphoreSlim Freed { get; } = new(0);

        public ConcurrentQueue<int> Taken { get; } = new();

        public IReadOnlyList<RecognisedWord> Recognise(ReadOnlySpan<short> samples, bool withOthers)
        {
            Taken.Enqueue(samples[0]);
            Begun.Release();
            onBegin?.Invoke();
            Steps.Wait();
            return [];
        }

        public void Dispose() => Freed.Release();
    }
}
