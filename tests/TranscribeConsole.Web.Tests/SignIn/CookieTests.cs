using System.Net;
using TranscribeConsole.Services.Access;
using TranscribeConsole.Web.Tests.Hosting;

namespace TranscribeConsole.Web.Tests.SignIn;

/// <summary>What every cookie of a console with sign-in is, and what is left of a person after it.</summary>
public sealed class CookieTests(SignInConsole console) : IClassFixture<SignInConsole>
{
    [Fact]
    public async Task Every_cookie_that_the_server_sets_is_for_https_this_host_and_no_script()
    {
        await console.AddAsync("cookies", Role.Submitter);
        using var browser = console.Open();
        var set = new List<string>();
        using (var page = await browser.GetAsync("sign-in"))
        {
            Take(page);
            var form = ConsoleBrowser.Hidden(await page.Content.ReadAsStringAsync(), "sign-in");
            using var signedIn = await browser.PostAsync("sign-in", form, ("SignInName", "cookies"), ("Password", SignInConsole.Password));
            Assert.Equal("/jobs", browser.LeadsTo(signedIn));
            Take(signedIn);
        }

        foreach (var path in new[] { "jobs", "account", "create-job", "antiforgery" })
        {
            using var answer = await browser.GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Take(answer);
        }

        Assert.Contains(set, cookie => cookie.StartsWith("__Host-TranscribeConsole.Antiforgery=", StringComparison.Ordinal));
        Assert.All(set, cookie =>
        {
            Assert.StartsWith("__Host-", cookie, StringComparison.Ordinal);
            foreach (var attribute in new[] { "secure", "httponly", "samesite=", "path=/" }) Assert.Contains($"; {attribute}", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
        });

        void Take(HttpResponseMessage answer)
        {
            if (answer.Headers.TryGetValues("Set-Cookie", out var cookies)) set.AddRange(cookies);
        }
    }

    [Fact]
    public async Task Where_nobody_signs_in_the_cookie_works_over_plain_http()
    {
        var open = new RunningConsole();
        await open.InitializeAsync();
        using (var browser = new ConsoleBrowser(open.Address))
        {
            using var page = await browser.GetAsync("antiforgery");
            var cookie = Assert.Single(page.Headers.GetValues("Set-Cookie"));
            Assert.DoesNotContain("secure", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("__Host-", cookie, StringComparison.Ordinal);
        }

        await open.DisposeAsync();
    }

    [Fact]
    public async Task Signing_out_has_the_browser_clear_its_cache()
    {
        await console.AddAsync("leaver", Role.Reader);
        using var browser = await console.OpenAsync("leaver");
        using var page = await browser.GetAsync("jobs");
        using var left = await browser.PostAsync("sign-out", ConsoleBrowser.Hidden(await page.Content.ReadAsStringAsync(), "sign-out"));

        Assert.Equal("/sign-in", browser.LeadsTo(left));
        Assert.Equal(["\"cache\""], left.Headers.GetValues("Clear-Site-Data"));
    }
}
