using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TranscribeConsole.EndToEnd.Tests.Browser.Pages;
using TranscribeConsole.EndToEnd.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace TranscribeConsole.EndToEnd.Tests.Browser;

/// <summary>The whole workflow with nothing but a keyboard: what is needed is reached by Tab, chosen by arrows, pressed by Enter or Space.</summary>
public sealed class KeyboardTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const int MostPresses = 90;

    [Fact]
    public Task From_the_list_to_a_transcript_a_copy_and_a_delete() => browser.WithPageAsync(nameof(From_the_list_to_a_transcript_a_copy_and_a_delete), async page =>
    {
        var (jobs, wizard, details) = (new JobListPage(page), new CreateJobPage(page), new JobDetailsPage(page));
        await jobs.GoToAsync("jobs");
        await PressAsync(page, page.GetByRole(AriaRole.Link, new() { Name = "Create job" }).First, "Enter");
        await wizard.ReadyAsync();
        await Expect(wizard.Heading).ToBeFocusedAsync();

        // An error first: the focus goes to it.
        await PressAsync(page, wizard.Next, "Enter");
        await Expect(wizard.Name).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("by-keyboard");
        await PressAsync(page, wizard.UploadSource, "ArrowDown");
        await Expect(wizard.S3Source).ToBeCheckedAsync();
        await page.Keyboard.PressAsync("ArrowUp");
        await Expect(wizard.UploadSource).ToBeCheckedAsync();
        await TabToAsync(page, wizard.File);
        var chooser = await page.RunAndWaitForFileChooserAsync(() => page.Keyboard.PressAsync("Enter"));
        await chooser.SetFilesAsync(Samples.Recorded);
        await Expect(wizard.Upload.GetByRole(AriaRole.Status)).ToContainTextAsync("is uploaded"); // said, not only shown
        await PressAsync(page, wizard.Check("SRT (SubRip)"), "Space");
        await TabToAsync(page, wizard.Next);
        await page.Keyboard.PressAsync("Enter");

        await Expect(wizard.Heading).ToContainTextAsync("Configure job");
        await wizard.ReadyAsync();
        await Expect(wizard.Heading).ToBeFocusedAsync();
        await PressAsync(page, wizard.Switch("Audio identification"), "Space");
        await Expect(wizard.Radio("Channel identification")).ToBeCheckedAsync();
        await PressAsync(page, wizard.Create, "Enter");

        await Expect(page).ToHaveURLAsync(new Regex("/jobs$"));
        await Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = "Transcription job by-keyboard was created." })).ToBeVisibleAsync();
        await jobs.ShowsAsync("by-keyboard", "Complete");
        await PressAsync(page, jobs.Link("by-keyboard"), "Enter");
        await Expect(details.Heading).ToHaveTextAsync("by-keyboard");
        await Expect(details.Preview).ToContainTextAsync("young man");
        await PressAsync(page, details.Button("Download"), "Enter");
        await page.Keyboard.PressAsync("Escape");
        await Expect(details.Button("Download")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        var entry = page.GetByText("Download SRT", new() { Exact = true });
        for (var i = 0; i < 10 && !await IsFocusedAsync(entry); i++) await page.Keyboard.PressAsync("ArrowDown");
        var download = await page.RunAndWaitForDownloadAsync(() => page.Keyboard.PressAsync("Enter"));
        Assert.Equal("by-keyboard.srt", download.SuggestedFilename);

        await page.GotoAsync("create-job?copy=by-keyboard"); // an address is typed as well
        await wizard.ReadyAsync();
        await Expect(wizard.Name).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("by-keyboard-2");
        await page.Keyboard.PressAsync("Enter"); // submits the step
        await Expect(wizard.Heading).ToContainTextAsync("Configure job");
        await wizard.ReadyAsync();
        await Expect(wizard.Switch("Audio identification")).ToBeCheckedAsync();
        await PressAsync(page, wizard.Create, "Enter");
        await jobs.ShowsAsync("by-keyboard-2", "Complete");

        await PressAsync(page, jobs.Link("by-keyboard-2"), "Enter");
        await Expect(details.Heading).ToHaveTextAsync("by-keyboard-2");
        await PressAsync(page, details.Button("Delete"), "Enter");
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Expect(dialog).ToBeVisibleAsync();
        Assert.True(await dialog.EvaluateAsync<bool>("dialog => dialog.contains(document.activeElement)"));
        await page.Keyboard.PressAsync("Escape");
        await Expect(details.Button("Delete")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await PressAsync(page, dialog.GetByRole(AriaRole.Button, new() { Name = "Delete", Exact = true }), "Enter");
        await Expect(page).ToHaveURLAsync(new Regex("/jobs$"));
        await Expect(jobs.Row("by-keyboard-2")).ToHaveCountAsync(0);
        await Expect(jobs.Row("by-keyboard")).ToHaveCountAsync(1);
    });

    [Fact]
    public Task Several_files_with_the_keyboard() => browser.WithPageAsync(nameof(Several_files_with_the_keyboard), async page =>
    {
        var wizard = new CreateJobPage(page);
        await wizard.OpenAsync();
        await TabToAsync(page, wizard.File);
        var chooser = await page.RunAndWaitForFileChooserAsync(() => page.Keyboard.PressAsync("Enter"));
        Assert.True(chooser.IsMultiple);
        await chooser.SetFilesAsync([browser.Samples.Silence(4000, "keys-1.wav"), browser.Samples.Silence(4000, "keys-2.wav"), browser.Samples.Silence(4000, "keys-3.wav")]);
        await Expect(wizard.Upload.GetByRole(AriaRole.Status)).ToContainTextAsync("3 of 3 files are uploaded");
        await PressAsync(page, wizard.Button("Remove keys-3.wav"), "Enter");
        await Expect(wizard.UploadRow("keys-3.wav")).ToHaveCountAsync(0);
        await TabToAsync(page, wizard.NameFor("keys-2.wav"));
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync("keys-two");
        await page.Keyboard.PressAsync("Enter");
        await wizard.Button("Create 2 jobs").WaitForAsync();
        await wizard.ReadyAsync();
        await PressAsync(page, wizard.Button("Create 2 jobs"), "Enter");
        await Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = "2 of 2 jobs created" })).ToBeVisibleAsync();
        await PressAsync(page, wizard.Link("View jobs"), "Enter");
        await Expect(new JobListPage(page).Row("keys-two")).ToHaveCountAsync(1);
    });

    [Fact]
    public Task A_vocabulary_is_typed_created_and_deleted() => browser.WithPageAsync(nameof(A_vocabulary_is_typed_created_and_deleted), async page =>
    {
        var words = new WordListPage(page);
        await words.GoToAsync("custom-vocabulary");
        await PressAsync(page, words.Link("Create vocabulary").First, "Enter");
        await words.Form.WaitForAsync();
        await TabToAsync(page, words.Name);
        await page.Keyboard.TypeAsync("keyed");
        await TabToAsync(page, words.Phrase(1));
        await page.Keyboard.TypeAsync("Lake Tahoe");
        await PressAsync(page, words.Button("Use Lake-Tahoe"), "Enter");
        await Expect(words.Phrase(1)).ToHaveValueAsync("Lake-Tahoe");
        await PressAsync(page, words.Button("Add row"), "Enter");
        await Expect(words.Phrase(2)).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("Etienne");
        await PressAsync(page, words.Button("Create vocabulary"), "Enter");

        await Expect(page).ToHaveURLAsync(new Regex("/custom-vocabulary$"));
        await words.ShowsAsync("keyed", "Ready");
        await PressAsync(page, page.GetByRole(AriaRole.Radio, new() { Name = "Select keyed" }), "Space");
        await PressAsync(page, words.Button("Delete"), "Enter");
        var dialog = page.GetByRole(AriaRole.Dialog);
        await PressAsync(page, dialog.GetByRole(AriaRole.Button, new() { Name = "Delete" }), "Enter");
        await Expect(page.GetByText("The vocabulary keyed was deleted.")).ToBeVisibleAsync();
    });

    private static async Task PressAsync(IPage page, ILocator target, string key)
    {
        await TabToAsync(page, target);
        await page.Keyboard.PressAsync(key);
    }

    private static async Task TabToAsync(IPage page, ILocator target)
    {
        await target.WaitForAsync();
        for (var presses = 0; presses < MostPresses; presses++)
        {
            if (await IsFocusedAsync(target)) return;
            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"Tab does not reach {target}.");
    }

    private static Task<bool> IsFocusedAsync(ILocator target) => target.EvaluateAsync<bool>("element => element === document.activeElement");
}
