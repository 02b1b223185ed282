using Microsoft.Playwright;
using TranscribeConsole.EndToEnd.Tests.Browser.Pages;
using static Microsoft.Playwright.Assertions;

namespace TranscribeConsole.EndToEnd.Tests.Browser;

/// <summary>The wizard with nothing but a keyboard: what is needed is reached by Tab, chosen by arrows, pressed by Enter or Space.</summary>
public sealed class KeyboardTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const int MostPresses = 90;

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
