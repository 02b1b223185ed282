using System.Net;
using TranscribeConsole.Services.Access;
using TranscribeConsole.Web.Tests.Hosting;

namespace TranscribeConsole.Web.Tests.SignIn;

/// <summary>A cookie that somebody else has put into the browser before its owner signs in.</summary>
public sealed class SessionFixationTests(SignInConsole console) : IClassFixture<SignInConsole>
{
    [Fact]
    public async Task Session_that_was_planted_becomes_nobody_elses()
    {
        await console.AddAsync("planter", Role.Reader);
        using var planter = await console.OpenAsync("planter");
        var planted = planter.Cookies[ConsoleBrowser.SessionCookie];
        using var browser = console.Open();
        using var page = await browser.GetAsync("sign-in");
        var form = ConsoleBrowser.Hidden(await page.Content.ReadAsStringAsync(), "sign-in");
        browser.Cookies[ConsoleBrowser.SessionCookie] = planted;
        using var refused = await browser.PostAsync("sign-in", form, ("SignInName", SignInConsole.Administrator), ("Password", SignInConsole.Password));

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode); // the form was of nobody, and the browser is somebody's
        using var accounts = await planter.GetAsync("accounts");
        Assert.Equal(HttpStatusCode.Forbidden, accounts.StatusCode);
        using var signedIn = await browser.GetAsync("sign-in"); // who opens the page learns that somebody is signed in, and who
        Assert.Equal("/jobs", browser.LeadsTo(signedIn));
        using var jobs = await browser.GetAsync("jobs");
        Assert.Contains("Name of planter", await jobs.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("made-up")]
    [InlineData("CfDJ8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Cookie_that_was_made_up_is_no_session_and_is_not_kept_by_signing_in(string madeUp)
    {
        using var browser = console.Open();
        browser.Cookies[ConsoleBrowser.SessionCookie] = madeUp;
        using (var before = await browser.GetAsync("jobs")) Assert.StartsWith("/sign-in", browser.LeadsTo(before), StringComparison.Ordinal);
        browser.Cookies[ConsoleBrowser.SessionCookie] = madeUp;
        using (var signedIn = await browser.SignInAsync(SignInConsole.Administrator, SignInConsole.Password)) Assert.Equal("/jobs", browser.LeadsTo(signedIn));

        Assert.NotEqual(madeUp, browser.Cookies[ConsoleBrowser.SessionCookie]);
        using var other = console.Open();
        other.Cookies[ConsoleBrowser.SessionCookie] = madeUp;
        using var still = await other.GetAsync("jobs");
        Assert.StartsWith("/sign-in", other.LeadsTo(still), StringComparison.Ordinal);
    }
}
