using System.Text.Json.Nodes;
using Microsoft.Playwright;
using TranscribeConsole.EndToEnd.Tests.Browser.Pages;
using TranscribeConsole.EndToEnd.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace TranscribeConsole.EndToEnd.Tests.Browser;

/// <summary>What the list says when Transcribe does not do what it is asked, and that it goes on by itself when it does again.</summary>
public sealed class FailureTests(AwsBrowserFixture browser) : IClassFixture<AwsBrowserFixture>
{
    // The SDK tries again before it gives up.
    private static readonly LocatorAssertionsToContainTextOptions Patient = new() { Timeout = 60_000 };
    private static readonly LocatorAssertionsToBeHiddenOptions PatientHidden = new() { Timeout = 60_000 };
    private static readonly LocatorAssertionsToBeVisibleOptions PatientVisible = new() { Timeout = 60_000 };

    [Theory]
    [InlineData("ThrottlingException", "Rate exceeded", "too many requests")]
    [InlineData("ExpiredTokenException", "The security token included in the request is expired", "have expired. Renew them")]
    [InlineData("UnrecognizedClientException", "The security token included in the request is invalid.", "Check the credentials and the clock of the server.")]
    [InlineData("AccessDeniedException", "User is not authorized.", "need the permission transcribe:ListTranscriptionJobs")]
    [InlineData(null, "", "is not answering")]
    public Task Each_failure_has_its_remedy_keeps_what_was_read_and_ends_by_itself(string? code, string message, string remedy) => browser.WithPageAsync($"failure-{code}", async page =>
    {
        var jobs = new JobListPage(page);
        var name = $"kept-{code ?? "network"}";
        browser.Transcribe.Add(new JsonObject { ["TranscriptionJobName"] = name, ["LanguageCode"] = "en-US" });
        await jobs.GoToAsync($"jobs?search={name}");
        await Expect(jobs.Rows).ToHaveCountAsync(1);
        try
        {
            if (code is null) browser.Transcribe.Break("ListTranscriptionJobs");
            else browser.Transcribe.Refuse("ListTranscriptionJobs", code, message);
            await jobs.Button("Refresh").ClickAsync();
            await Expect(jobs.Page.Locator("main")).ToContainTextAsync(remedy, Patient);
            await Expect(jobs.Page.Locator("main")).ToContainTextAsync("This page tries again by itself.", Patient);
            await Expect(jobs.Rows).ToHaveCountAsync(1);
            await jobs.Search.FillAsync($"{name}x"); // typed while it fails
            await page.AssertCleanAsync(remedy);
        }
        finally
        {
            browser.Transcribe.Refuse("ListTranscriptionJobs", null);
        }

        await Expect(jobs.Page.GetByText("This page tries again by itself.")).ToBeHiddenAsync(PatientHidden);
        await Expect(jobs.Search).ToHaveValueAsync($"{name}x");
        await Expect(jobs.Page.GetByText("No matches")).ToBeVisibleAsync();
    });

    [Theory]
    [InlineData("jobs", "ListTranscriptionJobs", "recovers-jobs")]
    [InlineData("jobs/recovers-details", "GetTranscriptionJob", "Job details")]
    [InlineData("jobs/recovers-details/transcript", "GetTranscriptionJob", "The service named no transcript of this job.")]
    [InlineData("custom-vocabulary", "ListVocabularies", "terms")]
    [InlineData("custom-vocabulary/terms", "GetVocabulary", "Vocabulary details")]
    [InlineData("custom-vocabulary/terms/edit", "GetVocabulary", "There is no vocabulary named terms.")] // this server keeps no entries
    [InlineData("vocabulary-filtering", "ListVocabularyFilters", "swear")]
    [InlineData("vocabulary-filtering/swear", "GetVocabularyFilter", "Vocabulary filter details")]
    [InlineData("vocabulary-filtering/swear/edit", "GetVocabularyFilter", "There is no vocabulary filter named swear.")]
    [InlineData("custom-language-model", "ListLanguageModels", "law")]
    [InlineData("custom-language-model/recovers", "DescribeLanguageModel", "Model details")]
    public Task Every_page_that_reads_goes_on_by_itself(string path, string operation, string then) => browser.WithPageAsync($"recovers-{path.Replace('/', '-')}", async page =>
    {
        foreach (var name in new[] { "recovers-jobs", "recovers-details" }) browser.Transcribe.Add(new JsonObject { ["TranscriptionJobName"] = name, ["LanguageCode"] = "en-US", ["Media"] = new JsonObject { ["MediaFileUri"] = "s3://acme-media/in/call.wav" } });
        browser.Transcribe.ModelDetails["recovers"] = new JsonObject { ["ModelName"] = "recovers", ["LanguageCode"] = "en-US", ["ModelStatus"] = "COMPLETED", ["BaseModelName"] = "WideBand" };
        try
        {
            browser.Transcribe.Refuse(operation, "AccessDeniedException", "User is not authorized.");
            await new JobListPage(page).GoToAsync(path);
            await Expect(page.Locator("main")).ToContainTextAsync($"need the permission transcribe:{operation}", Patient);
            await Expect(page.Locator("main")).ToContainTextAsync("This page tries again by itself.", Patient);
            await page.AssertCleanAsync(path);
        }
        finally
        {
            browser.Transcribe.Refuse(operation, null);
        }

        await Expect(page.Locator("main").GetByText(then, new() { Exact = true }).First).ToBeVisibleAsync(PatientVisible);
        await Expect(page.GetByText("This page tries again by itself.")).ToBeHiddenAsync(PatientHidden);
    }, null, "403", "502");

    [Fact]
    public Task The_lists_of_the_wizard_come_by_themselves_and_a_name_can_be_typed_meanwhile() => browser.WithPageAsync("recovers-wizard", async page =>
    {
        var wizard = new CreateJobPage(page);
        try
        {
            browser.Transcribe.Refuse("ListVocabularies", "ThrottlingException", "Rate exceeded");
            await wizard.OpenAsync();
            await wizard.Name.FillAsync("recovers-wizard");
            await wizard.S3Source.CheckAsync();
            await wizard.MediaUri.FillAsync($"s3://{AwsBrowserFixture.Bucket}/in/call.wav");
            await wizard.Next.ClickAsync();
            await wizard.Switch("Custom vocabulary").CheckAsync();
            await Expect(page.Locator("main")).ToContainTextAsync("too many requests", Patient);
            await wizard.Text("Vocabulary selection").FillAsync("terms");
        }
        finally
        {
            browser.Transcribe.Refuse("ListVocabularies", null);
        }

        await Expect(page.GetByText("This page tries again by itself.")).ToBeHiddenAsync(PatientHidden);
        await Expect(page.GetByRole(AriaRole.Combobox, new() { Name = "Vocabulary selection" })).ToHaveValueAsync("terms");
    });

    [Fact]
    public Task A_Region_without_the_service_is_told_with_what_to_look_at() => browser.WithPageAsync("no-region", async page =>
    {
        using var directory = new TemporaryDirectory();
        await using var console = await ConsoleProcess.StartOverAsync(browser.Amazon, "", directory["data"], "--Aws:Region=xx-nowhere-1", $"--Aws:StsServiceUrl={browser.Amazon.Backend}");
        foreach (var path in new[] { "jobs", "custom-vocabulary", "jobs/no-region" })
        {
            await page.GotoAsync(new Uri(console.Address, path).ToString());
            await Expect(page.Locator("main")).ToContainTextAsync("Amazon Transcribe has no address that the server can find.", Patient);
            await Expect(page.Locator("main")).ToContainTextAsync("whether the Region in Aws:Region has Amazon Transcribe", Patient);
            await Expect(page.Locator("main")).ToContainTextAsync("This page tries again by itself.", Patient);
        }

        await page.GotoAsync("about:blank"); // before its console ends
    }, null, "502");
}
