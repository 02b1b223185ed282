using System.Collections.Concurrent;
using Amazon.TranscribeService;
using Amazon.TranscribeService.Model;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Moq;
using TranscribeConsole.Services.Jobs;
using TranscribeConsole.Services.Limits;

namespace TranscribeConsole.Services.Tests.Jobs;

/// <summary>A monitor before a Transcribe of the test's. The clock and a throttling AWS are the seams that no real part can reach.</summary>
public abstract class MonitorHarness : IAsyncDisposable
{
    protected static readonly DateTime Epoch = new(2026, 3, 1, 8, 0, 0, DateTimeKind.Utc);

    protected FakeTimeProvider Clock { get; } = new(new DateTimeOffset(Epoch));
    protected Mock<IAmazonTranscribeService> Aws { get; } = new(MockBehavior.Strict);
    protected List<TranscriptionJobSummary> Jobs { get; } = [];
    protected JobMonitor Monitor { get; }
    protected JobSubscription Subscription { get; }
    private readonly IAsyncEnumerator<JobChanges> _changes;
    private readonly CancellationTokenSource _giveUp = new(TimeSpan.FromSeconds(30));
    /// <summary>Every request as its operation and what it asked for, in order.</summary>
    protected ConcurrentQueue<string> Requests { get; } = new();

    protected int Lists => Requests.Count(request => request.StartsWith("List", StringComparison.Ordinal));
    protected bool Throttles { get; set; }

    protected MonitorHarness()
    {
        Aws.Setup(aws => aws.ListTranscriptionJobsAsync(It.IsAny<ListTranscriptionJobsRequest>(), It.IsAny<CancellationToken>()))
            .Returns((ListTranscriptionJobsRequest request, CancellationToken _) => Task.FromResult(List(request)));
        Aws.Setup(aws => aws.GetTranscriptionJobAsync(It.IsAny<GetTranscriptionJobRequest>(), It.IsAny<CancellationToken>()))
            .Returns((GetTranscriptionJobRequest request, CancellationToken _) => Task.FromResult(Get(request)));
        var limits = ServiceLimits.Load();
        var jobs = new TranscriptionJobs(Aws.Object, limits, NullLogger<TranscriptionJobs>.Instance);
        Monitor = new JobMonitor(new AccountJobs(jobs), limits, Clock, new JobMetrics(NoMeters.Factory), NullLogger<JobMonitor>.Instance);
        Subscription = Monitor.Subscribe();
        _changes = Subscription.ReadAllAsync(_giveUp.Token).GetAsyncEnumerator();
    }

    public virtual async ValueTask DisposeAsync()
    {
        await Monitor.StopAsync(default);
        Monitor.Dispose();
        Subscription.Dispose();
        _giveUp.Dispose();
        GC.SuppressFinalize(this);
    }

    protected JobRow Add(string name, string status, DateTime? created = null)
    {
        var summary = new TranscriptionJobSummary
        {
            TranscriptionJobName = name,
            TranscriptionJobStatus = status,
            CreationTime = created ?? Epoch,
            LanguageCode = LanguageCode.EnUS,
            OutputLocationType = OutputLocationType.SERVICE_BUCKET,
        };
        Jobs.Insert(0, summary);
        return new JobMapping(ServiceLimits.Load()).Row(summary);
    }

    private ListTranscriptionJobsResponse List(ListTranscriptionJobsRequest request)
    {
        Requests.Enqueue($"List {request.Status} {request.NextToken}");
        if (Throttles) throw new AmazonTranscribeServiceException("Rate exceeded") { ErrorCode = "ThrottlingException" };
        var skip = int.Parse(request.NextToken ?? "0", System.Globalization.CultureInfo.InvariantCulture);
        var found = Jobs.Where(job => request.Status is null || job.TranscriptionJobStatus == request.Status).Skip(skip).ToList();
        return new ListTranscriptionJobsResponse
        {
            TranscriptionJobSummaries = [.. found.Take(request.MaxResults ?? 5)],
            NextToken = found.Count > request.MaxResults ? $"{skip + request.MaxResults}" : null,
        };
    }

    private GetTranscriptionJobResponse Get(GetTranscriptionJobRequest request)
    {
        Requests.Enqueue($"Get {request.TranscriptionJobName}");
        return Jobs.Find(job => job.TranscriptionJobName == request.TranscriptionJobName) is { } found
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
    }

    // The clock runs in small steps, each giving the monitor's thread its turn, until a hand-over comes.
    protected async Task<JobChanges> NextAsync()
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

    protected async Task UntilListedAsync(int lists)
    {
        while (Lists < lists) await StepAsync();
    }

    protected async Task AdvanceAsync(TimeSpan span)
    {
        for (var passed = TimeSpan.Zero; passed < span; passed += TimeSpan.FromMilliseconds(250)) await StepAsync();
    }

    protected async Task StepAsync()
    {
        int asked;
        do
        {
            asked = Requests.Count; // as long as it is asking, its step has not ended
            for (var turn = 0; turn < 20; turn++) await Task.Yield();
            await Task.Delay(1, _giveUp.Token);
        }
        while (Requests.Count != asked);
        Clock.Advance(TimeSpan.FromMilliseconds(250));
    }
}
