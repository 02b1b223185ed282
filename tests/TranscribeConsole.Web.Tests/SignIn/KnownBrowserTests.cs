using System.Net;
using TranscribeConsole.Services.Access;
using TranscribeConsole.Web.Tests.Hosting;

namespace TranscribeConsole.Web.Tests.SignIn;

/// <summary>The lock of an account over HTTP: what a stranger can do to its owner, and what the cookie of a known browser is worth.</summary>
public sealed class KnownBrowserTests(SignInConsole console) : IClassFixture<SignInConsole>
{
    private const string Cookie = "__Host-TranscribeConsole.Browser";

    [Fact]
    public async Task Stranger_who_fails_on_purpose_locks_out_strangers_and_not_the_owner()
    {
        using var owner = await SignedOutAsync("owner");
        await LockAsync("owner");
        using (var stranger = console.Open())
        {
            using var refused = await stranger.SignInAsync("owner", SignInConsole.Password);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        }

        using var again = await owner.SignInAsync("owner", SignInConsole.Password);
        Assert.Equal("/jobs", owner.LeadsTo(again));
    }

    [Fact]
    public async Task Cookie_is_for_https_alone_is_no_session_and_says_nothing_of_the_account()
    {
        await console.AddAsync("cookie", Role.Reader);
        using var browser = console.Open();
        using var response = await browser.SignInAsync("cookie", SignInConsole.Password);
        var set = response.Headers.GetValues("Set-Cookie").Single(line => line.StartsWith(Cookie, StringComparison.Ordinal));
        foreach (var attribute in new[] { "secure", "httponly", "samesite=lax", "path=/", "max-age=" }) Assert.Contains(attribute, set, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain=", set, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Stamp", Uri.UnescapeDataString(set), StringComparison.Ordinal); // what it holds can't be read

        using var thief = console.Open();
        thief.Cookies[Cookie] = browser.Cookies[Cookie];
        using var jobs = await thief.GetAsync("jobs");
        Assert.StartsWith("/sign-in", thief.LeadsTo(jobs), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("made-up")]
    [InlineData("CfDJ8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Cookie_that_was_made_up_is_worth_nothing(string value)
    {
        var name = $"forged-{value.Length}";
        await console.AddAsync(name, Role.Reader);
        await LockAsync(name);
        using var browser = console.Open();
        browser.Cookies[Cookie] = value;
        using var refused = await browser.SignInAsync(name, SignInConsole.Password);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
    }

    [Fact]
    public async Task Another_password_makes_the_browser_that_set_it_known_and_no_other()
    {
        const string other = "violet kettle often sings";
        using var elsewhere = await SignedOutAsync("changer");
        using var browser = await console.OpenAsync("changer");
        using (var changed = await browser.PostAsync("account", "password", ("Current", SignInConsole.Password), ("Password", other))) Assert.Equal("/account?done=password", browser.LeadsTo(changed));
        await SignOutAsync(browser);
        await LockAsync("changer");

        using var refused = await elsewhere.SignInAsync("changer", other);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        using var taken = await browser.SignInAsync("changer", other);
        Assert.Equal("/jobs", browser.LeadsTo(taken));
    }

    private async Task<ConsoleBrowser> SignedOutAsync(string name)
    {
        await console.AddAsync(name, Role.Reader);
        var browser = await console.OpenAsync(name);
        await SignOutAsync(browser);
        Assert.Contains(Cookie, browser.Cookies.Keys);
        return browser;
    }

    private static async Task SignOutAsync(ConsoleBrowser browser)
    {
        using var page = await browser.GetAsync("jobs");
        using var left = await browser.PostAsync("sign-out", ConsoleBrowser.Hidden(await page.Content.ReadAsStringAsync(), "sign-out"));
        Assert.Equal("/sign-in", browser.LeadsTo(left));
    }

    private async Task LockAsync(string name)
    {
        using var stranger = console.Open();
        for (var i = 0; i < 5; i++)
        {
            using var refused = await stranger.SignInAsync(name, "some wrong password");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        }
    }
}
