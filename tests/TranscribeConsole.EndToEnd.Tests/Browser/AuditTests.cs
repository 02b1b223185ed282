using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TranscribeConsole.EndToEnd.Tests.Browser.Pages;
using TranscribeConsole.EndToEnd.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace TranscribeConsole.EndToEnd.Tests.Browser;

public sealed class AuditTests(SignInFixture browser) : IClassFixture<SignInFixture>
{
    [Fact]
    public Task Administrator_sees_what_a_submitter_did_and_what_was_changed_in_a_page() => browser.WithPageAsync("audit", async page =>
    {
        await SignInFixture.SignInAsync(page, SignInFixture.Administrator, "sign-in?return=/accounts");
        var admin = new JobListPage(page);
        await admin.InteractiveAsync();
        await admin.Button("Invite").ClickAsync();
        await page.GetByLabel("Role").SelectOptionAsync("Submitter");
        await admin.Button("Make link").ClickAsync();
        var link = await page.Locator("#invite-link").TextContentAsync();
        await browser.WithPageAsync("audited", async guest =>
        {
            await guest.GotoAsync(link!);
            await SignInFixture.FillAsync(guest, "sue", "Sue");
            await guest.GetByRole(AriaRole.Button, new() { Name = "Create account" }).ClickAsync();
            var wizard = new CreateJobPage(guest);
            await guest.GotoAsync("create-job");
            await wizard.ReadyAsync();
            await wizard.Name.FillAsync("sues-call");
            await wizard.File.SetInputFilesAsync(Samples.Recorded);
            await wizard.UploadedAsync();
            await wizard.SubmitAsync();
            var details = new JobDetailsPage(guest);
            await details.OpenAsync("sues-call");
            await details.Button("Share with the team").ClickAsync();
            await Expect(details.Button("Make private")).ToBeEnabledAsync();
        });

        await page.GotoAsync("audit");
        await page.GetByLabel("Job", new() { Exact = true }).FillAsync("sues-call");
        await page.GetByRole(AriaRole.Button, new() { Name = "Apply filter" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("[?&]job=sues-call"));
        foreach (var action in (string[])["Created job", "Viewed job", "Changed visibility"])
            await Expect(page.GetByRole(AriaRole.Row, new() { Name = action })).ToContainTextAsync(new Regex("sue.*sues-call.*127.0.0.1", RegexOptions.Singleline));
        await page.GotoAsync("audit?action=invitation.create");
        await Expect(page.GetByRole(AriaRole.Row, new() { Name = "Submitter" })).ToContainTextAsync(new Regex($"{SignInFixture.Administrator}.*127.0.0.1", RegexOptions.Singleline));
    });

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 390)]
    public Task Audit_looks_right(ColorScheme scheme, int width) => browser.WithPageAsync($"audit-look-{width}", async page =>
    {
        await SignInFixture.SignInAsync(page, SignInFixture.Administrator, "sign-in?return=/audit");
        await Expect(page.GetByRole(AriaRole.Row, new() { Name = "Signed in" }).First).ToBeVisibleAsync();
        await page.CheckLookAsync("audit", scheme, width);
        await page.GotoAsync("audit?from=2020-01-02&to=2020-01-01");
        await Expect(page.GetByText("To must not be before From.")).ToBeVisibleAsync();
        await page.CheckLookAsync("audit refused", scheme, width);
        await page.GotoAsync("audit?person=nobody");
        await Expect(page.GetByText("No entries")).ToBeVisibleAsync();
        await page.CheckLookAsync("audit empty", scheme, width);
    }, new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 } }, "400");
}
