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
        await page.CheckLookAsync("list without matches", scheme, width);
        await wizard.OpenAsync();
        await page.CheckLookAsync("step 1", scheme, width);
        await wizard.Next.ClickAsync();
        await page.GetByText("Enter a name").First.WaitForAsync();
        await page.CheckLookAsync("step 1 with errors", scheme, width);
        await wizard.ChooseAsync(name, Samples.Recorded);
        await wizard.CustomerBucket.CheckAsync();
        await page.GetByLabel("SRT (SubRip)").CheckAsync();
        await page.CheckLookAsync("step 1 with every field", scheme, width);
        await page.GetByRole(AriaRole.Radio, new() { Name = "Service-managed S3 bucket" }).CheckAsync();
        await wizard.UploadedAsync();
        await page.CheckLookAsync("step 1 with an upload", scheme, width);
        await wizard.Next.ClickAsync();
        await wizard.Create.WaitForAsync();
        await page.CheckLookAsync("step 2", scheme, width);
        await wizard.Create.ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/jobs$"));
        await jobs.ShowsAsync(name, "Complete");
        await page.CheckLookAsync("list", scheme, width);
        await details.OpenAsync(name);
        await details.Preview.GetByText("young man").WaitForAsync();
        await page.CheckLookAsync("details of a complete job", scheme, width);
        await details.Button("Download").ClickAsync();
        await page.GetByText("Download text").WaitForAsync();
        await page.CheckLookAsync("download menu", scheme, width);
        await page.Keyboard.PressAsync("Escape");
        await details.Button("Delete").ClickAsync();
        await page.GetByRole(AriaRole.Dialog).WaitForAsync();
        await page.CheckLookAsync("delete dialog", scheme, width);
        await page.Keyboard.PressAsync("Escape");
        await CheckOtherEndsAsync(page, name, scheme, width);
        await details.GoToAsync("help/recogniser");
        await page.CheckLookAsync("help", scheme, width);
        await details.GoToAsync("status");
        await page.GetByRole(AriaRole.Cell, new() { Name = "local-storage" }).WaitForAsync();
        await page.CheckLookAsync("server status", scheme, width);
        await details.OpenAsync("no-such-job");
        await page.CheckLookAsync("unknown job", scheme, width);
        await details.GoToAsync("no/such/page");
        await page.CheckLookAsync("unknown page", scheme, width);
    }, new() { ViewportSize = new() { Width = width, Height = 900 } }, "404");

    private async Task CheckOtherEndsAsync(IPage page, string name, ColorScheme scheme, int width)
    {
        var jobs = new JobListPage(page);
        var wizard = new CreateJobPage(page);
        var details = new JobDetailsPage(page);

        await wizard.ChooseAsync($"{name}-running", await browser.Samples.LongAsync($"{name}-running.wav"));
        await wizard.UploadedAsync();
        await wizard.Link("Cancel").ClickAsync();
        await page.GetByRole(AriaRole.Dialog).WaitForAsync();
        await page.CheckLookAsync("question before leaving the wizard", scheme, width);
        await wizard.StayAsync();
        await wizard.SubmitAsync();
        await jobs.ShowsAsync($"{name}-running", "In progress");
        await page.CheckLookAsync("list with a running job and its message", scheme, width);
        await details.OpenAsync($"{name}-running");
        await details.Preview.GetByText("The preview appears here").WaitForAsync();
        await page.CheckLookAsync("details of a running job", scheme, width);
        await details.Button("Delete").ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/jobs$"));
        await page.CheckLookAsync("list after a delete", scheme, width);

        await wizard.ChooseAsync($"{name}-failed", browser.Samples.Text($"{name}.mp3", "Dear Sir or Madam"));
        await wizard.UploadedAsync();
        await wizard.SubmitAsync();
        await jobs.ShowsAsync($"{name}-failed", "Failed");
        await page.CheckLookAsync("list with a failed job", scheme, width);
        await details.OpenAsync($"{name}-failed");
        await details.Preview.GetByText("The job failed").WaitForAsync();
        await page.CheckLookAsync("details of a failed job", scheme, width);

        using (var s3 = browser.Console.CreateS3()) await s3.PutBucketAsync("look-texts");
        await wizard.ChooseAsync($"{name}-own", Samples.Recorded);
        await wizard.CustomerBucket.CheckAsync();
        await wizard.OutputUri.FillAsync("s3://look-texts/");
        await wizard.UploadedAsync();
        await wizard.SubmitAsync();
        await jobs.ShowsAsync($"{name}-own", "Complete");
        await details.OpenAsync($"{name}-own");
        await details.Link("S3 Bucket").WaitForAsync();
        await page.CheckLookAsync("details of a job with an own bucket", scheme, width);
    }
}
