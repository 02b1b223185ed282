using System.Net;
using Microsoft.Extensions.DependencyInjection;
using TranscribeConsole.Services.Access;
using TranscribeConsole.Services.Accounts;
using TranscribeConsole.Web.Tests.Composition;
using TranscribeConsole.Web.Tests.Hosting;

namespace TranscribeConsole.Web.Tests.SignIn.Oidc;

/// <summary>What surrounds the console: a provider that comes and goes, a reverse proxy, a provider of the simpler kind, accounts of another mode.</summary>
public sealed class OidcProviderDownTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Provider_may_be_down_at_start_and_in_the_middle_and_its_secret_is_nowhere()
    {
        using var directory = new TemporaryDirectory();
        using var provider = new OidcProvider();
        using var limit = new CancellationTokenSource(Limit);
        using var process = ConsoleProcess.Start(RunningConsole.Arguments(directory.Path, [.. provider.Settings, .. OidcConsole.Roles]));
        try
        {
            var address = await ConsoleProcess.ReadyAsync(process, limit.Token);
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var error = process.StandardError.ReadToEndAsync(limit.Token);
            using var browser = new ConsoleBrowser(address);
            Assert.Equal("The sign-in provider does not answer", await FailureAsync(browser, "sign-in"));

            await StartAsync(provider, address);
            using (var signedIn = await OidcConsole.SignInAsync(browser, "ana")) Assert.Equal("/jobs", browser.LeadsTo(signedIn));

            using var second = new ConsoleBrowser(address);
            var callback = await OidcConsole.GoAsync(second, "ana");
            await provider.KillAsync();
            Assert.Equal("The sign-in provider does not answer", await FailureAsync(second, callback));
            using (var page = await browser.GetAsync("jobs")) // who is signed in goes on, and gets out
            {
                Assert.Equal(HttpStatusCode.OK, page.StatusCode);
                using var left = await browser.PostAsync("sign-out", ConsoleBrowser.Hidden(await page.Content.ReadAsStringAsync(), "sign-out"));
                Assert.Equal(HttpStatusCode.OK, left.StatusCode);
            }

            // Its keys are new. The first token that they have signed makes the console ask for them.
            await StartAsync(provider, address);
            for (var isIn = false; !isIn;)
            {
                limit.Token.ThrowIfCancellationRequested();
                using var again = new ConsoleBrowser(address);
                using var answer = await OidcConsole.SignInAsync(again, "ana");
                isIn = again.LeadsTo(answer) == "/jobs";
                if (!isIn) await Task.Delay(200, limit.Token);
            }

            process.Kill();
            var all = await output + await error;
            Assert.Contains("Signing in at the provider failed", all, StringComparison.Ordinal);
            Assert.Contains("Look whether the provider answers at Security:Oidc:Authority", all, StringComparison.Ordinal);
            Assert.DoesNotContain(OidcProvider.ClientSecret, all, StringComparison.Ordinal);
            Assert.DoesNotContain(callback.Split("code=")[1].Split('&')[0], all, StringComparison.Ordinal);
        }
        finally
        {
            if (!process.HasExited) process.Kill();
        }
    }

    [Fact]
    public async Task Behind_a_known_proxy_the_provider_leads_back_to_https()
    {
        var console = new OidcConsole([], ["--Security:KnownProxies:0=127.0.0.1"]);
        await console.InitializeAsync();
        using (var browser = console.Open())
        {
            browser.Headers["X-Forwarded-Proto"] = "https";
            using var led = await browser.GetAsync("sign-in");
            Assert.Contains($"redirect_uri={Uri.EscapeDataString($"https://{console.Address.Authority}/signin-oidc")}", browser.LeadsTo(led), StringComparison.Ordinal);
            var callback = await OidcConsole.GoAsync(browser, OidcConsole.Administrator);
            Assert.StartsWith($"https://{console.Address.Authority}/signin-oidc?", callback, StringComparison.Ordinal);
            using var signedIn = await browser.GetAsync(new Uri(callback).PathAndQuery); // by the proxy
            Assert.Equal("/jobs", browser.LeadsTo(signedIn));
        }

        await console.DisposeAsync();
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("https://id.example/logout?client_id=console&logout_uri=https%3A%2F%2Fconsole.example%2Fsigned-out", "https://id.example/logout?client_id=console&amp;logout_uri=https%3A%2F%2Fconsole.example%2Fsigned-out")]
    public async Task Without_an_end_session_endpoint_signing_out_is_the_consoles_or_leads_where_the_setting_says(string? setting, string? expected)
    {
        var console = new OidcConsole(["--EndSession=false"], setting is null ? [] : [$"--Security:Oidc:SignOutAddress={setting}"]);
        await console.InitializeAsync();
        using (var browser = await console.OpenAsync(OidcConsole.Administrator))
        {
            using var page = await browser.GetAsync("jobs");
            using var left = await browser.PostAsync("sign-out", ConsoleBrowser.Hidden(await page.Content.ReadAsStringAsync(), "sign-out"));
            if (expected is null) Assert.Equal("/signed-out", browser.LeadsTo(left));
            else Assert.Contains($"href=\"{expected}\"", await left.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.DoesNotContain(ConsoleBrowser.SessionCookie, browser.Cookies.Keys);
        }

        await console.DisposeAsync();
    }

    [Fact]
    public async Task Accounts_with_passwords_and_their_sessions_are_of_no_use_any_more()
    {
        using var directory = new TemporaryDirectory();
        using var provider = new OidcProvider();
        await provider.StartAsync();
        string session;
        await using (var local = Program.Create(RunningConsole.Arguments(directory.Path, "--Security:Mode=Local")))
        {
            await local.StartAsync();
            var first = local.Services.GetRequiredService<FirstAdministrator>();
            Assert.Empty(await first.CreateAsync((await first.OfferAsync(default))!, new NewAccount("root", "Root", SignInConsole.Password), default));
            session = (await local.Services.GetRequiredService<SignIns>().TryAsync("root", SignInConsole.Password, new ClientInfo("", ""), default))!;
            Assert.NotNull(await local.Services.GetRequiredService<Sessions>().FindAsync(AccountToken.HashOf(session), active: false, default));
            await local.StopAsync();
        }

        await using var console = Program.Create(RunningConsole.Arguments(directory.Path, [.. provider.Settings, .. OidcConsole.Roles]));
        await console.StartAsync();
        Assert.Null(await console.Services.GetRequiredService<Sessions>().FindAsync(AccountToken.HashOf(session), active: false, default));
        Assert.False(await console.Services.GetRequiredService<UserAccounts>().HasAdministratorAsync(default));
        await console.StopAsync();
    }

    private static async Task StartAsync(OidcProvider provider, Uri console)
    {
        await provider.StartAsync();
        await provider.RegisterAsync(console);
        await provider.SetUserAsync("ana", "1", "Ana", OidcConsole.GroupOf(Role.Reader));
    }

    private static async Task<string> FailureAsync(ConsoleBrowser browser, string path)
    {
        using var answer = await browser.GetAsync(path);
        using var page = await browser.GetAsync(browser.LeadsTo(answer)!);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.StatusCode);
        var html = await page.Content.ReadAsStringAsync();
        Assert.DoesNotContain("localhost", html, StringComparison.Ordinal); // where it is is for administrators
        return html.Contains("The sign-in provider does not answer", StringComparison.Ordinal) ? "The sign-in provider does not answer" : html;
    }
}
