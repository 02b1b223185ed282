using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TranscribeConsole.EndToEnd.Tests.Browser.Pages;
using static Microsoft.Playwright.Assertions;

namespace TranscribeConsole.EndToEnd.Tests.Browser;

/// <summary>A morning's interviews: several files, one job each.</summary>
public sealed class SeveralFilesTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const int Slice = 8 << 20;

    [Fact]
    public Task Each_file_becomes_a_job_under_its_own_name() => browser.WithPageAsync(nameof(Each_file_becomes_a_job_under_its_own_name), async page =>
    {
        var wizard = new CreateJobPage(page);
        await wizard.OpenAsync();
        await wizard.File.SetInputFilesAsync([File("Interview 1.wav"), File("Interview-1.wav"), File("дом.wav")]);
        await Expect(wizard.NameFor("Interview 1.wav")).ToHaveValueAsync("Interview-1");
        await Expect(wizard.NameFor("Interview-1.wav")).ToHaveValueAsync("Interview-1-2");
        await Expect(wizard.NameFor("дом.wav")).ToHaveValueAsync("job");
        await wizard.NameFor("дом.wav").FillAsync("house");
        await Expect(wizard.Name).ToHaveCountAsync(0);
        await page.GetByLabel("SRT (SubRip)").CheckAsync();
        await wizard.UploadedAsync();
        await wizard.Request.GetByLabel("Request for").SelectOptionAsync("дом.wav");
        await Expect(wizard.RequestText).ToContainTextAsync("\"TranscriptionJobName\": \"house\"");
        await Expect(wizard.RequestText).ToContainTextAsync("s3://transcribe-console/");
        await wizard.Next.ClickAsync();
        await wizard.Button("Create 3 jobs").ClickAsync();

        await Expect(page).ToHaveURLAsync(new Regex("/create-job/jobs$"));
        await Expect(page.GetByText("3 transcription jobs were created")).ToBeVisibleAsync();
        await page.ReloadAsync();
        await Expect(wizard.BatchRow("house")).ToContainTextAsync("Created");
        await wizard.Link("View jobs").ClickAsync();
        var jobs = new JobListPage(page);
        foreach (var name in new[] { "Interview-1", "Interview-1-2", "house" }) await Expect(jobs.Row(name)).ToHaveCountAsync(1);
        await wizard.OpenAsync();
        await Expect(wizard.Upload).ToHaveAttributeAsync("data-phase", "None");
        await Expect(wizard.Name).ToHaveValueAsync("");
    });

    [Fact]
    public Task Names_are_checked_row_by_row_and_the_focus_goes_to_the_first_wrong_one() => browser.WithPageAsync(nameof(Names_are_checked_row_by_row_and_the_focus_goes_to_the_first_wrong_one), async page =>
    {
        var wizard = await ChosenAsync(page, "checked-1.wav", "checked-2.wav", "checked-3.wav");
        await wizard.NameFor("checked-2.wav").FillAsync("two words");
        await wizard.NameFor("checked-3.wav").FillAsync("checked-1");
        await wizard.Next.ClickAsync();

        await Expect(wizard.NameFor("checked-2.wav")).ToBeFocusedAsync();
        await Expect(wizard.NameFor("checked-2.wav")).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(wizard.NameFor("checked-1.wav")).Not.ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(wizard.Errors).ToContainTextAsync("no spaces");
        await Expect(wizard.Errors).ToContainTextAsync("Names must be unique");
        await wizard.NameFor("checked-3.wav").FillAsync("checked-3");
        await Expect(wizard.Errors).Not.ToContainTextAsync("Names must be unique");
    });

    [Fact]
    public Task One_that_fails_leaves_the_others_alone_and_is_tried_again_by_itself() => browser.WithPageAsync(nameof(One_that_fails_leaves_the_others_alone_and_is_tried_again_by_itself), async page =>
    {
        var single = new CreateJobPage(page);
        await single.ChooseAsync("alone-2", File("taken.wav"));
        await single.UploadedAsync();
        await single.SubmitAsync();
        var wizard = await ChosenAsync(page, "alone-1.wav", "alone-2.wav", "alone-3.wav");
        await wizard.Next.ClickAsync();
        await wizard.Button("Create 3 jobs").ClickAsync();

        await Expect(wizard.BatchRow("alone-2")).ToContainTextAsync("already exists");
        await Expect(page.GetByText("2 of 3 jobs created, 1 failed")).ToBeVisibleAsync();
        await page.AssertCleanAsync("a batch with a failure");
        await wizard.Link("Cancel").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("2 of 3 jobs are created");
        await wizard.StayAsync();
        await wizard.Text("Name of the job for alone-2.wav").FillAsync("alone-1");
        await Expect(wizard.Button("Try again to create alone-1")).ToBeDisabledAsync();
        await wizard.Text("Name of the job for alone-2.wav").FillAsync("alone-two");
        await wizard.Button("Try again to create alone-two").ClickAsync();
        await Expect(page.GetByText("3 transcription jobs were created")).ToBeVisibleAsync();
        await page.AssertCleanAsync("a batch that is complete");
    });

    [Fact]
    public Task What_is_wrong_with_all_is_changed_in_the_form_with_the_files_that_are_left() => browser.WithPageAsync(nameof(What_is_wrong_with_all_is_changed_in_the_form_with_the_files_that_are_left), async page =>
    {
        var wizard = await ChosenAsync(page, "change-1.wav", "change-2.wav");
        await wizard.CustomerBucket.CheckAsync();
        await wizard.OutputUri.FillAsync("s3://no-such-bucket-here/");
        await wizard.UploadedAsync();
        await wizard.Next.ClickAsync();
        await wizard.Button("Create 2 jobs").ClickAsync();
        await Expect(page.GetByText("2 jobs were not created")).ToBeVisibleAsync();
        await wizard.Button("Change settings").ClickAsync();

        await Expect(wizard.NameFor("change-2.wav")).ToHaveValueAsync("change-2");
        await wizard.Radio("Service-managed S3 bucket").CheckAsync();
        await wizard.Next.ClickAsync();
        await wizard.Button("Create 2 jobs").ClickAsync();
        await Expect(page.GetByText("2 transcription jobs were created")).ToBeVisibleAsync();
    });

    [Fact]
    public Task A_row_is_cancelled_tried_again_and_removed_down_to_the_single_name() => browser.WithPageAsync(nameof(A_row_is_cancelled_tried_again_and_removed_down_to_the_single_name), async page =>
    {
        var wizard = new CreateJobPage(page);
        var held = new TaskCompletionSource();
        await page.RouteAsync("**/parts/1", async route =>
        {
            await held.Task;
            await route.ContinueAsync();
        });
        await wizard.ChooseAsync("first", File("rows-1.wav"));
        await wizard.File.SetInputFilesAsync([File("rows-2.wav"), File("rows-3.wav")]);
        await Expect(wizard.NameFor("rows-1.wav")).ToHaveValueAsync("first");
        await Expect(wizard.UploadRow("rows-3.wav")).ToContainTextAsync("Waiting"); // two at a time
        await wizard.Button("Cancel upload of rows-2.wav").ClickAsync();
        await Expect(wizard.UploadRow("rows-2.wav")).ToContainTextAsync("Cancelled");
        held.SetResult();
        await Expect(wizard.UploadRow("rows-3.wav")).ToContainTextAsync("Uploaded");
        await wizard.Next.ClickAsync();
        await Expect(wizard.Errors).ToContainTextAsync("One file is not uploaded");
        await wizard.Button("Try again to upload rows-2.wav").ClickAsync();
        await wizard.UploadedAsync();
        await Expect(wizard.Errors).Not.ToContainTextAsync("One file is not uploaded");

        await wizard.Button("Remove rows-2.wav").ClickAsync();
        await Expect(wizard.UploadRow("rows-2.wav")).ToHaveCountAsync(0);
        await wizard.NameFor("rows-3.wav").FillAsync("third");
        await wizard.Button("Remove rows-1.wav").ClickAsync();
        await Expect(wizard.Name).ToHaveValueAsync("third");
        await wizard.SubmitAsync();
        await Expect(new JobListPage(page).Row("third")).ToHaveCountAsync(1);
    });

    [Fact]
    public Task Files_and_names_outlive_steps_and_a_reload() => browser.WithPageAsync(nameof(Files_and_names_outlive_steps_and_a_reload), async page =>
    {
        var wizard = await ChosenAsync(page, "kept-1.wav", "kept-2.wav");
        await wizard.UploadedAsync();
        await wizard.NameFor("kept-2.wav").FillAsync("typed");
        await wizard.Next.ClickAsync();
        await wizard.Previous.ClickAsync();
        await Expect(wizard.NameFor("kept-2.wav")).ToHaveValueAsync("typed");
        await wizard.NameFor("kept-2.wav").FillAsync("typed-last");
        await page.ReloadAsync();

        await wizard.ReadyAsync();
        await Expect(wizard.NameFor("kept-1.wav")).ToHaveValueAsync("kept-1");
        await Expect(wizard.NameFor("kept-2.wav")).ToHaveValueAsync("typed-last");
        await wizard.UploadedAsync();
    });

    [Fact]
    public Task Jobs_are_created_as_their_uploads_end_and_a_reload_says_which_files_are_lost() => browser.WithPageAsync(nameof(Jobs_are_created_as_their_uploads_end_and_a_reload_says_which_files_are_lost), async page =>
    {
        await page.RouteAsync("**/uploads/*/parts/2", _ => Task.CompletedTask); // never answered
        page.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
        var wizard = new CreateJobPage(page);
        await wizard.OpenAsync();
        await wizard.File.SetInputFilesAsync([File("early-1.wav"), browser.Samples.Silence(Slice + 5000, "early-2.wav")]);
        await wizard.Next.ClickAsync();
        await wizard.Button("Create 2 jobs").ClickAsync();
        await Expect(wizard.BatchRow("early-1")).ToContainTextAsync("Created");
        await Expect(wizard.BatchRow("early-2").GetByRole(AriaRole.Progressbar)).ToBeVisibleAsync();
        await page.ReloadAsync();

        await Expect(wizard.BatchRow("early-1")).ToContainTextAsync("Created");
        await Expect(wizard.BatchRow("early-2")).ToContainTextAsync("reloaded before this file was uploaded");
        await page.UnrouteAllAsync();
        await wizard.Button("Change settings").ClickAsync();
        await wizard.File.SetInputFilesAsync(browser.Samples.Silence(Slice + 5000, "early-2.wav"));
        await wizard.UploadedAsync();
        await Expect(wizard.Name).ToHaveValueAsync("early-2");
        await wizard.SubmitAsync();
        await Expect(new JobListPage(page).Row("early-2")).ToHaveCountAsync(1);
    });

    private string File(string name) => browser.Samples.Silence(5000, name);

    private async Task<CreateJobPage> ChosenAsync(IPage page, params string[] names)
    {
        var wizard = new CreateJobPage(page);
        await wizard.OpenAsync();
        await wizard.File.SetInputFilesAsync([.. names.Select(File)]);
        await Expect(wizard.NameFor(names[^1])).ToBeVisibleAsync();
        return wizard;
    }
}
