using TranscribeConsole.EndToEnd.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace TranscribeConsole.EndToEnd.Tests.Browser;

/// <summary>The main job on the local backend.</summary>
public sealed class MainJobTests(BrowserFixture browser) : MainJobContract(browser), IClassFixture<BrowserFixture>
{
    [Fact]
    public Task The_engine_and_its_quality_are_named() => Browser.WithPageAsync(nameof(The_engine_and_its_quality_are_named), async page =>
    {
        var details = await TranscribeAsync(page, "named-engine", Samples.Recorded);

        await Expect(details.Preview).ToContainTextAsync("Transcribed by");
    });
}
