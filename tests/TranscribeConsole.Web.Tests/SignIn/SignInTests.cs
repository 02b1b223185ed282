using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using Microsoft.Extensions.DependencyInjection;
using TranscribeConsole.Services.Access;
using TranscribeConsole.Services.Accounts;
using TranscribeConsole.Web.Tests.Hosting;

namespace TranscribeConsole.Web.Tests.SignIn;

public sealed class SignInTests(SignInConsole console) : IClassFixture<SignInConsole>
{
    private const string Password = SignInConsole.Password;

    [Fact]
    public async Task Signing_in_leads_to_the_page_that_was_asked_for_with_a_cookie_that_stays_with_this_host()
    {
        await console.AddAsync("ana", Role.Reader);
        using var browser = console.Open();
        using var asked = await browser.GetAsync("jobs?status=FAILED");
        Assert.Equal((HttpStatusCode.Redirect, "/sign-in?return=%2Fjobs%3Fstatus%3DFAILED"), (asked.StatusCode, browser.LeadsTo(asked)));

        using var signedIn = await browser.SignInAsync("Ana", Password, browser.LeadsTo(asked)!);
        Assert.Equal("/jobs?status=FAILED", browser.LeadsTo(signedIn));
        var attributes = browser.SetSession!.Split("; ").Skip(1).Order(StringComparer.Ordinal);
        Assert.Equal(["httponly", "path=/", "samesite=lax", "secure"], attributes); // no Domain, no Expires

        using var page = await browser.GetAsync("jobs");
        var html = await page.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("Name of ana", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("\\\\evil.example/")]
    [InlineData("/\t/evil.example/")]
    [InlineData("/jobs\\..\\")]
    [InlineData("javascript:alert(1)")]
    [InlineData("jobs")]
    [InlineData("/sign-in?return=/sign-in")]
    [InlineData("")]
    public async Task Address_to_return_to_that_is_no_path_of_the_console_leads_to_its_first_page(string address)
    {
        var path = $"sign-in?return={Uri.EscapeDataString(address)}";
        using var browser = console.Open();
        using var signedIn = await browser.SignInAsync(SignInConsole.Administrator, Password, path);
        using var again = await browser.GetAsync(path); // who has signed in is sent on at once

        Assert.Equal("/jobs", browser.LeadsTo(signedIn));
        Assert.Equal("/jobs", browser.LeadsTo(again));
    }

    [Fact]
    public async Task Every_sign_in_is_a_new_session()
    {
        await console.AddAsync("fixated", Role.Reader);
        using var browser = await console.OpenAsync("fixated");
        var planted = browser.Cookies[ConsoleBrowser.SessionCookie];
        using var attacker = console.Open();
        attacker.Cookies[ConsoleBrowser.SessionCookie] = planted;
        using (var before = await attacker.GetAsync("jobs")) Assert.Equal(HttpStatusCode.OK, before.StatusCode);

        // Who has signed in gets no form, so its fields are of another browser's page; as a user with an old tab would post it.
        using var other = console.Open();
        using var page = await other.GetAsync("sign-in");
        var hidden = ConsoleBrowser.Hidden(await page.Content.ReadAsStringAsync(), "sign-in");
        browser.Cookies.Remove(ConsoleBrowser.SessionCookie);
        using var form = await browser.GetAsync("sign-in");
        browser.Cookies[ConsoleBrowser.SessionCookie] = planted;
        using var stale = await browser.PostAsync("sign-in", hidden, ("SignInName", "fixated"), ("Password", Password));
        Assert.Equal(HttpStatusCode.BadRequest, stale.StatusCode); // another browser's token

        browser.Cookies.Clear();
        using var again = await browser.SignInAsync("fixated", Password);
        Assert.NotEqual(planted, browser.Cookies[ConsoleBrowser.SessionCookie]);
    }

    [Theory]
    [InlineData("nobody-of-that-name", "some wrong password")]
    [InlineData("root", "some wrong password")]
    [InlineData("root", "")]
    [InlineData("", "")]
    [InlineData("disabled", Password)]
    public async Task Refusal_is_the_same_whatever_was_wrong(string name, string password)
    {
        if (name == "disabled")
        {
            await console.AddAsync(name, Role.Reader);
            var accounts = console.Services.GetRequiredService<UserAccounts>();
            var account = (await accounts.ListAsync(default)).Single(a => a.SignInName == name);
            Assert.Null(await accounts.SetDisabledAsync(account.Id, true, default));
        }

        using var browser = console.Open();
        var began = Stopwatch.GetTimestamp();
        using var refused = await browser.SignInAsync(name, password);
        var html = await refused.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Sign-in name or password is wrong.", html, StringComparison.Ordinal);
        Assert.True(Stopwatch.GetElapsedTime(began) >= console.Services.GetRequiredService<AccountLimits>().Refusal);
        Assert.DoesNotContain(ConsoleBrowser.SessionCookie, browser.Cookies.Keys);
        if (password.Length > 0) Assert.DoesNotContain(password, html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Session_that_was_ended_gets_the_sign_in_page_and_scripts_401()
    {
        await console.AddAsync("ended", Role.Reader);
        using var browser = await console.OpenAsync("ended");
        var cookie = browser.Cookies[ConsoleBrowser.SessionCookie];
        using var page = await browser.GetAsync("jobs");
        using var left = await browser.PostAsync("sign-out", ConsoleBrowser.Hidden(await page.Content.ReadAsStringAsync(), "sign-out"));
        Assert.Equal("/sign-in", browser.LeadsTo(left));
        Assert.DoesNotContain(ConsoleBrowser.SessionCookie, browser.Cookies.Keys);

        browser.Cookies[ConsoleBrowser.SessionCookie] = cookie; // kept by a thief
        using var after = await browser.GetAsync("jobs");
        Assert.Equal(HttpStatusCode.Redirect, after.StatusCode);
        using var script = await browser.GetAsync("jobs/none/transcript.json", "application/json");
        Assert.Equal(HttpStatusCode.Unauthorized, script.StatusCode);
        Assert.Equal("Sign in to the console to go on.", await script.DetailAsync());
    }

    [Fact]
    public async Task Signing_out_takes_the_token_of_the_page()
    {
        using var browser = await console.OpenAsync(SignInConsole.Administrator);
        using var forged = await browser.PostAsync("sign-out", [new("__RequestVerificationToken", "forged")]);
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        using var foreign = await browser.SendAsync(HttpMethod.Post, "sign-out", origin: "https://evil.example");
        Assert.Equal(HttpStatusCode.Forbidden, foreign.StatusCode);
        using var still = await browser.GetAsync("jobs");
        Assert.Equal(HttpStatusCode.OK, still.StatusCode);
    }

    [Fact]
    public async Task Form_of_the_sign_in_page_is_not_taken_without_its_token()
    {
        using var browser = console.Open();
        using var page = await browser.GetAsync("sign-in");
        var hidden = ConsoleBrowser.Hidden(await page.Content.ReadAsStringAsync(), "sign-in").Where(field => field.Key == "_handler");
        using var response = await browser.PostAsync("sign-in", hidden, ("SignInName", SignInConsole.Administrator), ("Password", Password));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.DoesNotContain(ConsoleBrowser.SessionCookie, browser.Cookies.Keys);
    }

    [Theory]
    [InlineData("POST", "uploads")]
    [InlineData("GET", "antiforgery")]
    [InlineData("GET", "no-such-page")]
    [InlineData("POST", "_blazor/negotiate?negotiateVersion=1")]
    public async Task Script_of_nobody_gets_401(string method, string path)
    {
        using var browser = console.Open();
        using var response = await browser.SendAsync(new HttpMethod(method), path, JsonContent.Create(new { fileName = "call.wav", size = 1 }));
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Circuit_opens_for_who_has_signed_in_alone(bool signedIn)
    {
        using var browser = signedIn ? await console.OpenAsync(SignInConsole.Administrator) : console.Open();
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", console.Address.GetLeftPart(UriPartial.Authority));
        if (signedIn) socket.Options.SetRequestHeader("Cookie", $"{ConsoleBrowser.SessionCookie}={browser.Cookies[ConsoleBrowser.SessionCookie]}");
        var connecting = socket.ConnectAsync(new UriBuilder(console.Address) { Scheme = "ws", Path = "_blazor" }.Uri, CancellationToken.None);

        if (signedIn) await connecting;
        else Assert.Contains("401", (await Assert.ThrowsAsync<WebSocketException>(() => connecting)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("favicon.svg")]
    [InlineData("_content/TranscribeConsole.Components/console.css")]
    [InlineData("health/live")]
    [InlineData("health/ready")]
    public async Task What_the_sign_in_page_and_probes_need_is_there_for_everybody(string path)
    {
        using var browser = console.Open();
        using var response = await browser.GetAsync(path, "*/*");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Sign_in_page_has_no_circuit_and_no_navigation()
    {
        using var browser = console.Open();
        using var page = await browser.GetAsync("sign-in");
        var html = await page.Content.ReadAsStringAsync();

        Assert.DoesNotContain("blazor.web.js", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<!--Blazor:", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<nav", html, StringComparison.Ordinal);
        Assert.Contains("no-store", page.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }
}
