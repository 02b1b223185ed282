using Microsoft.Playwright;
using TranscribeConsole.EndToEnd.Tests.Browser.Pages;
using static Microsoft.Playwright.Assertions;

namespace TranscribeConsole.EndToEnd.Tests.Browser;

/// <summary>Every state of the reading page, light and dark, wide and narrow: no axe violation, no sideways scrolling.</summary>
[Collection(TranscriptCollection.Name)]
public sealed class TranscriptLookTests(TranscriptFixture browser)
{
    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 1280)]
    [InlineData(ColorScheme.Light, 390)]
    [InlineData(ColorScheme.Dark, 390)]
    public Task Every_state_is_accessible_and_fits(ColorScheme scheme, int width) => browser.WithPageAsync($"reader-look-{scheme}-{width}", async page =>
    {
        var job = $"look-{scheme}-{width}";
        await page.EmulateMediaAsync(new() { ColorScheme = scheme });
        await browser.AddConversationAsync(job);
        await browser.AddAsync($"{job}-toxic", TranscriptFixture.Golden("toxicity"), "call.amr");
        var reader = new ReaderPage(page);
        await reader.OpenAsync(job);
        await CheckAsync(page, "text");
        await page.GetByLabel("Mark words below", new() { Exact = true }).FillAsync("50");
        await reader.Find.FillAsync("apples");
        await CheckAsync(page, "found and uncertain words");
        await reader.TextOf(1).DblClickAsync();
        await CheckAsync(page, "correcting");
        await reader.Editor(1).FillAsync("Other words.");
        await reader.Editor(1).PressAsync("Control+Enter");
        await Expect(reader.Turn(1)).ToContainTextAsync("Corrected by");
        await CheckAsync(page, "corrected");
        await reader.Turn(0).GetByRole(AriaRole.Button, new() { Name = "Rename" }).ClickAsync();
        await CheckAsync(page, "naming");
        await page.Keyboard.PressAsync("Escape");
        await reader.Button("Keyboard shortcuts").ClickAsync();
        await CheckAsync(page, "keys");
        await page.Keyboard.PressAsync("Escape");
        foreach (var tab in new[] { "Audio identification", "Subtitles" })
        {
            await reader.Tab(tab).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Tabpanel, new() { Name = tab })).ToContainTextAsync("Sentence 3");
            await CheckAsync(page, tab);
        }

        await page.GetByLabel("Show", new() { Exact = true }).SelectOptionAsync("srt");
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Subtitle file" })).ToContainTextAsync("-->");
        await CheckAsync(page, "subtitle file");
        await reader.Button("Download").ClickAsync();
        foreach (var format in new[] { "txt", "docx", "csv", "vtt", "json" })
        {
            await reader.Dialog("Download transcript").Locator($"input[name=format][value={format}]").CheckAsync();
            await CheckAsync(page, $"download of {format}");
        }

        await reader.OpenAsync($"{job}-toxic", "?tab=toxicity");
        await CheckAsync(page, "toxicity, media that can't be played");
    }, new() { ViewportSize = new() { Width = width, Height = 900 } });

    private static async Task CheckAsync(IPage page, string state)
    {
        await page.AssertCleanAsync(state);
        var overflow = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, $"{state}: the page scrolls sideways by {overflow} pixels.");
    }
}
