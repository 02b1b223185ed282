using Amazon.TranscribeService;
using Amazon.TranscribeService.Model;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Moq;
using TranscribeConsole.Services.Jobs;
using TranscribeConsole.Services.Limits;

namespace TranscribeConsole.Services.Tests.Jobs;

/// <summary>The clock, lost answers and a throttling AWS are the seams that no real part can reach.</summary>
public sealed class JobBatchTests
{
    private static readonly ServiceLimits Limits = ServiceLimits.Load();

    private readonly LeapingClock _clock = new();
    private readonly Mock<IAmazonTranscribeService> _aws = new(MockBehavior.Strict);
    private readonly Dictionary<string, TranscriptionJob> _jobs = [];
    private readonly List<(string Name, DateTimeOffset At)> _asked = [];
    private readonly Queue<Func<Exception?>> _answers = new();
    private readonly StartPace _pace;
    private readonly JobStarter _starter;

    public JobBatchTests()
    {
        _aws.Setup(aws => aws.StartTranscriptionJobAsync(It.IsAny<StartTranscriptionJobRequest>(), It.IsAny<CancellationToken>()))
            .Returns((StartTranscriptionJobRequest request, CancellationToken _) => Task.FromResult(Start(request)));
        _aws.Setup(aws => aws.GetTranscriptionJobAsync(It.IsAny<GetTranscriptionJobRequest>(), It.IsAny<CancellationToken>()))
            .Returns((GetTranscriptionJobRequest request, CancellationToken _) => Task.FromResult(new GetTranscriptionJobResponse { TranscriptionJob = _jobs[request.TranscriptionJobName!] }));
        _aws.Setup(aws => aws.ListTranscriptionJobsAsync(It.IsAny<ListTranscriptionJobsRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new ListTranscriptionJobsResponse { TranscriptionJobSummaries = [] });
        _pace = new StartPace(Limits, _clock);
        _starter = new JobStarter(new TranscriptionJobs(_aws.Object, Limits, NullLogger<TranscriptionJobs>.Instance), _clock);
    }

    [Fact]
    public async Task Every_row_becomes_a_job_with_the_settings_and_its_own_name_and_medium()
    {
        var batch = Batch(3);

        await RunAsync(batch);

        Assert.True(batch.IsComplete);
        Assert.Equal(["call-1", "call-2", "call-3"], _asked.Select(ask => ask.Name));
        Assert.Equal("s3://media/2.wav", _jobs["call-2"].Media?.MediaFileUri);
        Assert.All(_jobs.Values, job => Assert.Equal("de-DE", job.LanguageCode));
    }

    [Fact]
    public async Task Starts_of_all_batches_together_stay_at_half_of_the_rate_of_the_service()
    {
        await RunAsync(Batch(20, "a"));
        await RunAsync(Batch(20, "b"));

        var apart = TimeSpan.FromSeconds(2.0 / Limits.Quotas.StartRequestsPerSecond);
        Assert.Equal(39, _asked.Zip(_asked.Skip(1), (one, next) => next.At - one.At).Count(pause => pause == apart));
    }

    [Fact]
    public void Turns_asked_for_at_the_same_time_are_spaced()
    {
        var clock = new LeapingClock { Leaps = false };
        var pace = new StartPace(Limits, clock);

        for (var i = 0; i < 4; i++) _ = pace.WaitAsync(CancellationToken.None);

        Assert.Equal([80, 160, 240], clock.Waits.Select(wait => wait.TotalMilliseconds));
    }

    [Fact]
    public async Task A_row_for_which_the_database_fails_does_not_stop_the_others()
    {
        _answers.Enqueue(() => new DbUpdateException("busy", new SqliteException("database is locked", 5)));
        var batch = Batch(3);

        await RunAsync(batch);

        Assert.Equal([BatchRowState.Failed, BatchRowState.Created, BatchRowState.Created], batch.Rows.Select(row => row.State));
        Assert.StartsWith("The console's database could not be used.", batch.Rows[0].Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_is_refused_says_why_and_is_tried_again_alone()
    {
        var batch = Batch(3);
        _answers.Enqueue(Fine);
        _answers.Enqueue(() => Error("BadRequestException", "The S3 URI that you provided can't be accessed."));

        await RunAsync(batch);

        Assert.True(batch is { IsSettled: true, IsComplete: false, CreatedCount: 2, FailedCount: 1 });
        Assert.Equal("The S3 URI that you provided can't be accessed.", batch.Rows[1].Error);

        batch.Rows[1].Retry();
        await RunAsync(batch);

        Assert.True(batch.IsComplete);
        Assert.Equal(["call-1", "call-2", "call-3", "call-2"], _asked.Select(ask => ask.Name));
    }

    [Fact]
    public async Task A_lost_answer_does_not_make_a_second_job_when_it_is_tried_again()
    {
        var batch = Batch(1);
        _answers.Enqueue(() => new HttpRequestException("reset"));
        await RunAsync(batch);
        Assert.Contains("may have been created", batch.Rows[0].Error, StringComparison.Ordinal);

        _jobs["call-1"] = JobOf("call-1", "s3://media/1.wav"); // it was
        batch.Rows[0].Retry();
        await RunAsync(batch);

        Assert.True(batch.IsComplete);
    }

    [Fact]
    public async Task A_job_of_the_same_name_with_another_medium_is_another_one()
    {
        var batch = Batch(1);
        _jobs["call-1"] = JobOf("call-1", "s3://media/other.wav");

        await RunAsync(batch);

        Assert.Equal(BatchRowState.Failed, batch.Rows[0].State);
        Assert.Contains("already exists", batch.Rows[0].Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Throttling_is_waited_out_with_growing_pauses()
    {
        var batch = Batch(1);
        for (var i = 0; i < 3; i++) _answers.Enqueue(() => Error("ThrottlingException", "Rate exceeded"));

        await RunAsync(batch);

        Assert.True(batch.IsComplete);
        Assert.Equal([1.0, 2.0, 4.0], _asked.Zip(_asked.Skip(1), (one, next) => (next.At - one.At).TotalSeconds));
    }

    [Fact]
    public async Task Throttling_without_end_fails_the_row_and_not_the_others()
    {
        var batch = Batch(2);
        for (var i = 0; i < 5; i++) _answers.Enqueue(() => Error("ThrottlingException", "Rate exceeded"));

        await RunAsync(batch);

        Assert.Equal([BatchRowState.Failed, BatchRowState.Created], batch.Rows.Select(row => row.State));
    }

    [Fact]
    public async Task A_full_quota_advises_the_job_queue_unless_it_is_on()
    {
        var (without, with) = (Batch(1), Batch(1, "q", form => form.JobQueue = true));
        for (var i = 0; i < 2; i++) _answers.Enqueue(() => Error("LimitExceededException", "Too many jobs."));

        await RunAsync(without);
        await RunAsync(with);

        Assert.Contains("Add to job queue", without.Rows[0].Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Add to job queue", with.Rows[0].Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_without_its_medium_is_left_until_it_comes()
    {
        var batch = Batch(2);
        batch.Rows[0].MediaUri = "";

        await RunAsync(batch);
        Assert.Equal([BatchRowState.Waiting, BatchRowState.Created], batch.Rows.Select(row => row.State));
        batch.Rows[0].Provide("s3://media/late.wav");
        await RunAsync(batch);

        Assert.True(batch.IsComplete);
        Assert.Equal("s3://media/late.wav", _jobs["call-1"].Media?.MediaFileUri);
    }

    [Fact]
    public async Task Run_twice_at_once_starts_each_row_once()
    {
        var batch = Batch(3);

        await Task.WhenAll(RunAsync(batch), RunAsync(batch));

        Assert.Equal(3, _asked.Count);
    }

    [Fact]
    public async Task What_was_kept_before_the_answer_goes_on_in_another_circuit_without_a_second_job()
    {
        var batch = Batch(2);
        List<BatchRow>? kept = null;
        batch.Changed = () =>
        {
            kept ??= [.. batch.Rows.Select(row => new BatchRow { File = row.File, Name = row.Name, MediaUri = row.MediaUri, State = row.State })];
            return Task.CompletedTask;
        };
        await RunAsync(batch);
        var again = new JobBatch(Settings(), kept!);
        Assert.Equal([BatchRowState.Starting, BatchRowState.Waiting], again.Rows.Select(row => row.State));

        again.Resume();
        await RunAsync(again);

        Assert.True(again.IsComplete);
        Assert.Equal(2, _jobs.Count);
    }

    [Fact]
    public async Task Stopped_it_asks_for_no_further_row()
    {
        var batch = Batch(3);
        using var stop = new CancellationTokenSource();
        batch.Changed = async () =>
        {
            if (batch.CreatedCount == 1) await stop.CancelAsync();
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunAsync(batch, stop.Token));

        Assert.Equal([BatchRowState.Created, BatchRowState.Waiting, BatchRowState.Waiting], batch.Rows.Select(row => row.State));
        Assert.Single(_asked);
    }

    private static JobForm Settings() => new() { LanguageCode = "de-DE" };

    private static JobBatch Batch(int count, string prefix = "call", Action<JobForm>? change = null)
    {
        var settings = Settings();
        change?.Invoke(settings);
        return new JobBatch(settings, [.. Enumerable.Range(1, count).Select(i => new BatchRow { File = i, FileName = $"{i}.wav", Name = $"{prefix}-{i}", MediaUri = $"s3://media/{i}.wav" })]);
    }

    private Task RunAsync(JobBatch batch, CancellationToken cancellationToken = default) => batch.RunAsync(_starter, _pace, _clock, cancellationToken);

    private StartTranscriptionJobResponse Start(StartTranscriptionJobRequest request)
    {
        var name = request.TranscriptionJobName!;
        _asked.Add((name, _clock.GetUtcNow()));
        if (_answers.TryDequeue(out var answer) && answer() is { } error) throw error;
        if (_jobs.ContainsKey(name)) throw Error("ConflictException", "The requested job name already exists. Use a different job name.");
        var job = JobOf(name, request.Media?.MediaFileUri!);
        _jobs.Add(name, job);
        return new StartTranscriptionJobResponse { TranscriptionJob = job };
    }

    private TranscriptionJob JobOf(string name, string mediaUri) => new()
    {
        TranscriptionJobName = name,
        TranscriptionJobStatus = TranscriptionJobStatus.IN_PROGRESS,
        LanguageCode = "de-DE",
        Media = new Amazon.TranscribeService.Model.Media { MediaFileUri = mediaUri },
        CreationTime = _clock.GetUtcNow().UtcDateTime,
    };

    private static Exception? Fine() => null;

    private static AmazonTranscribeServiceException Error(string code, string message) => new(message) { ErrorCode = code, StatusCode = System.Net.HttpStatusCode.BadRequest };

    /// <summary>Whoever waits is at the end of the waiting at once.</summary>
    private sealed class LeapingClock : TimeProvider
    {
        private DateTimeOffset _now = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

        public bool Leaps { get; init; } = true;

        public List<TimeSpan> Waits { get; } = [];

        public override DateTimeOffset GetUtcNow() => _now;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Waits.Add(dueTime);
            if (!Leaps) return base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, period);
            _now += dueTime;
            return base.CreateTimer(callback, state, TimeSpan.Zero, period);
        }
    }
}
