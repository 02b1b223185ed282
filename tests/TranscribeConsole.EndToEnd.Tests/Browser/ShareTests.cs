using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TranscribeConsole.EndToEnd.Tests.Browser.Pages;
using static Microsoft.Playwright.Assertions;

namespace TranscribeConsole.EndToEnd.Tests.Browser;

public sealed class ShareTests(ShareFixture browser) : IClassFixture<ShareFixture>
{
    private const string Password = "a secret for them";

    [Fact]
    public Task Somebody_without_account_reads_and_plays_by_a_link_until_it_is_taken_back() => browser.WithPageAsync("share", async page =>
    {
        await SignInFixture.SignInAsync(page, SignInFixture.Administrator);
        await new JobListPage(page).InteractiveAsync();
        await ShareFixture.OpenDialogAsync(page);
        await page.GetByLabel("Password").FillAsync("short");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make link" }).ClickAsync();
        await Expect(page.GetByText("Password must be 8 to 256 characters long, or left empty.")).ToBeVisibleAsync();
        await page.GetByLabel("Password").FillAsync(Password);
        var link = await ShareFixture.MakeAsync(page);
        await page.AssertCleanAsync("link made");

        await browser.WithPageAsync("shared", async guest =>
        {
            await guest.GotoAsync(link);
            await guest.AssertCleanAsync("password asked for");
            await guest.GetByLabel("Password", new() { Exact = true }).FillAsync("not the password");
            await guest.GetByRole(AriaRole.Button, new() { Name = "Open" }).ClickAsync();
            await Expect(guest.GetByRole(AriaRole.Alert)).ToContainTextAsync("The password is wrong.");
            await guest.GetByLabel("Password", new() { Exact = true }).FillAsync(Password);
            await guest.GetByRole(AriaRole.Button, new() { Name = "Open" }).ClickAsync();
            var reader = new ReaderPage(guest);
            await Expect(reader.Text).ToContainTextAsync("young man");
            await reader.PlayableAsync();
            await reader.Button("Play").ClickAsync();
            await Expect(reader.Time).Not.ToHaveTextAsync(new Regex("^0:00 "));
            await Expect(reader.Button("Download")).ToHaveCountAsync(0);
            await Expect(reader.Tab("Subtitles")).ToHaveCountAsync(0);
            await Expect(guest.GetByRole(AriaRole.Navigation)).ToHaveCountAsync(0);
            await reader.Find.FillAsync("young");
            await Expect(reader.Count).ToContainTextAsync("1");
            await guest.AssertCleanAsync("shared transcript");
            var cookies = await guest.Context.CookiesAsync();
            Assert.All(cookies.Where(cookie => cookie.Name.StartsWith("__Host-", StringComparison.Ordinal)), cookie => Assert.Equal((true, true, "/"), (cookie.Secure, cookie.HttpOnly, cookie.Path)));

            await page.GotoAsync("shares");
            await new JobListPage(page).InteractiveAsync();
            var row = page.GetByRole(AriaRole.Row, new() { Name = "with a password" });
            await Expect(row).ToContainTextAsync(new Regex("interview.*Root.*Text and media, with a password.*Once", RegexOptions.Singleline));
            await row.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Revoke link") }).ClickAsync();
            await page.GetByRole(AriaRole.Dialog, new() { Name = "Revoke link?" }).GetByRole(AriaRole.Button, new() { Name = "Revoke", Exact = true }).ClickAsync();
            await Expect(row).ToHaveCountAsync(0);
            await guest.GotoAsync(link);
            await Expect(guest.GetByText("This link is not valid")).ToBeVisibleAsync();
        }, null, "404", "422");

        await page.GotoAsync($"audit?job={ShareFixture.Job}");
        foreach (var action in (string[])["Made share link", "Opened share link", "Share link password refused", "Read transcript", "Loaded media", "Revoked share link"])
            await Expect(page.GetByRole(AriaRole.Row, new() { Name = action }).First).ToBeVisibleAsync();
        Assert.Contains("/shared/{token}/transcript/reading", browser.Console.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(link[(link.LastIndexOf('/') + 1)..], browser.Console.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Password, browser.Console.Output, StringComparison.Ordinal);
    });

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 390)]
    public Task Dialog_list_and_the_guests_page_look_right(ColorScheme scheme, int width) => browser.WithPageAsync($"share-look-{width}", async page =>
    {
        var options = new BrowserNewContextOptions { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 } };
        await SignInFixture.SignInAsync(page, SignInFixture.Administrator);
        await new JobListPage(page).InteractiveAsync();
        await ShareFixture.OpenDialogAsync(page);
        await page.GetByLabel("Also export").CheckAsync();
        var link = await ShareFixture.MakeAsync(page);
        await page.CheckLookAsync("share link made", scheme, width);
        await page.GetByRole(AriaRole.Button, new() { Name = "Links of this job" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Table, new() { Name = "Share links" })).ToBeVisibleAsync();
        await page.CheckLookAsync("share dialog", scheme, width);
        await page.GotoAsync("shares");
        await new JobListPage(page).InteractiveAsync();
        await Expect(page.GetByRole(AriaRole.Table, new() { Name = "Share links" })).ToBeVisibleAsync();
        await page.CheckLookAsync("share links", scheme, width);
        await page.GotoAsync($"jobs/{ShareFixture.Job}/transcript");
        await new ReaderPage(page).Reader.WaitForAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Share link" })).ToBeEnabledAsync();

        await browser.WithPageAsync($"shared-look-{width}", async guest =>
        {
            await guest.GotoAsync(link);
            var reader = new ReaderPage(guest);
            await Expect(reader.Text).ToContainTextAsync("young man");
            await reader.PlayableAsync();
            await guest.CheckLookAsync("shared transcript", scheme, width);
            await reader.Button("Download").ClickAsync();
            await Expect(reader.Dialog("Download transcript")).ToBeVisibleAsync();
            var (name, text) = await reader.DownloadAsync();
            Assert.Equal("interview.txt", name);
            Assert.Contains("young man", System.Text.Encoding.UTF8.GetString(text), StringComparison.Ordinal);
            await guest.GotoAsync("shared/none");
            await guest.CheckLookAsync("shared not valid", scheme, width);
        }, options, "404");
    }, new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 } });
}
