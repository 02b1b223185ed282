using Microsoft.Extensions.DependencyInjection;
using TranscribeConsole.Services.Aws;
using TranscribeConsole.Services.Jobs;
using TranscribeConsole.Services.Tests.Backend;

namespace TranscribeConsole.Services.Tests.Jobs;

[Collection(OnLocalBackend.Name)]
public sealed class TranscriptionJobsTests(LocalBackend backend)
{
    [Fact]
    public async Task Started_job_is_found_with_what_the_form_said_and_gone_once_it_is_deleted()
    {
        var form = LocalBackend.Form();
        (form.SubtitleVtt, form.AudioIdentification) = (true, true);

        var started = await backend.Jobs.StartAsync(form, default);
        var job = await backend.Jobs.FindAsync(form.Name, default);

        Assert.Equal((form.Name, JobStatus.InProgress, "English, US (en-US)"), (started.Name, started.Status, started.Language));
        Assert.Equal((form.MediaUri, "Channel identification"), (job!.MediaUri, job.AudioIdentification));
        Assert.Equal(["vtt"], job.SubtitleFormats);

        await backend.Jobs.DeleteAsync(form.Name, default);
        await backend.Jobs.DeleteAsync(form.Name, default); // gone already: no error

        Assert.Null(await backend.Jobs.FindAsync(form.Name, default));
    }

    [Fact]
    public async Task Name_in_use_is_a_conflict()
    {
        var form = LocalBackend.Form();
        await backend.Jobs.StartAsync(form, default);

        var failure = await Assert.ThrowsAsync<AwsFailureException>(() => backend.Jobs.StartAsync(form, default));

        Assert.Equal((AwsFailureKind.Conflict, "The requested job name already exists. Use a different job name."), (failure.Kind, failure.Message));
    }

    [Fact]
    public async Task Media_that_is_not_there_is_the_services_own_refusal()
    {
        var failure = await Assert.ThrowsAsync<AwsFailureException>(() => backend.Jobs.StartAsync(LocalBackend.Form("absent.wav"), default));

        Assert.Equal(AwsFailureKind.BadRequest, failure.Kind);
        Assert.Contains("can't be accessed", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("no job name")]
    public async Task Job_that_does_not_exist_is_null(string name) => Assert.Null(await backend.Jobs.FindAsync(name, default));

    [Fact]
    public async Task List_pages_through_the_jobs_of_a_name_newest_first()
    {
        var forms = Enumerable.Range(0, 3).Select(_ => LocalBackend.Form()).ToList();
        var mark = Guid.NewGuid().ToString("n")[..8];
        foreach (var form in forms) await backend.Jobs.StartAsync(Named(form, $"{form.Name}-{mark}"), default);

        var first = await backend.Jobs.ListAsync(new JobQuery(mark.ToUpperInvariant(), PageSize: 2), default);
        var second = await backend.Jobs.ListAsync(new JobQuery(mark.ToUpperInvariant(), NextToken: first.NextToken, PageSize: 2), default);

        Assert.Equal([forms[2].Name, forms[1].Name, forms[0].Name], first.Jobs.Concat(second.Jobs).Select(row => row.Name));
        Assert.Equal((2, null), (first.Jobs.Count, second.NextToken));
    }

    [Fact]
    public async Task Failed_job_tells_that_its_output_was_to_go_to_a_bucket_of_the_customer()
    {
        await backend.S3.PutObjectAsync(new() { BucketName = "media", Key = "no-sound.mp3", ContentBody = "Dear diary" });
        var form = LocalBackend.Form("no-sound.mp3");
        (form.Output, form.OutputUri) = (OutputLocation.CustomerBucket, "s3://media/out/");

        var job = await backend.RunAsync(form);

        Assert.Equal((JobStatus.Failed, OutputLocation.CustomerBucket, true), (job.Status, job.Row.Output, job.IsOutputKnown));
    }

    [Fact]
    public async Task Failed_job_has_its_reason()
    {
        await backend.S3.PutObjectAsync(new() { BucketName = "media", Key = "text.mp3", ContentBody = "Dear diary" });

        var job = await backend.RunAsync(LocalBackend.Form("text.mp3"));

        Assert.Equal((JobStatus.Failed, false), (job.Status, job.HasTranscript));
        Assert.Equal("The data in your input media file isn't valid. Check the media file and try your request again.", job.Row.FailureReason);
    }

    [Fact]
    public async Task Monitor_tells_a_page_that_its_job_has_ended()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var monitor = backend.Services.GetRequiredService<JobMonitor>();
        await monitor.StartAsync(default);
        using var subscription = monitor.Subscribe();
        var started = await backend.Jobs.StartAsync(LocalBackend.Form(), default);
        subscription.Watch([started]);

        JobRow? row = null;
        await foreach (var changes in subscription.ReadAllAsync(limit.Token))
        {
            if (changes.Updated.TryGetValue(started.Name, out row) && row.Status.IsTerminal()) break;
        }

        Assert.Equal(JobStatus.Completed, row!.Status);
        await monitor.StopAsync(default);
    }

    [Fact]
    public async Task Backend_that_is_not_there_is_unavailable_and_worth_another_try()
    {
        var jobs = backend.Compose(change: connection => connection with { TranscribeServiceUrl = new Uri("http://127.0.0.1:1") })
            .GetRequiredService<TranscriptionJobs>();

        Assert.Equal(AwsFailureKind.Unavailable, (await Assert.ThrowsAsync<AwsFailureException>(() => jobs.ListAsync(new JobQuery(), default))).Kind);
    }

    private static JobForm Named(JobForm form, string name)
    {
        form.Name = name;
        return form;
    }
}
