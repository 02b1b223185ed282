using Amazon.TranscribeService;
using Amazon.TranscribeService.Model;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Moq;
using TranscribeConsole.Services.Jobs;
using TranscribeConsole.Services.Limits;

namespace TranscribeConsole.Services.Tests.Jobs;

/// <summary>The clock and a throttling AWS are the seams that no real part can reach.</summary>
public sealed class JobDeletionsTests
{
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UnixEpoch);
    private readonly Mock<IAmazonTranscribeService> _aws = new(MockBehavior.Strict);
    private readonly List<(string Name, DateTimeOffset At)> _deleted = [];
    private readonly Dictionary<string, Queue<Exception>> _refusals = [];
    private readonly JobDeletions _deletions;

    public JobDeletionsTests()
    {
        _aws.Setup(aws => aws.DeleteTranscriptionJobAsync(It.IsAny<DeleteTranscriptionJobRequest>(), It.IsAny<CancellationToken>()))
            .Returns((DeleteTranscriptionJobRequest request, CancellationToken _) => DeleteAsync(request.TranscriptionJobName!));
        var limits = ServiceLimits.Load();
        _deletions = new JobDeletions(
            new TranscriptionJobs(_aws.Object, limits, NullLogger<TranscriptionJobs>.Instance), new DeletionPace(limits, _clock), _clock);
    }

    [Fact]
    public async Task Jobs_are_deleted_in_order_at_half_of_the_rate()
    {
        var all = Deletions("a", "b", "c", "d", "e", "f");
        await RunAsync(all);

        Assert.Equal(["a", "b", "c", "d", "e", "f"], _deleted.Select(d => d.Name));
        Assert.All(all, deletion => Assert.Equal(DeletionState.Deleted, deletion.State));
        // Five a second are granted; none comes before its turn.
        Assert.All(_deleted.Index(), deletion => Assert.True(deletion.Item.At >= DateTimeOffset.UnixEpoch + deletion.Index * TimeSpan.FromSeconds(0.4)));
    }

    [Fact]
    public async Task A_job_that_fails_stops_no_other_and_can_be_tried_again_alone()
    {
        _refusals["b"] = new([new BadRequestException("The job is in progress.") { ErrorCode = "BadRequestException", StatusCode = System.Net.HttpStatusCode.BadRequest }]);
        var all = Deletions("a", "b", "c");
        await RunAsync(all);

        Assert.Equal(["a", "c"], _deleted.Select(d => d.Name));
        Assert.Equal((DeletionState.Failed, "The job is in progress."), (all[1].State, all[1].Error));

        await RunAsync(all);
        Assert.Equal(["a", "c", "b"], _deleted.Select(d => d.Name));
        Assert.Equal((DeletionState.Deleted, null), (all[1].State, all[1].Error));
    }

    [Fact]
    public async Task Throttling_is_waited_out()
    {
        var throttled = new AmazonTranscribeServiceException("Rate exceeded") { ErrorCode = "ThrottlingException" };
        _refusals["a"] = new([throttled, throttled]);
        var all = Deletions("a");
        await RunAsync(all);

        Assert.Equal(DeletionState.Deleted, all[0].State);
        Assert.True(_deleted[0].At - DateTimeOffset.UnixEpoch >= TimeSpan.FromSeconds(6));
    }

    [Fact]
    public async Task Throttling_without_end_is_a_failure_with_its_reason()
    {
        _refusals["a"] = new(Enumerable.Repeat<Exception>(new AmazonTranscribeServiceException("Rate exceeded") { ErrorCode = "ThrottlingException" }, 4));
        var all = Deletions("a", "b");
        await RunAsync(all);

        Assert.Equal(DeletionState.Failed, all[0].State);
        Assert.Contains("too many requests", all[0].Error, StringComparison.Ordinal);
        Assert.Equal(DeletionState.Deleted, all[1].State);
    }

    [Fact]
    public async Task Every_change_is_told()
    {
        var all = Deletions("a", "b");
        var told = new List<string>();
        await RunAsync(all, () => told.Add(string.Join(' ', all.Select(deletion => deletion.State))));

        Assert.Equal(["Waiting Waiting", "Deleting Waiting", "Deleted Waiting", "Deleted Deleting", "Deleted Deleted"], told);
    }

    private static JobDeletion[] Deletions(params string[] names) =>
        [.. names.Select(name => new JobDeletion(new JobRow(name, JobStatus.Completed, "-", DateTimeOffset.UnixEpoch, null, null, null, OutputLocation.ServiceManaged)))];

    private Task<DeleteTranscriptionJobResponse> DeleteAsync(string name)
    {
        if (_refusals.TryGetValue(name, out var refusals) && refusals.TryDequeue(out var refusal)) throw refusal;
        _deleted.Add((name, _clock.GetUtcNow()));
        return Task.FromResult(new DeleteTranscriptionJobResponse());
    }

    // Between two steps of the clock everything that can go on has gone on: nothing here leaves the thread but for the clock.
    private async Task RunAsync(IReadOnlyList<JobDeletion> deletions, Action? changed = null)
    {
        var run = _deletions.RunAsync(deletions, changed ?? (() => { }), CancellationToken.None);
        using var giveUp = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!run.IsCompleted)
        {
            giveUp.Token.ThrowIfCancellationRequested();
            _clock.Advance(TimeSpan.FromMilliseconds(100));
            for (var turn = 0; turn < 50 && !run.IsCompleted; turn++) await Task.Yield();
        }

        await run;
    }
}
