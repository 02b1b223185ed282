using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TranscribeConsole.EndToEnd.Tests.Browser.Pages;
using TranscribeConsole.EndToEnd.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace TranscribeConsole.EndToEnd.Tests.Browser;

public sealed class OidcTests(OidcFixture browser) : IClassFixture<OidcFixture>
{
    [Fact]
    public Task By_the_provider_to_the_page_that_was_asked_for_and_out_of_both() => browser.WithPageAsync(nameof(By_the_provider_to_the_page_that_was_asked_for_and_out_of_both), async page =>
    {
        await browser.Provider.SetUserAsync("ida", "ida", "Ida", "editors");
        await OidcFixture.SignInAsync(page, "ida", "create-job");
        var wizard = new CreateJobPage(page);
        await wizard.ReadyAsync(); // the circuit has the cookie as well
        await Expect(page).ToHaveURLAsync(new Regex("/create-job$"));
        var cookie = Assert.Single(await page.Context.CookiesAsync([browser.Console.Address.ToString()]), c => c.Name.StartsWith("__Host-TranscribeConsole", StringComparison.Ordinal) && !c.Name.EndsWith(".Antiforgery", StringComparison.Ordinal)); // none of the way there is left
        Assert.Equal(("__Host-TranscribeConsole", true, true, SameSiteAttribute.Lax, "/"), (cookie.Name, cookie.Secure, cookie.HttpOnly, cookie.SameSite, cookie.Path));

        await wizard.Button("Sign out").ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/signed-out$"));
        await Expect(page.GetByText("You are signed out.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Sign in" }).ClickAsync();
        await Expect(page.GetByLabel("User name")).ToBeVisibleAsync(); // the provider asks again
    });

    [Fact]
    public Task Who_has_the_name_of_an_owner_does_not_see_the_owners_private_job() => browser.WithPageAsync("same-name", async page =>
    {
        foreach (var user in (string[])["sam-1", "sam-2"]) await browser.Provider.SetUserAsync(user, user, "Sam Smith", "editors");
        await OidcFixture.SignInAsync(page, "sam-1", "create-job");
        var wizard = new CreateJobPage(page);
        await wizard.ReadyAsync();
        await wizard.Name.FillAsync("sams-own");
        await wizard.File.SetInputFilesAsync(Samples.Recorded);
        await wizard.UploadedAsync();
        await wizard.SubmitAsync();
        await new JobDetailsPage(page).OpenAsync("sams-own");
        await Expect(page.Locator("main")).ToContainTextAsync(new Regex(@"Owner\s*Sam Smith"));
        await page.AssertCleanAsync("owned by name");

        await browser.WithPageAsync("same-name-other", async other =>
        {
            await OidcFixture.SignInAsync(other, "sam-2", "jobs/sams-own");
            await Expect(other.Locator("main")).Not.ToContainTextAsync("Owner");
            await Expect(other.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        }, null, "404");
    });

    [Fact]
    public Task Page_of_a_disabled_account_leaves_and_the_provider_does_not_bring_it_back() => browser.WithPageAsync("disabled", async page =>
    {
        await browser.Provider.SetUserAsync("ben", "ben", "Ben", "editors");
        await browser.WithPageAsync("disabled-guest", async guest =>
        {
            await OidcFixture.SignInAsync(guest, "ben");
            await new JobListPage(guest).InteractiveAsync();

            await OidcFixture.SignInAsync(page, OidcFixture.Administrator, "accounts");
            var admin = new JobListPage(page);
            await admin.InteractiveAsync();
            await admin.Button("Manage Ben").ClickAsync();
            await Expect(page.GetByText("It comes from the provider and is changed there.")).ToBeVisibleAsync();
            await page.AssertCleanAsync("provider's account managed");
            await page.GetByLabel("Disabled").CheckAsync();
            await admin.Button("Save changes").ClickAsync();
            await Expect(page.GetByText("The account Ben was saved.")).ToBeVisibleAsync();

            // By itself: the page asks every quarter of a minute.
            await Expect(guest).ToHaveURLAsync(new Regex(@"/sign-in-failed\?reason=Disabled$"), new() { Timeout = 60_000 });
            await Expect(guest.GetByText("Your account is disabled")).ToBeVisibleAsync();
        }, null, [.. ReconnectTests.Expected, "403"]);
    });

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 390)]
    public Task Pages_of_this_mode_look_right(ColorScheme scheme, int width) => browser.WithPageAsync($"oidc-look-{width}", async page =>
    {
        await browser.Provider.SetUserAsync("stranger", "stranger", "Stranger");
        await OidcFixture.SignInAsync(page, "stranger");
        await Expect(page.GetByText("You have no access to this console")).ToBeVisibleAsync();
        await page.CheckLookAsync("no access", scheme, width);
        await page.GotoAsync("signed-out");
        await page.CheckLookAsync("signed out", scheme, width);
        await page.Context.ClearCookiesAsync();
        await OidcFixture.SignInAsync(page, OidcFixture.Administrator, "account");
        await Expect(page.GetByText("Your name and your role come from the provider")).ToBeVisibleAsync();
        await page.CheckLookAsync("account of a provider", scheme, width);
        await page.GotoAsync("accounts");
        await new JobListPage(page).InteractiveAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Manage Root" })).ToBeEnabledAsync();
        await page.CheckLookAsync("accounts of a provider", scheme, width);
    }, new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 } }, "403");
}
