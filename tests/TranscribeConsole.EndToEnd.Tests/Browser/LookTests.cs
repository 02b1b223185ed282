using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TranscribeConsole.EndToEnd.Tests.Browser.Pages;
using TranscribeConsole.EndToEnd.Tests.Hosting;

namespace TranscribeConsole.EndToEnd.Tests.Browser;

/// <summary>Every page and state, light and dark, wide and narrow: no axe violation, no sideways scrolling.</summary>
public sealed class LookTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 1280)]
    [InlineData(ColorScheme.Light, 390)]
    [InlineData(ColorScheme.Dark, 390)]
    public Task Every_state_is_accessible_and_fits(ColorScheme scheme, int width) => browser.WithPageAsync($"look-{scheme}-{width}", async page =>
    {
        var name = $"look-{scheme}-{width}";
        await page.EmulateMediaAsync(new() { ColorScheme = scheme });
        var jobs = new JobListPage(page);
        var wizard = new CreateJobPage(page);
        var details = new JobDetailsPage(page);

        await jobs.GoToAsync("jobs?search=no-such-job");
        await CheckAsync(page, "list without matches");
        await wizard.OpenAsync();
        await CheckAsync(page, "step 1");
        await wizard.Next.ClickAsync();
        await page.GetByText("Enter a name").First.WaitForAsync();
        await CheckAsync(page, "step 1 with errors");
        await wizard.ChooseAsync(name, Samples.Recorded);
        await wizard.CustomerBucket.CheckAsync();
        await page.GetByLabel("SRT (SubRip)").CheckAsync();
        await CheckAsync(page, "step 1 with every field");
        await page.GetByRole(AriaRole.Radio, new() { Name = "Service-managed S3 bucket" }).CheckAsync();
        await wizard.UploadedAsync();
        await CheckAsync(page, "step 1 with an upload");
        await wizard.Next.ClickAsync();
        await wizard.Create.WaitForAsync();
        await CheckAsync(page, "step 2");
        await wizard.Create.ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/jobs$"));
        await jobs.ShowsAsync(name, "Complete");
        await CheckAsync(page, "list");
        await details.OpenAsync(name);
        await details.Preview.GetByText("young man").WaitForAsync();
        await CheckAsync(page, "details of a complete job");
        await details.Button("Download").ClickAsync();
        await page.GetByText("Download text").WaitForAsync();
        await CheckAsync(page, "download menu");
        await page.Keyboard.PressAsync("Escape");
        await details.Button("Delete").ClickAsync();
        await page.GetByRole(AriaRole.Dialog).WaitForAsync();
        await CheckAsync(page, "delete dialog");
        await page.Keyboard.PressAsync("Escape");
        await CheckOtherEndsAsync(page, name);
        await details.GoToAsync("help/recogniser");
        await CheckAsync(page, "help");
        await details.OpenAsync("no-such-job");
        await CheckAsync(page, "unknown job");
        await details.GoToAsync("no/such/page");
        await CheckAsync(page, "unknown page");
    }, new() { ViewportSize = new() { Width = width, Height = 900 } }, "404");

    private async Task CheckOtherEndsAsync(IPage page, string name)
    {
        var jobs = new JobListPage(page);
        var wizard = new CreateJobPage(page);
        var details = new JobDetailsPage(page);

        await wizard.ChooseAsync($"{name}-running", await browser.Samples.LongAsync($"{name}-running.wav"));
        await wizard.UploadedAsync();
        await wizard.Link("Cancel").ClickAsync();
        await page.GetByRole(AriaRole.Dialog).WaitForAsync();
        await CheckAsync(page, "question before leaving the wizard");
        await wizard.Button("Stay").ClickAsync();
        await wizard.SubmitAsync();
        await jobs.ShowsAsync($"{name}-running", "In progress");
        await CheckAsync(page, "list with a running job and its message");
        await details.OpenAsync($"{name}-running");
        await details.Preview.GetByText("The preview appears here").WaitForAsync();
        await CheckAsync(page, "details of a running job");
        await details.Button("Delete").ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/jobs$"));
        await CheckAsync(page, "list after a delete");

        await wizard.ChooseAsync($"{name}-failed", browser.Samples.Text($"{name}.mp3", "Dear Sir or Madam"));
        await wizard.UploadedAsync();
        await wizard.SubmitAsync();
        await jobs.ShowsAsync($"{name}-failed", "Failed");
        await CheckAsync(page, "list with a failed job");
        await details.OpenAsync($"{name}-failed");
        await details.Preview.GetByText("The job failed").WaitForAsync();
        await CheckAsync(page, "details of a failed job");

        using (var s3 = browser.Console.CreateS3()) await s3.PutBucketAsync("look-texts");
        await wizard.ChooseAsync($"{name}-own", Samples.Recorded);
        await wizard.CustomerBucket.CheckAsync();
        await wizard.OutputUri.FillAsync("s3://look-texts/");
        await wizard.UploadedAsync();
        await wizard.SubmitAsync();
        await jobs.ShowsAsync($"{name}-own", "Complete");
        await details.OpenAsync($"{name}-own");
        await details.Link("S3 Bucket").WaitForAsync();
        await CheckAsync(page, "details of a job with an own bucket");
    }

    private static async Task CheckAsync(IPage page, string state)
    {
        await page.AssertCleanAsync(state);
        var overflow = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, $"{state}: the page scrolls sideways by {overflow} pixels.");
    }
}
