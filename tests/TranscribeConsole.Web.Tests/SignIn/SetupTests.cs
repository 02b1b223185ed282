using System.Net;
using TranscribeConsole.Web.Tests.Composition;
using TranscribeConsole.Web.Tests.Hosting;

namespace TranscribeConsole.Web.Tests.SignIn;

public sealed class SetupTests
{
    private static readonly (string, string)[] Chosen = [("SignInName", "root"), ("DisplayName", "Root"), ("Password", SignInConsole.Password)];

    [Fact]
    public async Task First_start_prints_a_link_that_makes_one_administrator_who_survives_a_kill()
    {
        using var directory = new TemporaryDirectory();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        string cookie;
        using (var process = ConsoleProcess.Start(RunningConsole.Arguments(directory.Path, "--Security:Mode=Local")))
        {
            try
            {
                var address = await ConsoleProcess.ReadyAsync(process, limit.Token);
                const string offer = "Make the first administrator at ";
                var line = await process.StandardOutput.ReadLineAsync(limit.Token);
                Assert.StartsWith(offer, line, StringComparison.Ordinal);
                var link = line![offer.Length..];
                using var browser = new ConsoleBrowser(address);
                using (var other = await browser.GetAsync("setup/forged")) Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);

                using (var weak = await browser.PostAsync(link, "setup", ("SignInName", "root"), ("DisplayName", "Root"), ("Password", "password1234")))
                    Assert.Contains("Password is easy to guess: it is mostly a password that everybody knows", await weak.Content.ReadAsStringAsync(), StringComparison.Ordinal);
                using var made = await browser.PostAsync(link, "setup", Chosen);
                Assert.Equal("/jobs", browser.LeadsTo(made));
                cookie = browser.Cookies[ConsoleBrowser.SessionCookie];
                using var used = await browser.GetAsync(link);
                Assert.Equal(HttpStatusCode.NotFound, used.StatusCode);
            }
            finally
            {
                process.Kill(); // SIGKILL
                await process.WaitForExitAsync(limit.Token);
            }
        }

        using var later = ConsoleProcess.Start(RunningConsole.Arguments(directory.Path, "--Security:Mode=Local"));
        try
        {
            using var browser = new ConsoleBrowser(await ConsoleProcess.ReadyAsync(later, limit.Token));
            browser.Cookies[ConsoleBrowser.SessionCookie] = cookie;
            using var page = await browser.GetAsync("jobs");
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        }
        finally
        {
            later.Kill();
            Assert.DoesNotContain("/setup/", await later.StandardOutput.ReadToEndAsync(limit.Token), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Form_that_was_opened_before_the_link_was_used_makes_no_second_administrator()
    {
        var console = new RunningConsole("--Security:Mode=Local");
        await console.InitializeAsync();
        var first = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<Services.Accounts.FirstAdministrator>(console.Services);
        var link = $"setup/{await first.OfferAsync(default)}";
        using (var late = new ConsoleBrowser(console.Address))
        using (var quick = new ConsoleBrowser(console.Address))
        {
            using var page = await late.GetAsync(link);
            var hidden = ConsoleBrowser.Hidden(await page.Content.ReadAsStringAsync(), "setup");
            using var made = await quick.PostAsync(link, "setup", Chosen);
            Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
            using var second = await late.PostAsync(link, hidden, ("SignInName", "second"), ("DisplayName", "Second"), ("Password", SignInConsole.Password));
            Assert.NotEqual(HttpStatusCode.Redirect, second.StatusCode);
            Assert.DoesNotContain(ConsoleBrowser.SessionCookie, late.Cookies.Keys);
        }

        await console.DisposeAsync();
    }

    [Theory]
    [InlineData("sign-in")]
    [InlineData("setup/x")]
    [InlineData("invitation/x")]
    [InlineData("account")]
    [InlineData("accounts")]
    public async Task Where_nobody_signs_in_there_are_no_pages_for_it(string path)
    {
        var console = new RunningConsole();
        await console.InitializeAsync();
        using (var browser = new ConsoleBrowser(console.Address))
        {
            using var response = await browser.GetAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
            Assert.Contains("There is no page at this address.", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        await console.DisposeAsync();
    }
}
