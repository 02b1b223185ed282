using Microsoft.Playwright;
using TranscribeConsole.EndToEnd.Tests.Browser.Pages;
using static Microsoft.Playwright.Assertions;

namespace TranscribeConsole.EndToEnd.Tests.Browser;

/// <summary>The page about the server itself.</summary>
public sealed class StatusTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Fact]
    public Task Status_page_shows_health_and_figures_that_follow_what_happens() =>
        browser.WithPageAsync(nameof(Status_page_shows_health_and_figures_that_follow_what_happens), async page =>
        {
            var jobs = new JobListPage(page);
            await jobs.GoToAsync("jobs");
            await jobs.Link("Server status").FocusAsync();
            await page.Keyboard.PressAsync("Enter");

            await Expect(jobs.Heading).ToHaveTextAsync("Server status");
            await Expect(jobs.Link("Server status")).ToHaveAttributeAsync("aria-current", "page");
            await Expect(page.GetByRole(AriaRole.Row, new() { Name = "local-storage" })).ToContainTextAsync("The directory of LocalAws:DataDirectory can be written.");
            var listed = page.GetByRole(AriaRole.Row, new() { Name = "ListTranscriptionJobs" });
            await Expect(listed).ToContainTextAsync("Transcribe");

            var failed = page.GetByRole(AriaRole.Region, new() { Name = "Uploads" }).Locator(".pair", new() { HasText = "Failed steps" });
            await Expect(failed).ToContainTextAsync("0");
            // A program beside the page begins an upload of something that is no media.
            await page.EvaluateAsync(
                """
                async () => {
                  const { token } = await (await fetch('antiforgery')).json();
                  await fetch('uploads', { method: 'POST', headers: { 'Content-Type': 'application/json', RequestVerificationToken: token }, body: '{"fileName":"notes.txt","size":1}' });
                }
                """);
            await Expect(failed).ToContainTextAsync("1");
        }, new(), "400");
}
