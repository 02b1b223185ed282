using System.Globalization;
using Amazon.TranscribeService.Model;
using Microsoft.Playwright;
using TranscribeConsole.EndToEnd.Tests.Browser.Pages;
using TranscribeConsole.EndToEnd.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace TranscribeConsole.EndToEnd.Tests.Browser;

/// <summary>The list and the details of jobs, whatever the backend. What only a Transcribe of the tests' own can say is in <see cref="JobListTests"/> and <see cref="JobDetailsTests"/>.</summary>
public abstract class JobPagesContract(BrowserFixture browser)
{
    private const string Bucket = "pages-media";

    protected BrowserFixture Browser { get; } = browser;

    [Fact]
    public Task List_is_searched_filtered_paged_and_says_what_jobs_are() => RunAsync(async page =>
    {
        await StartAsync([.. Enumerable.Range(0, 12).Select(i => string.Create(CultureInfo.InvariantCulture, $"paged-{i:00}"))]);
        var jobs = new JobListPage(page);
        await jobs.GoToAsync("jobs?search=PAGED-");
        await Expect(jobs.Rows).ToHaveCountAsync(10);
        await Expect(jobs.Heading).ToHaveTextAsync("Transcription jobs (10+)");
        await jobs.Button("Next page").ClickAsync();
        await Expect(jobs.Rows).ToHaveCountAsync(2);
        await Expect(jobs.Heading).ToHaveTextAsync("Transcription jobs (12)");
        await Expect(jobs.Button("Next page")).ToBeDisabledAsync();
        await jobs.Button("Previous page").ClickAsync();
        await Expect(jobs.Rows).ToHaveCountAsync(10);

        await jobs.Search.FillAsync("paged-07");
        await Expect(jobs.Rows).ToHaveCountAsync(1);
        await Expect(jobs.Cell("paged-07", "Language")).ToHaveTextAsync("English, US (en-US)");
        await Expect(jobs.Cell("paged-07", "Language settings")).ToHaveTextAsync("Specific language");
        await Expect(jobs.Cell("paged-07", "Model type")).ToHaveTextAsync("General");
        await Expect(jobs.Cell("paged-07", "Expiration")).ToHaveTextAsync("90 days");
        await jobs.ShowsAsync("paged-07", "Complete");
        await jobs.Status.SelectOptionAsync("FAILED");
        await Expect(page.GetByText("No matches")).ToBeVisibleAsync();
        await page.GoBackAsync();
        await Expect(jobs.Row("paged-07")).ToHaveCountAsync(1);
    });

    [Fact]
    public Task Several_jobs_are_deleted_and_what_others_do_is_seen() => RunAsync(async page =>
    {
        await StartAsync("gone-1", "gone-2");
        var jobs = new JobListPage(page);
        await jobs.GoToAsync("jobs?search=gone-");
        await Expect(jobs.Rows).ToHaveCountAsync(2);
        await jobs.ShowsAsync("gone-1", "Complete");
        await jobs.ShowsAsync("gone-2", "Complete");
        await StartAsync("gone-3");
        await Expect(jobs.Row("gone-3")).ToHaveCountAsync(1, new() { Timeout = 30_000 });
        await jobs.ShowsAsync("gone-3", "Complete");

        await jobs.SelectAll.CheckAsync();
        await jobs.Button("Delete").ClickAsync();
        await Expect(jobs.Dialog.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(3);
        await jobs.DialogButton("Delete").ClickAsync();
        await Expect(page.GetByText("3 transcription jobs were deleted.")).ToBeVisibleAsync();
        await Expect(page.GetByText("No matches")).ToBeVisibleAsync();
    });

    [Fact]
    public Task Details_show_preview_download_tags_and_code() => RunAsync(async page =>
    {
        await StartAsync("detailed");
        var details = new JobDetailsPage(page);
        await details.OpenAsync("detailed");
        await details.CompletedAsync();
        await Expect(details.Preview).ToContainTextAsync("young man");
        foreach (var (label, value) in new[] { ("Language settings", "Specific language"), ("Expiration", "The transcription is available for 90 more days."), ("Input data location", $"s3://{Bucket}/a.wav"), ("Output data location", "Service-managed S3 bucket"), ("Custom vocabulary", "None") })
            await Expect(details.Details.Locator("dl > div, .pair").Filter(new() { HasText = label }).First).ToContainTextAsync(value);

        var (file, json) = await details.DownloadAsync("Download transcript");
        Assert.Equal("detailed.json", file);
        Assert.Contains("\"jobName\":\"detailed\"", json, StringComparison.Ordinal);
        await details.Button("Manage tags").ClickAsync();
        await details.AddTagAsync();
        await page.GetByLabel("Key of tag 1").FillAsync("team");
        await details.Button("Save changes").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Tags" })).ToContainTextAsync("team");
        await details.Button("Application integration").ClickAsync();
        await Expect(page.Locator("#integration-request-json")).ToContainTextAsync($"\"MediaFileUri\": \"s3://{Bucket}/a.wav\"");
        await details.Link($"s3://{Bucket}/a.wav").ClickAsync();
        await Expect(details.Heading).ToHaveTextAsync("a.wav");
    });

    [Fact]
    public Task Copy_fills_the_wizard_and_a_job_that_is_not_there_has_its_page() => RunAsync(async page =>
    {
        await StartAsync("copied");
        var details = new JobDetailsPage(page);
        await details.OpenAsync("copied");
        await details.Link("Copy").ClickAsync();
        var wizard = new CreateJobPage(page);
        await Expect(page.GetByText("Copied from job copied")).ToBeVisibleAsync();
        await Expect(wizard.MediaUri).ToHaveValueAsync($"s3://{Bucket}/a.wav");
        await Expect(wizard.Name).ToHaveValueAsync("");

        var answer = await page.GotoAsync("jobs/nobody");
        Assert.Equal(404, answer!.Status);
        await Expect(page.GetByText("There is no transcription job named nobody.")).ToBeVisibleAsync();
    });

    private Task RunAsync(Func<IPage, Task> body, [System.Runtime.CompilerServices.CallerMemberName] string test = "") => Browser.WithPageAsync($"{GetType().Name}-{test}", body, null, "404");

    private async Task StartAsync(params string[] names)
    {
        using var s3 = Browser.Console.CreateS3();
        await s3.PutBucketAsync(Bucket);
        await s3.PutObjectAsync(new() { BucketName = Bucket, Key = "a.wav", FilePath = Samples.Recorded });
        using var transcribe = Browser.Console.CreateTranscribe();
        foreach (var name in names)
            await transcribe.StartTranscriptionJobAsync(new StartTranscriptionJobRequest { TranscriptionJobName = name, LanguageCode = "en-US", Media = new() { MediaFileUri = $"s3://{Bucket}/a.wav" } });
    }
}
