using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TranscribeConsole.EndToEnd.Tests.Browser.Pages;
using TranscribeConsole.EndToEnd.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace TranscribeConsole.EndToEnd.Tests.Browser;

/// <summary>What the wizard says to input that the service would refuse, and that nothing typed is lost.</summary>
public sealed class WizardTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Theory]
    [InlineData("weekly call", "no spaces")]
    [InlineData("..", "period")]
    public Task A_wrong_name_is_refused_under_its_field(string name, string rule) => browser.WithPageAsync($"name-{rule}", async page =>
    {
        var wizard = await FilledAsync(page, name, "s3://media/call.wav");
        await wizard.Next.ClickAsync();

        await Expect(page.Locator("main")).ToContainTextAsync(rule);
        await Expect(wizard.Name).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(wizard.Name).ToHaveValueAsync(name);
        Assert.EndsWith("/create-job", page.Url, StringComparison.Ordinal);
    });

    [Fact]
    public Task An_empty_form_lists_its_errors_with_links_to_the_fields() => browser.WithPageAsync(nameof(An_empty_form_lists_its_errors_with_links_to_the_fields), async page =>
    {
        var wizard = new CreateJobPage(page);
        await wizard.OpenAsync();
        await wizard.Next.ClickAsync();
        var summary = page.Locator(".error-summary, [role=alert]").First;

        await summary.GetByRole(AriaRole.Link).First.ClickAsync();
        await Expect(wizard.Name).ToBeFocusedAsync();
    });

    [Fact]
    public Task A_name_in_use_is_told_at_the_name_and_everything_else_stays() => browser.WithPageAsync(nameof(A_name_in_use_is_told_at_the_name_and_everything_else_stays), async page =>
    {
        await MediaAsync();
        await SubmitAsync(page, "taken");
        await Expect(page).ToHaveURLAsync(new Regex("/jobs$"));
        await SubmitAsync(page, "taken");

        var wizard = new CreateJobPage(page);
        await Expect(page.Locator("main")).ToContainTextAsync("already exists");
        await wizard.InteractiveAsync();
        if (!page.Url.EndsWith("/create-job", StringComparison.Ordinal)) await wizard.Button("Previous").ClickAsync();
        await Expect(wizard.Name).ToHaveValueAsync("taken");
        await Expect(wizard.MediaUri).ToHaveValueAsync("s3://wizard-media/call.wav");
    });

    [Theory]
    [InlineData("s3://no-such-bucket/call.wav")]
    [InlineData("s3://wizard-media/no-such-key.wav")]
    public Task Media_that_is_not_there_is_told_by_the_service(string uri) => browser.WithPageAsync($"missing-{uri.Length}", async page =>
    {
        await MediaAsync();
        await SubmitAsync(page, "missing", uri);
        await Expect(page.Locator("main")).ToContainTextAsync("can't be accessed");
    });

    [Theory]
    [InlineData("create")]
    [InlineData("v1.2.3_final-1")]
    public Task Names_that_look_like_addresses_work(string name) => browser.WithPageAsync($"name-{name}", async page =>
    {
        await MediaAsync();
        await SubmitAsync(page, name);
        var jobs = new JobListPage(page);
        await jobs.ShowsAsync(name, "Complete");
        await jobs.Link(name).ClickAsync();
        await Expect(new JobDetailsPage(page).Heading).ToHaveTextAsync(name);
    });

    [Fact]
    public Task Languages_that_the_engine_lacks_are_listed_and_can_not_be_chosen() => browser.WithPageAsync(nameof(Languages_that_the_engine_lacks_are_listed_and_can_not_be_chosen), async page =>
    {
        var wizard = new CreateJobPage(page);
        await wizard.OpenAsync();
        await Expect(wizard.Language).ToHaveValueAsync("English, US (en-US)");
        await wizard.Language.FillAsync("de-");
        var list = page.GetByRole(AriaRole.Listbox, new() { Name = "Language", Exact = true });
        await Expect(list.GetByRole(AriaRole.Option)).ToHaveCountAsync(2);
        await Expect(list.GetByRole(AriaRole.Option, new() { Name = "German (de-DE)" })).ToBeDisabledAsync();
        await Expect(list).ToContainTextAsync("can't transcribe German (de-DE)");
        await page.Keyboard.PressAsync("Escape");
        await Expect(wizard.Language).ToHaveValueAsync("English, US (en-US)");
    });

    [Fact]
    public Task Search_and_status_stand_in_the_address_and_Back_works() => browser.WithPageAsync(nameof(Search_and_status_stand_in_the_address_and_Back_works), async page =>
    {
        await MediaAsync();
        await SubmitAsync(page, "Needle-1");
        var jobs = new JobListPage(page);
        await jobs.ShowsAsync("Needle-1", "Complete");
        await jobs.Search.FillAsync("needle");
        await Expect(page).ToHaveURLAsync(new Regex("needle"));
        await Expect(jobs.Rows).ToHaveCountAsync(1);
        await jobs.Status.SelectOptionAsync("FAILED");
        await Expect(page.GetByText("No matches")).ToBeVisibleAsync();

        await page.GoBackAsync();
        await Expect(jobs.Rows).ToHaveCountAsync(1);
        await page.ReloadAsync();
        await Expect(jobs.Rows).ToHaveCountAsync(1);
    });

    private async Task MediaAsync()
    {
        using var s3 = browser.Console.CreateS3();
        await s3.PutBucketAsync("wizard-media");
        await s3.PutObjectAsync(new() { BucketName = "wizard-media", Key = "call.wav", FilePath = Samples.Recorded });
    }

    private static async Task<CreateJobPage> FilledAsync(IPage page, string name, string mediaUri)
    {
        var wizard = new CreateJobPage(page);
        await wizard.OpenAsync();
        await wizard.S3Source.CheckAsync();
        await wizard.Name.FillAsync(name);
        await wizard.MediaUri.FillAsync(mediaUri);
        return wizard;
    }

    private static async Task SubmitAsync(IPage page, string name, string mediaUri = "s3://wizard-media/call.wav")
    {
        var wizard = await FilledAsync(page, name, mediaUri);
        await wizard.Next.ClickAsync();
        await wizard.Create.ClickAsync();
    }
}
