using TranscribeConsole.Services.Jobs;
using TranscribeConsole.Web.Components.Jobs;

namespace TranscribeConsole.Web.Tests.Components;

public sealed class FinishedJobsTests
{
    private readonly FinishedJobs _jobs = new();

    [Fact]
    public void Only_jobs_that_were_seen_running_are_announced()
    {
        _jobs.Saw([Row("running", JobStatus.InProgress), Row("old", JobStatus.Completed)]);
        _jobs.Apply(Changes(Row("running", JobStatus.Completed), Row("old", JobStatus.Completed), Row("foreign", JobStatus.Failed)));

        Assert.Equal("(1) Complete: running — ", _jobs.Announcement);
        Assert.Empty(_jobs.Running);
    }

    [Fact]
    public void Announcement_counts_and_names_the_last()
    {
        _jobs.Saw([Row("a", JobStatus.Queued), Row("b", JobStatus.InProgress)]);
        _jobs.Apply(Changes(Row("a", JobStatus.Completed)));
        _jobs.Apply(Changes(Row("b", JobStatus.Failed)));

        Assert.Equal("(2) Failed: b — ", _jobs.Announcement);
    }

    [Fact]
    public void Looking_at_the_page_ends_the_announcement()
    {
        _jobs.Saw([Row("a", JobStatus.InProgress)]);
        _jobs.Apply(Changes(Row("a", JobStatus.Completed)));
        _jobs.Read();

        Assert.Null(_jobs.Announcement);
    }

    [Fact]
    public void Deleted_job_is_followed_no_longer_and_not_announced()
    {
        _jobs.Saw([Row("a", JobStatus.InProgress)]);
        _jobs.Apply(new JobChanges(new Dictionary<string, JobRow>(), new HashSet<string> { "a" }, new Dictionary<string, JobRow>(), null));

        Assert.Empty(_jobs.Running);
        Assert.Null(_jobs.Announcement);
    }

    [Fact]
    public void Job_that_goes_from_queue_to_work_stays_followed()
    {
        _jobs.Saw([Row("a", JobStatus.Queued)]);
        _jobs.Apply(Changes(Row("a", JobStatus.InProgress)));

        Assert.Equal(JobStatus.InProgress, Assert.Single(_jobs.Running).Status);
    }

    [Fact]
    public void No_more_than_the_hundred_seen_last_are_followed()
    {
        _jobs.Saw(Enumerable.Range(0, 100).Select(i => Row($"early-{i}", JobStatus.InProgress)));
        _jobs.Saw([Row("late", JobStatus.InProgress)]);

        Assert.Equal(100, _jobs.Running.Count);
        Assert.Equal("late", _jobs.Running[0].Name);
    }

    private static JobRow Row(string name, JobStatus status) =>
        new(name, status, "-", DateTimeOffset.UnixEpoch, null, null, null, OutputLocation.ServiceManaged);

    private static JobChanges Changes(params JobRow[] rows) =>
        new(rows.ToDictionary(row => row.Name), new HashSet<string>(), new Dictionary<string, JobRow>(), null);
}
