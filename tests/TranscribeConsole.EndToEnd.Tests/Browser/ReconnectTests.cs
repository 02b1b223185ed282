using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TranscribeConsole.EndToEnd.Tests.Browser.Pages;
using TranscribeConsole.EndToEnd.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace TranscribeConsole.EndToEnd.Tests.Browser;

/// <summary>A connection that drops, and a console that is restarted under an open page: nothing typed is lost.</summary>
public sealed class ReconnectTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    /// <summary>Parts of the errors that a lost connection leaves in the console.</summary>
    internal static readonly string[] Expected = ["ERR_", "WebSocket", "Failed to", "Connection disconnected", "Cannot send data", "rejected", "circuit"];

    [Fact]
    public Task A_connection_that_drops_is_told_comes_back_and_everything_is_there() => browser.WithPageAsync(nameof(A_connection_that_drops_is_told_comes_back_and_everything_is_there), async page =>
    {
        var sockets = new List<IWebSocketRoute>();
        await page.RouteWebSocketAsync("**/_blazor**", socket =>
        {
            sockets.Add(socket);
            socket.ConnectToServer();
        });
        var wizard = await FilledAsync(page, browser.Console.Address, "dropped");
        await page.RouteAsync("**/_blazor/**", route => route.AbortAsync());
        await sockets[^1].CloseAsync();
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Connection lost" });
        await Expect(dialog).ToBeVisibleAsync();
        await Expect(dialog.GetByRole(AriaRole.Status)).ToContainTextAsync("can't be reached");
        await page.Keyboard.PressAsync("Escape");
        await Expect(dialog).ToBeVisibleAsync(); // what is under it would not work
        await page.AssertCleanAsync("connection lost");
        await page.UnrouteAsync("**/_blazor/**");

        await Expect(dialog).ToBeHiddenAsync(new() { Timeout = 30_000 });
        await ExpectFilledAsync(wizard, "dropped");
        await wizard.SubmitAsync();
        await Expect(new JobListPage(page).Row("dropped")).ToHaveCountAsync(1);
    }, null, Expected);

    [Fact]
    public Task A_console_that_was_restarted_asks_for_a_reload_and_everything_is_there() => browser.WithPageAsync(nameof(A_console_that_was_restarted_asks_for_a_reload_and_everything_is_there), async page =>
    {
        using var directory = new TemporaryDirectory();
        var console = await ConsoleProcess.StartAsync(directory["data"]);
        var address = console.Address;
        try
        {
            var wizard = await FilledAsync(page, address, "restarted");
            await console.DisposeAsync();
            await Expect(page.GetByText("The console can't be reached.")).ToBeVisibleAsync();
            console = await ConsoleProcess.StartAsync(directory["data"], $"--Urls={address}");

            var reload = page.GetByRole(AriaRole.Button, new() { Name = "Reload", Exact = true });
            await Expect(reload).ToBeVisibleAsync(new() { Timeout = 60_000 });
            await Expect(page.GetByText("The console was restarted.")).ToBeVisibleAsync();
            await page.AssertCleanAsync("console restarted");
            await reload.ClickAsync();
            await wizard.ReadyAsync();
            await Expect(page.GetByText("What you entered before is here again.")).ToBeVisibleAsync();
            await ExpectFilledAsync(wizard, "restarted");
            await wizard.SubmitAsync();
            await Expect(new JobListPage(page).Row("restarted")).ToHaveCountAsync(1);
        }
        finally
        {
            await console.DisposeAsync();
        }
    }, null, Expected);

    // A finished upload, typed text, a choice of step 2, and a step back.
    private async Task<CreateJobPage> FilledAsync(IPage page, Uri console, string name)
    {
        var wizard = new CreateJobPage(page);
        await wizard.OpenAsync(new Uri(console, "create-job").ToString());
        await wizard.Name.FillAsync("before");
        await wizard.File.SetInputFilesAsync(browser.Samples.Silence(5000, $"{name}.wav"));
        await wizard.UploadedAsync();
        await wizard.Next.ClickAsync();
        await wizard.Switch("Audio identification").CheckAsync();
        await wizard.Previous.ClickAsync();
        await wizard.AddTagAsync();
        await wizard.Text("Key of tag 1").FillAsync("team");
        await wizard.Name.FillAsync(name);
        await Expect(wizard.RequestText).ToContainTextAsync($"\"{name}\"");
        return wizard;
    }

    private static async Task ExpectFilledAsync(CreateJobPage wizard, string name)
    {
        await Expect(wizard.Name).ToHaveValueAsync(name);
        await Expect(wizard.Text("Key of tag 1")).ToHaveValueAsync("team");
        await wizard.UploadedAsync();
        await wizard.Next.ClickAsync();
        await Expect(wizard.Switch("Audio identification")).ToBeCheckedAsync();
        await wizard.Previous.ClickAsync();
        await Expect(wizard.Page).ToHaveURLAsync(new Regex("/create-job$"));
    }
}
