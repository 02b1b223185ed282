using Amazon.TranscribeService;
using Amazon.TranscribeService.Model;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Moq;
using TranscribeConsole.Services.Jobs;
using TranscribeConsole.Services.Limits;

namespace TranscribeConsole.Services.Tests.Jobs;

/// <summary>The clock and a throttling AWS are the seams that no real part can reach.</summary>
public sealed class JobMonitorTests : IAsyncDisposable
{
    private static readonly DateTime Epoch = new(2026, 3, 1, 8, 0, 0, DateTimeKind.Utc);

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(Epoch));
    private readonly Mock<IAmazonTranscribeService> _aws = new(MockBehavior.Strict);
    private readonly List<TranscriptionJobSummary> _jobs = [];
    private readonly JobMonitor _monitor;
    private readonly JobSubscription _subscription;
    private readonly IAsyncEnumerator<JobChanges> _changes;
    private readonly CancellationTokenSource _giveUp = new(TimeSpan.FromSeconds(30));
    private int _lists;
    private bool _throttles;

    public JobMonitorTests()
    {
        _aws.Setup(aws => aws.ListTranscriptionJobsAsync(It.IsAny<ListTranscriptionJobsRequest>(), It.IsAny<CancellationToken>()))
            .Returns((ListTranscriptionJobsRequest request, CancellationToken _) => Task.FromResult(List(request)));
        _aws.Setup(aws => aws.GetTranscriptionJobAsync(It.IsAny<GetTranscriptionJobRequest>(), It.IsAny<CancellationToken>()))
            .Returns((GetTranscriptionJobRequest request, CancellationToken _) => Task.FromResult(Get(request)));
        var limits = ServiceLimits.Load();
        var jobs = new TranscriptionJobs(_aws.Object, account: null!, limits, NullLogger<TranscriptionJobs>.Instance);
        _monitor = new JobMonitor(jobs, limits, _clock, NullLogger<JobMonitor>.Instance);
        _subscription = _monitor.Subscribe();
        _changes = _subscription.ReadAllAsync(_giveUp.Token).GetAsyncEnumerator();
    }

    [Fact]
    public async Task A_job_that_ends_is_handed_over_with_its_new_status()
    {
        var shown = Add("call-1", "IN_PROGRESS");
        _subscription.Watch([shown]);
        await _monitor.StartAsync(default);
        _jobs[0].TranscriptionJobStatus = TranscriptionJobStatus.COMPLETED;

        var changes = await NextAsync();

        Assert.Equal(JobStatus.Completed, changes.Updated["call-1"].Status);
    }

    [Fact]
    public async Task A_job_deleted_by_somebody_else_is_handed_over_as_deleted()
    {
        _subscription.Watch([Add("call-1", "COMPLETED")]);
        _jobs.Clear();
        await _monitor.StartAsync(default);

        Assert.Contains("call-1", (await NextAsync()).Deleted);
    }

    [Fact]
    public async Task A_job_started_by_somebody_else_is_handed_over_as_created()
    {
        _subscription.Watch([Add("call-1", "COMPLETED")]);
        await _monitor.StartAsync(default);
        await UntilListedAsync(3);
        Add("call-2", "IN_PROGRESS", Epoch.AddMinutes(1));

        Assert.Equal(["call-2"], (await NextAsync()).Others.Keys);
    }

    [Fact]
    public async Task Throttling_is_told_once_slows_the_polling_and_ends_by_itself()
    {
        _subscription.Watch([Add("call-1", "IN_PROGRESS")]);
        _throttles = true;
        await _monitor.StartAsync(default);
        Assert.Contains("too many requests", (await NextAsync()).Failure, StringComparison.Ordinal);

        await AdvanceAsync(TimeSpan.FromSeconds(120));
        Assert.InRange(_lists, 1, 10); // Sixty ticks of two seconds have passed.

        _throttles = false;
        Assert.Null((await NextAsync()).Failure);
    }

    [Fact]
    public async Task An_answer_nobody_foresaw_is_told_and_the_monitor_goes_on()
    {
        _subscription.Watch([Add("call-1", "IN_PROGRESS")]);
        _aws.SetupSequence(aws => aws.ListTranscriptionJobsAsync(It.IsAny<ListTranscriptionJobsRequest>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new InvalidOperationException("surprise"))
            .ReturnsAsync(new ListTranscriptionJobsResponse())
            .ReturnsAsync(new ListTranscriptionJobsResponse())
            .ReturnsAsync(new ListTranscriptionJobsResponse());
        await _monitor.StartAsync(default);

        Assert.NotNull((await NextAsync()).Failure);

        _jobs[0].TranscriptionJobStatus = TranscriptionJobStatus.FAILED;
        var changes = await NextAsync();
        Assert.Equal(JobStatus.Failed, changes.Updated["call-1"].Status);
    }

    [Fact]
    public async Task The_requests_stay_below_half_of_the_quota_with_300_jobs_running()
    {
        for (var i = 0; i < 300; i++) Add($"call-{i}", "IN_PROGRESS");
        _subscription.Watch([]);
        await _monitor.StartAsync(default);

        await AdvanceAsync(TimeSpan.FromSeconds(60));

        Assert.InRange(_lists, 30, 60 * 5 / 2);
    }

    [Fact]
    public async Task Nothing_is_asked_when_nobody_looks()
    {
        Add("call-1", "IN_PROGRESS");
        _subscription.Dispose();
        await _monitor.StartAsync(default);

        await AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(0, _lists);
    }

    public async ValueTask DisposeAsync()
    {
        await _monitor.StopAsync(default);
        _monitor.Dispose();
        _subscription.Dispose();
        _giveUp.Dispose();
    }

    private JobRow Add(string name, string status, DateTime? created = null)
    {
        var summary = new TranscriptionJobSummary
        {
            TranscriptionJobName = name,
            TranscriptionJobStatus = status,
            CreationTime = created ?? Epoch,
            LanguageCode = LanguageCode.EnUS,
            OutputLocationType = OutputLocationType.SERVICE_BUCKET,
        };
        _jobs.Insert(0, summary);
        return new JobMapping(ServiceLimits.Load()).Row(summary);
    }

    private ListTranscriptionJobsResponse List(ListTranscriptionJobsRequest request)
    {
        Interlocked.Increment(ref _lists);
        if (_throttles) throw new AmazonTranscribeServiceException("Rate exceeded") { ErrorCode = "ThrottlingException" };
        var skip = int.Parse(request.NextToken ?? "0", System.Globalization.CultureInfo.InvariantCulture);
        var found = _jobs.Where(job => request.Status is null || job.TranscriptionJobStatus == request.Status).Skip(skip).ToList();
        return new ListTranscriptionJobsResponse
        {
            TranscriptionJobSummaries = [.. found.Take(request.MaxResults ?? 5)],
            NextToken = found.Count > request.MaxResults ? $"{skip + request.MaxResults}" : null,
        };
    }

    private GetTranscriptionJobResponse Get(GetTranscriptionJobRequest request) =>
        _jobs.Find(job => job.TranscriptionJobName == request.TranscriptionJobName) is { } found
            ? new GetTranscriptionJobResponse
            {
                TranscriptionJob = new TranscriptionJob
                {
                    TranscriptionJobName = found.TranscriptionJobName,
                    TranscriptionJobStatus = found.TranscriptionJobStatus,
                    CreationTime = found.CreationTime,
                    LanguageCode = found.LanguageCode,
                },
            }
            : throw new BadRequestException("The requested job couldn't be found. Check the job name and try your request again.")
            {
                ErrorCode = "BadRequestException",
            };

    // The clock runs in small steps, each giving the monitor's thread its turn, until a hand-over comes.
    private async Task<JobChanges> NextAsync()
    {
        var next = _changes.MoveNextAsync().AsTask();
        while (!next.IsCompleted)
        {
            _giveUp.Token.ThrowIfCancellationRequested();
            await StepAsync();
        }

        Assert.True(await next);
        return _changes.Current;
    }

    private async Task UntilListedAsync(int lists)
    {
        while (_lists < lists) await StepAsync();
    }

    private async Task AdvanceAsync(TimeSpan span)
    {
        for (var passed = TimeSpan.Zero; passed < span; passed += TimeSpan.FromMilliseconds(250)) await StepAsync();
    }

    private async Task StepAsync()
    {
        for (var turn = 0; turn < 20; turn++) await Task.Yield();
        await Task.Delay(1, _giveUp.Token);
        _clock.Advance(TimeSpan.FromMilliseconds(250));
    }
}
