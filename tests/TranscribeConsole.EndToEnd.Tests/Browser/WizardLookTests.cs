using Microsoft.Playwright;
using TranscribeConsole.EndToEnd.Tests.Browser.Pages;
using TranscribeConsole.EndToEnd.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace TranscribeConsole.EndToEnd.Tests.Browser;

/// <summary>
/// Every state of the wizard against a backend with all options, light and dark, wide, narrow, and at 200 % of 1280 pixels: no axe violation,
/// no sideways scrolling, nothing cut off; a picture of each is left with the test results.
/// </summary>
public sealed class WizardLookTests(AwsBrowserFixture browser) : IClassFixture<AwsBrowserFixture>
{
    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 1280)]
    [InlineData(ColorScheme.Light, 640)]
    [InlineData(ColorScheme.Light, 390)]
    [InlineData(ColorScheme.Dark, 390)]
    public Task Every_state_of_the_wizard_is_accessible_and_fits(ColorScheme scheme, int width) => browser.WithPageAsync($"wizard-{scheme}-{width}", async page =>
    {
        var name = $"wizard-{scheme}-{width}";
        await page.EmulateMediaAsync(new() { ColorScheme = scheme });
        var wizard = new CreateJobPage(page);
        await wizard.OpenAsync();
        await wizard.Radio("Custom language model").CheckAsync();
        await wizard.Page.GetByText("Additional settings").ClickAsync();
        await wizard.Check("Add to job queue").CheckAsync();
        await wizard.CustomerBucket.CheckAsync();
        await wizard.Switch("Encryption").CheckAsync();
        await wizard.Check("SRT (SubRip)").CheckAsync();
        await wizard.AddTagAsync();
        await wizard.Text("Value - optional of tag 1").FillAsync("value alone");
        await wizard.Next.ClickAsync();
        await Expect(wizard.Errors).ToContainTextAsync("Choose a custom language model.");
        await CheckAsync(page, name, "all of step 1 with errors");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("Info.*Name|Name.*Info") }).First.ClickAsync();
        await page.GetByRole(AriaRole.Complementary).WaitForAsync();
        await CheckAsync(page, name, "help");
        await page.Keyboard.PressAsync("Escape");

        await wizard.Radio("General model").CheckAsync();
        await wizard.Check("Add to job queue").UncheckAsync();
        await wizard.Radio("Service-managed S3 bucket").CheckAsync();
        await wizard.Button("Remove tag 1").ClickAsync();
        await wizard.Radio("Automatic language identification").CheckAsync();
        await wizard.PickAsync("Select languages - optional", "English, US (en-US)");
        await wizard.PickAsync("Select languages - optional", "German (de-DE)");
        await wizard.Page.GetByRole(AriaRole.Combobox, new() { Name = "Select languages - optional" }).FillAsync("fr");
        await page.GetByRole(AriaRole.Option, new() { Name = "French (fr-FR)" }).WaitForAsync();
        await CheckAsync(page, name, "languages");
        await page.Keyboard.PressAsync("Escape");

        await wizard.File.SetInputFilesAsync([.. new[] { "first interview.wav", "second-interview-with-a-long-name-that-goes-on-and-on-and-on-without-a-break.wav" }
            .Select(file => browser.Samples.Silence(4000, $"{name} {file}")), browser.Samples.Text($"{name} notes.txt", "no media")]);
        await Expect(page.GetByText("not a media file")).ToBeVisibleAsync();
        await wizard.NameFor($"{name} first interview.wav").FillAsync("two words");
        await wizard.Next.ClickAsync();
        await Expect(wizard.Errors).ToContainTextAsync("no spaces");
        await CheckAsync(page, name, "several files with errors");
        await wizard.NameFor($"{name} first interview.wav").FillAsync($"{name}-taken");
        await wizard.Button($"Remove {name} notes.txt").ClickAsync();
        await wizard.UploadedAsync();
        browser.Transcribe.Add(new() { ["TranscriptionJobName"] = $"{name}-taken", ["LanguageCode"] = "en-US", ["Media"] = new System.Text.Json.Nodes.JsonObject { ["MediaFileUri"] = "s3://other/one.wav" } });
        await wizard.Next.ClickAsync();
        await wizard.ReadyAsync();
        await wizard.Switch("Vocabulary filtering").CheckAsync();
        await wizard.Switch("Custom vocabulary").CheckAsync();
        await wizard.Switch("PII redaction").CheckAsync();
        await wizard.Switch("Audio identification").CheckAsync();
        await wizard.Radio("Speaker partitioning").CheckAsync();
        await wizard.Switch("Alternative results").CheckAsync();
        await CheckAsync(page, name, "all of step 2");
        await wizard.Button("Create 2 jobs").ClickAsync();
        await Expect(wizard.Errors).ToContainTextAsync("Choose a");
        await CheckAsync(page, name, "all of step 2 with errors");
        await wizard.Switch("Vocabulary filtering").UncheckAsync();
        await wizard.Switch("Custom vocabulary").UncheckAsync();
        await wizard.Button("Create 2 jobs").ClickAsync();
        await Expect(page.GetByText("1 of 2 jobs created, 1 failed")).ToBeVisibleAsync();
        await CheckAsync(page, name, "jobs, one failed");
        await wizard.Text($"Name of the job for {name} first interview.wav").FillAsync($"{name}-free");
        await wizard.Button($"Try again to create {name}-free").ClickAsync();
        await Expect(page.GetByText("2 transcription jobs were created")).ToBeVisibleAsync();
        await CheckAsync(page, name, "jobs, all created");
    }, new() { ViewportSize = new() { Width = width, Height = 900 } });

    [Fact]
    public Task Nothing_moves_for_whoever_asks_for_less_motion() => browser.WithPageAsync(nameof(Nothing_moves_for_whoever_asks_for_less_motion), async page =>
    {
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        var wizard = new CreateJobPage(page);
        await wizard.OpenAsync();
        await wizard.ChooseAsync("still", browser.Samples.Silence(4000, "still.wav"));
        await wizard.Next.ClickAsync();
        await wizard.ReadyAsync();
        var moving = await page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('*')].filter(element => {
                const style = getComputedStyle(element);
                const seconds = text => Math.max(...text.split(',').map(parseFloat));
                return seconds(style.transitionDuration) > 0.01 || (style.animationName !== 'none' && seconds(style.animationDuration) > 0.01);
            }).map(element => element.outerHTML.slice(0, 80))
            """);
        Assert.Empty(moving);
    });

    private static async Task CheckAsync(IPage page, string test, string state)
    {
        await page.AssertCleanAsync(state);
        await page.ScreenshotAsync(new() { Path = Path.Combine(Repository.TestResults, "look", $"{test} {state}.png"), FullPage = true });
        var overflow = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, $"{state}: the page scrolls sideways by {overflow} pixels.");
        var cut = await page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('main button, main a, main input:not(.visually-hidden), main label, main p')]
                .filter(element => element.checkVisibility() && !element.closest('.visually-hidden'))
                .filter(element => { const box = element.getBoundingClientRect(); return box.width > 1 && (box.right > innerWidth + 1 || box.left < -1); })
                .map(element => element.outerHTML.slice(0, 100))
            """);
        Assert.True(cut.Length == 0, $"{state}: out of the window: {string.Join("; ", cut)}");
    }
}
