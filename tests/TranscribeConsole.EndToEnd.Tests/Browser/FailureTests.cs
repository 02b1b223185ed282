using System.Text.Json.Nodes;
using Microsoft.Playwright;
using TranscribeConsole.EndToEnd.Tests.Browser.Pages;
using static Microsoft.Playwright.Assertions;

namespace TranscribeConsole.EndToEnd.Tests.Browser;

/// <summary>What the list says when Transcribe does not do what it is asked, and that it goes on by itself when it does again.</summary>
public sealed class FailureTests(AwsBrowserFixture browser) : IClassFixture<AwsBrowserFixture>
{
    // The SDK tries again before it gives up.
    private static readonly LocatorAssertionsToContainTextOptions Patient = new() { Timeout = 60_000 };
    private static readonly LocatorAssertionsToBeHiddenOptions PatientHidden = new() { Timeout = 60_000 };

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
}
