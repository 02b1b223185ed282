using TranscribeConsole.EndToEnd.Tests.Browser.Pages;
using TranscribeConsole.EndToEnd.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace TranscribeConsole.EndToEnd.Tests.Browser;

/// <summary>The log of a whole job: what an operator needs, and none of what must not be in it.</summary>
public sealed class LogTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Fact]
    public Task Log_of_a_whole_job_holds_no_query_string_token_signed_address_key_or_transcript() => browser.WithPageAsync(nameof(Log_of_a_whole_job_holds_no_query_string_token_signed_address_key_or_transcript), async page =>
    {
        string? token = null;
        page.Request += (_, request) =>
        {
            if (new Uri(request.Url).Segments is [_, "uploads/", var own, "parts/", _]) token = own.TrimEnd('/');
        };
        var wizard = new CreateJobPage(page);
        await wizard.ChooseAsync("logged", Samples.Recorded);
        await wizard.UploadedAsync();
        await wizard.SubmitAsync();
        var details = new JobDetailsPage(page);
        await details.OpenAsync("logged");
        await details.CompletedAsync();
        await Expect(details.Preview).ToContainTextAsync("young man");
        await details.DownloadAsync("Download text");
        await details.DownloadAsync("Download transcript");
        await details.GoToAsync("jobs?search=confidential");
        await page.GotoAsync("jobs?search=confidential"); // its request is logged before the next one is begun
        await page.GotoAsync("health/live");

        var log = browser.Console.Output;
        Assert.Contains("/jobs/logged/transcript.txt", log, StringComparison.Ordinal);
        Assert.Contains("/uploads/{token}/parts/1", log, StringComparison.Ordinal);
        Assert.NotNull(token);
        foreach (var secret in new[] { token, "confidential", "young man", "X-Amz-Signature", browser.Console.SecretKey })
            Assert.DoesNotContain(secret, log, StringComparison.OrdinalIgnoreCase);
    });
}
