using Amazon.TranscribeService;
using Amazon.TranscribeService.Model;
using Moq;
using TranscribeConsole.Services.Jobs;

namespace TranscribeConsole.Services.Tests.Jobs;

public sealed class JobMonitorTests : MonitorHarness
{
    [Fact]
    public async Task A_job_that_ends_is_handed_over_with_its_new_status()
    {
        var shown = Add("call-1", "IN_PROGRESS");
        Subscription.Watch([shown]);
        await Monitor.StartAsync(default);
        Jobs[0].TranscriptionJobStatus = TranscriptionJobStatus.COMPLETED;

        var changes = await NextAsync();

        Assert.Equal(JobStatus.Completed, changes.Updated["call-1"].Status);
    }

    [Fact]
    public async Task A_job_deleted_by_somebody_else_is_handed_over_as_deleted()
    {
        Subscription.Watch([Add("call-1", "COMPLETED")]);
        Jobs.Clear();
        await Monitor.StartAsync(default);

        Assert.Contains("call-1", (await NextAsync()).Deleted);
    }

    [Fact]
    public async Task A_job_started_by_somebody_else_is_handed_over_as_created()
    {
        Subscription.Watch([Add("call-1", "COMPLETED")]);
        await Monitor.StartAsync(default);
        await UntilListedAsync(3);
        Add("call-2", "IN_PROGRESS", Epoch.AddMinutes(1));

        Assert.Equal(["call-2"], (await NextAsync()).Others.Keys);
    }

    [Fact]
    public async Task Throttling_is_told_once_slows_the_polling_and_ends_by_itself()
    {
        Subscription.Watch([Add("call-1", "IN_PROGRESS")]);
        Throttles = true;
        await Monitor.StartAsync(default);
        Assert.Contains("too many requests", (await NextAsync()).Failure, StringComparison.Ordinal);

        await AdvanceAsync(TimeSpan.FromSeconds(120));
        Assert.InRange(Lists, 1, 10); // Sixty ticks of two seconds have passed.

        Throttles = false;
        Assert.Null((await NextAsync()).Failure);
    }

    [Fact]
    public async Task An_answer_nobody_foresaw_is_told_and_the_monitor_goes_on()
    {
        Subscription.Watch([Add("call-1", "IN_PROGRESS")]);
        Aws.SetupSequence(aws => aws.ListTranscriptionJobsAsync(It.IsAny<ListTranscriptionJobsRequest>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new InvalidOperationException("surprise"))
            .ReturnsAsync(new ListTranscriptionJobsResponse())
            .ReturnsAsync(new ListTranscriptionJobsResponse())
            .ReturnsAsync(new ListTranscriptionJobsResponse());
        await Monitor.StartAsync(default);

        Assert.NotNull((await NextAsync()).Failure);

        Jobs[0].TranscriptionJobStatus = TranscriptionJobStatus.FAILED;
        var changes = await NextAsync();
        while (changes.Updated.Count == 0) changes = await NextAsync(); // the end of the failure may be told alone
        Assert.Equal(JobStatus.Failed, changes.Updated["call-1"].Status);
    }

    [Fact]
    public async Task The_requests_stay_below_half_of_the_quota_with_300_jobs_running()
    {
        for (var i = 0; i < 300; i++) Add($"call-{i}", "IN_PROGRESS");
        Subscription.Watch([]);
        await Monitor.StartAsync(default);

        await AdvanceAsync(TimeSpan.FromSeconds(60));

        Assert.InRange(Lists, 30, 60 * 5 / 2);
    }

    [Fact]
    public async Task Nothing_is_asked_when_nobody_looks()
    {
        Add("call-1", "IN_PROGRESS");
        Subscription.Dispose();
        await Monitor.StartAsync(default);

        await AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(0, Lists);
    }

    [Fact]
    public async Task An_idle_monitor_stops_when_the_last_page_is_left()
    {
        Subscription.Watch([Add("call-1", "COMPLETED")]);
        await Monitor.StartAsync(default);
        await UntilListedAsync(3);
        Subscription.Dispose();
        await AdvanceAsync(TimeSpan.FromSeconds(10));
        var asked = Requests.Count;

        await AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(asked, Requests.Count);
    }

    [Fact]
    public async Task A_job_that_nobody_shows_is_handed_over_when_it_ends()
    {
        Add("call-1", "IN_PROGRESS");
        Subscription.Watch([]);
        await Monitor.StartAsync(default);
        await UntilListedAsync(3);
        Jobs[0].TranscriptionJobStatus = TranscriptionJobStatus.COMPLETED;

        Assert.Equal(JobStatus.Completed, (await NextAsync()).Others["call-1"].Status);
    }

    [Fact]
    public async Task Two_hundred_viewers_cost_the_requests_of_one_below_half_of_the_quotas()
    {
        await using var one = new Viewers(1);
        await using var many = new Viewers(200);
        await one.WatchAsync(looks: 12);
        await many.WatchAsync(looks: 12);

        Assert.Equal(one.Asked, many.Asked);
        Assert.InRange(many.PerSecond("List"), 0.5, 5 / 2.0);
        Assert.InRange(many.PerSecond("Get"), 0.4, 30 / 2.0);
    }

    /// <summary>250 running jobs, of which 25 end, before so many pages that show different ones.</summary>
    private sealed class Viewers : MonitorHarness
    {
        private const string FirstOfLook = "List IN_PROGRESS ";

        private readonly List<JobSubscription> _pages = [];

        public Viewers(int pages)
        {
            var rows = Enumerable.Range(0, 250).Select(i => Add($"call-{i}", "IN_PROGRESS", Epoch.AddSeconds(i))).ToArray();
            Subscription.Watch(rows[^10..]);
            for (var page = 1; page < pages; page++)
            {
                var subscription = Monitor.Subscribe();
                subscription.Watch(rows.Skip(page).Take(10));
                _pages.Add(subscription);
            }
        }

        /// <summary>The requests of all looks, but for the last, which may be under way.</summary>
        public IReadOnlyList<string> Asked => [.. Requests.Take(Requests.ToList().LastIndexOf(FirstOfLook))];

        private int Looks => Requests.Count(request => request == FirstOfLook);

        public double PerSecond(string operation) => Asked.Count(request => request.StartsWith(operation, StringComparison.Ordinal)) / (Clock.GetUtcNow() - Epoch).TotalSeconds;

        public async Task WatchAsync(int looks)
        {
            await Monitor.StartAsync(default);
            await UntilListedAsync(5);
            foreach (var job in Jobs.Take(25)) job.TranscriptionJobStatus = TranscriptionJobStatus.COMPLETED;
            while (Looks < looks) await StepAsync();
            foreach (var page in _pages) page.Dispose();
        }
    }
}
