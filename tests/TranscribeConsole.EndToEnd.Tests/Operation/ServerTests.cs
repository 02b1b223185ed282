using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TranscribeConsole.EndToEnd.Tests.Browser;
using TranscribeConsole.EndToEnd.Tests.Browser.Pages;
using TranscribeConsole.EndToEnd.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace TranscribeConsole.EndToEnd.Tests.Operation;

/// <summary>From a fresh server behind TLS to three people of different roles, who then work with it.</summary>
public sealed class ServerTests(ServerFixture browser) : IClassFixture<ServerFixture>
{
    private static readonly BrowserNewContextOptions Trusting = new() { IgnoreHTTPSErrors = true }; // the certificate is of Caddy's own authority

    [Fact]
    public Task Three_people_of_different_roles_work_on_a_server_behind_TLS() => browser.WithPageAsync("server-administrator", async page =>
    {
        await page.GotoAsync(Regex.Match(browser.Console.Output, "/(setup/[A-Za-z0-9_-]+)").Groups[1].Value);
        await SignInFixture.FillAsync(page, SignInFixture.Administrator, "Root");
        await page.GetByRole(AriaRole.Button, new() { Name = "Create administrator" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Transcription jobs");
        Assert.StartsWith(browser.PublicAddress.ToString(), page.Url, StringComparison.Ordinal);
        Assert.True(Assert.Single(await page.Context.CookiesAsync(), cookie => cookie.Name == "__Host-TranscribeConsole").Secure);

        var submitter = await InviteAsync(page, "Submitter");
        var reader = await InviteAsync(page, "Reader");
        await browser.WithPageAsync("server-submitter", page => SubmitAsync(page, submitter), Trusting);
        await browser.WithPageAsync("server-reader", page => ReadAsync(page, reader), Trusting);

        await page.GotoAsync("audit");
        var read = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Read transcript" }).Filter(new() { Has = page.GetByText("rea", new() { Exact = true }) });
        await Expect(read.First).ToContainTextAsync(new Regex(@"127\.0\.0\.1|::1")); // as the browser finds localhost
    }, Trusting);

    [Fact]
    public void Console_runs_without_rights()
    {
        var status = File.ReadAllLines($"/proc/{browser.Console.ProcessId}/status");
        string Of(string name) => status.First(line => line.StartsWith(name, StringComparison.Ordinal))[name.Length..].Trim();

        Assert.DoesNotContain("0", Of("Uid:").Split('\t'));
        Assert.Equal("0000000000000000", Of("CapEff:"));
    }

    private static async Task<string> InviteAsync(IPage page, string role)
    {
        await page.GotoAsync("accounts");
        var accounts = new JobListPage(page);
        await accounts.InteractiveAsync();
        await accounts.Button("Invite").ClickAsync();
        await page.GetByLabel("Role").SelectOptionAsync(role);
        await accounts.Button("Make link").ClickAsync();
        return await page.Locator("#invite-link").TextContentAsync() ?? "";
    }

    private async Task AcceptAsync(IPage page, string link, string name)
    {
        Assert.StartsWith(new Uri(browser.PublicAddress, "invitation/").ToString(), link, StringComparison.Ordinal);
        await page.GotoAsync(link);
        await SignInFixture.FillAsync(page, name, name);
        await page.GetByRole(AriaRole.Button, new() { Name = "Create account" }).ClickAsync();
        await new JobListPage(page).InteractiveAsync(); // the circuit goes through the proxy as well
    }

    private async Task SubmitAsync(IPage page, string invitation)
    {
        await AcceptAsync(page, invitation, "sub");
        await Expect(new JobListPage(page).Link("Accounts")).ToHaveCountAsync(0);
        var wizard = new CreateJobPage(page);
        await wizard.OpenAsync();
        await wizard.Radio("Team").CheckAsync();
        await wizard.Name.FillAsync("behind-tls");
        await wizard.File.SetInputFilesAsync(Samples.Recorded);
        await wizard.UploadedAsync();
        await wizard.SubmitAsync();
        await new JobListPage(page).ShowsAsync("behind-tls", "Complete");
    }

    private async Task ReadAsync(IPage page, string invitation)
    {
        await AcceptAsync(page, invitation, "rea");
        await Expect(new JobListPage(page).Link("Create job")).ToHaveCountAsync(0);
        await page.GotoAsync("jobs/behind-tls/transcript");
        await Expect(page.Locator("main")).ToContainTextAsync(new Regex("[a-z]{3}"));
        var transcript = await page.APIRequest.GetAsync("jobs/behind-tls/transcript.txt");
        Assert.True(transcript.Ok);
        Assert.Matches("[a-z]{3}", await transcript.TextAsync());
    }
}
