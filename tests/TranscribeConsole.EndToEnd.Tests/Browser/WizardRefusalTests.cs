using Microsoft.Playwright;
using TranscribeConsole.EndToEnd.Tests.Browser.Pages;
using TranscribeConsole.EndToEnd.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace TranscribeConsole.EndToEnd.Tests.Browser;

/// <summary>What the local backend can't do stands in the wizard before Start: the control is off, and the reason beside it.</summary>
public sealed class WizardRefusalTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Fact]
    public Task Built_in_recogniser() => browser.WithPageAsync("refusals-built-in", async page =>
    {
        var wizard = await WizardRefusals.OpenAsync(page);
        await WizardRefusals.AssertOffAsync(wizard.Radio("Automatic language identification"), page, "The local backend can't identify languages.");
        await WizardRefusals.AssertOffAsync(wizard.Radio("Automatic multiple languages identification"), page, "The local backend can't identify languages.");

        await WizardRefusals.ConfigureAsync(page, wizard);
        await wizard.Switch("Alternative results").CheckAsync();
        await wizard.Text("Maximum alternatives").FillAsync("5");
        await Expect(wizard.RequestText).ToContainTextAsync("\"MaxAlternatives\": 5");
    });
}

/// <summary>The same with a speech server, which need not even answer for that.</summary>
public sealed class WizardSpeechServerRefusalTests(SpeechServerBrowserFixture browser) : IClassFixture<SpeechServerBrowserFixture>
{
    [Fact]
    public Task Speech_server() => browser.WithPageAsync("refusals-speech-server", async page =>
    {
        var wizard = await WizardRefusals.OpenAsync(page);
        await wizard.Language.FillAsync("(ab-");
        var languages = page.GetByRole(AriaRole.Listbox, new() { Name = "Language", Exact = true });
        await Expect(languages.GetByRole(AriaRole.Option)).ToBeDisabledAsync();
        await Expect(languages).ToContainTextAsync("can't transcribe");
        await page.Keyboard.PressAsync("Escape");
        await wizard.PickAsync("Language", "German (de-DE)");
        await Expect(wizard.Radio("Automatic language identification")).ToBeEnabledAsync();

        await WizardRefusals.ConfigureAsync(page, wizard);
        await WizardRefusals.AssertOffAsync(wizard.Switch("Alternative results"), page, "The recogniser of this local backend gives one text and no alternatives.");
    });
}

/// <summary>The console with a speech server's address that nobody listens at.</summary>
public sealed class SpeechServerBrowserFixture : BrowserFixture
{
    protected override Task<ConsoleProcess> StartConsoleAsync(TemporaryDirectory directory) => ConsoleProcess.StartAsync(
        directory["data"], "--LocalAws:Recogniser=OpenAi", "--LocalAws:OpenAi:BaseUrl=http://127.0.0.1:9/v1", "--LocalAws:OpenAi:Model=whisper-1");
}

internal static class WizardRefusals
{
    public static async Task<CreateJobPage> OpenAsync(IPage page)
    {
        var wizard = new CreateJobPage(page);
        await wizard.OpenAsync();
        await AssertOffAsync(wizard.Radio("Custom language model"), page, "The local backend has no custom language models.");
        await wizard.S3Source.CheckAsync();
        await wizard.Name.FillAsync("refusals");
        await wizard.MediaUri.FillAsync("s3://media/call.wav");
        return wizard;
    }

    /// <summary>Goes to step 2 and looks at what no recogniser of the local backend can do.</summary>
    public static async Task ConfigureAsync(IPage page, CreateJobPage wizard)
    {
        await wizard.Next.ClickAsync();
        await Expect(wizard.Heading).ToContainTextAsync("Configure job");
        await wizard.ReadyAsync();
        await AssertOffAsync(wizard.Switch("PII redaction"), page, "The local backend can't redact content: its rules would miss names, and a redactor that misses is worse than none.");
        await AssertOffAsync(wizard.Switch("Toxicity detection"), page, "The local backend can't detect toxic speech.");
        await wizard.Switch("Audio identification").CheckAsync();
        await AssertOffAsync(wizard.Radio("Speaker partitioning"), page, "The local backend can't tell speakers apart.");
        await Expect(wizard.Radio("Channel identification")).ToBeEnabledAsync();
    }

    public static async Task AssertOffAsync(ILocator control, IPage page, string reason)
    {
        await Expect(control).ToBeDisabledAsync();
        await Expect(control).Not.ToBeCheckedAsync();
        await Expect(page.Locator("main").GetByText(reason).First).ToBeVisibleAsync();
    }
}
