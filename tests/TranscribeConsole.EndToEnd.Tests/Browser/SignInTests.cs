using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TranscribeConsole.EndToEnd.Tests.Browser.Pages;
using TranscribeConsole.EndToEnd.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace TranscribeConsole.EndToEnd.Tests.Browser;

public sealed class SignInTests(SignInFixture browser) : IClassFixture<SignInFixture>
{
    [Fact]
    public Task With_the_keyboard_to_the_page_that_was_asked_for_and_out_again() => browser.WithPageAsync(nameof(With_the_keyboard_to_the_page_that_was_asked_for_and_out_again), async page =>
    {
        await page.GotoAsync("create-job");
        await Expect(page).ToHaveURLAsync(new Regex(@"/sign-in\?return=%2Fcreate-job$"));
        await Expect(page.GetByLabel("Sign-in name")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(SignInFixture.Administrator);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("not the password");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Sign-in name or password is wrong.");
        await Expect(page.GetByLabel("Password")).ToBeFocusedAsync();
        await Expect(page.GetByLabel("Password")).ToHaveValueAsync("");
        await page.Keyboard.TypeAsync(SignInFixture.Password);
        await page.Keyboard.PressAsync("Enter");

        var wizard = new CreateJobPage(page);
        await wizard.ReadyAsync(); // the circuit has the cookie as well
        await Expect(page).ToHaveURLAsync(new Regex("/create-job$"));
        var cookie = Assert.Single(await page.Context.CookiesAsync(), c => c.Name == "__Host-TranscribeConsole");
        Assert.Equal((true, true, SameSiteAttribute.Lax, "/"), (cookie.Secure, cookie.HttpOnly, cookie.SameSite, cookie.Path));
        await wizard.Button("Sign out").PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex("/sign-in$"));
        await page.GotoAsync("jobs");
        await Expect(page).ToHaveURLAsync(new Regex("/sign-in.return=%2Fjobs$"));
    }, null, "422");

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 390)]
    public Task Sign_in_page_and_the_top_bar_look_right(ColorScheme scheme, int width) => browser.WithPageAsync($"sign-in-look-{width}", async page =>
    {
        await page.GotoAsync("sign-in");
        await page.CheckLookAsync("sign in", scheme, width);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await page.CheckLookAsync("sign in refused", scheme, width);
        await SignInFixture.SignInAsync(page, SignInFixture.Administrator);
        var jobs = new JobListPage(page);
        await jobs.InteractiveAsync();
        await Expect(jobs.Button("Sign out")).ToBeVisibleAsync();
        await page.CheckLookAsync("signed in", scheme, width);
    }, new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 } }, "422");

    [Fact]
    public Task Job_belongs_to_its_creator_who_shares_it_from_its_page() => browser.WithPageAsync("owned", async page =>
    {
        await SignInFixture.SignInAsync(page, SignInFixture.Administrator, "sign-in?return=/create-job");
        var wizard = new CreateJobPage(page);
        await wizard.ReadyAsync();
        await Expect(wizard.Radio("Private")).ToBeCheckedAsync();
        await wizard.Name.FillAsync("owned");
        await wizard.File.SetInputFilesAsync(Samples.Recorded);
        await wizard.UploadedAsync();
        await wizard.SubmitAsync();
        var details = new JobDetailsPage(page);
        await details.OpenAsync("owned");

        await Expect(page.Locator("main")).ToContainTextAsync(new Regex($@"Owner\s*{SignInFixture.Administrator}"));
        await Expect(page.Locator("main")).ToContainTextAsync(new Regex(@"Visibility\s*Private"));
        await details.Button("Share with the team").ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync(new Regex(@"Visibility\s*Team"));
        await Expect(details.Button("Make private")).ToBeEnabledAsync();
        await page.AssertCleanAsync("owned job");
        await page.ReloadAsync();
        await Expect(details.Button("Make private")).ToBeEnabledAsync();
    });

    [Fact]
    public Task Who_is_invited_as_reader_reads_until_an_administrator_ends_the_session() => browser.WithPageAsync("invitation", async page =>
    {
        await SignInFixture.SignInAsync(page, SignInFixture.Administrator, "sign-in?return=/accounts");
        var admin = new JobListPage(page);
        await admin.InteractiveAsync();
        await admin.Button("Invite").ClickAsync();
        await page.GetByLabel("Name - optional").FillAsync("Ana");
        await admin.Button("Make link").ClickAsync();
        var link = await page.Locator("#invite-link").TextContentAsync();
        await page.AssertCleanAsync("invitation made");
        await admin.Button("Done").ClickAsync();

        await browser.WithPageAsync("invited", async guest =>
        {
            await guest.GotoAsync(link!);
            await Expect(guest.GetByLabel("Name", new() { Exact = true })).ToHaveValueAsync("Ana");
            await SignInFixture.FillAsync(guest, "ana", "Ana");
            await guest.GetByRole(AriaRole.Button, new() { Name = "Create account" }).ClickAsync();
            var jobs = new JobListPage(guest);
            await jobs.InteractiveAsync();
            await Expect(jobs.Link("Create job")).ToHaveCountAsync(0);
            await Expect(jobs.Link("Accounts")).ToHaveCountAsync(0);

            await admin.Button("Refresh").ClickAsync();
            await admin.Button("Manage ana").ClickAsync();
            await page.AssertCleanAsync("account managed");
            await page.GetByLabel("End all sessions").CheckAsync();
            await admin.Button("Save changes").ClickAsync();
            await Expect(page.GetByText("The account ana was saved.")).ToBeVisibleAsync();

            // By itself: the page asks every quarter of a minute.
            await Expect(guest).ToHaveURLAsync(new Regex(@"/sign-in\?return=%2Fjobs$"), new() { Timeout = 60_000 });
            await Expect(guest.GetByLabel("Sign-in name")).ToBeFocusedAsync();
        }, null, ReconnectTests.Expected);
    });

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 390)]
    public Task Account_and_accounts_look_right(ColorScheme scheme, int width) => browser.WithPageAsync($"accounts-look-{width}", async page =>
    {
        await SignInFixture.SignInAsync(page, SignInFixture.Administrator, "sign-in?return=/account");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Account", Exact = true })).ToBeVisibleAsync();
        await page.CheckLookAsync("account", scheme, width);
        await page.GotoAsync("accounts");
        await new JobListPage(page).InteractiveAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = $"Manage {SignInFixture.Administrator}" })).ToBeEnabledAsync();
        await page.CheckLookAsync("accounts", scheme, width);
    }, new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 } });
}
