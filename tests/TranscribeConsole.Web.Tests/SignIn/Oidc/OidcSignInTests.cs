using System.Net;
using Microsoft.Extensions.DependencyInjection;
using TranscribeConsole.Services.Access;
using TranscribeConsole.Services.Accounts;
using TranscribeConsole.Web.Tests.Hosting;

namespace TranscribeConsole.Web.Tests.SignIn.Oidc;

public sealed class OidcSignInTests(OidcConsole console) : IClassFixture<OidcConsole>
{
    private UserAccounts Accounts => console.Services.GetRequiredService<UserAccounts>();

    [Fact]
    public async Task Signing_in_at_the_provider_leads_to_the_page_that_was_asked_for_with_cookies_that_stay_with_this_host()
    {
        await console.Provider.SetUserAsync("ana", "1", "Ana <b>", OidcConsole.GroupOf(Role.Reader));
        using var browser = console.Open();
        using var asked = await browser.GetAsync("jobs?status=FAILED");
        Assert.Equal("/sign-in?return=%2Fjobs%3Fstatus%3DFAILED", browser.LeadsTo(asked));
        using var led = await browser.GetAsync(browser.LeadsTo(asked)!);
        var authorize = browser.LeadsTo(led)!;
        Assert.Equal("no-store", led.Headers.CacheControl!.ToString());
        Assert.StartsWith($"{console.Provider.Address}connect/authorize?", authorize, StringComparison.Ordinal);
        foreach (var part in (string[])["response_type=code", "code_challenge_method=S256", "code_challenge=", "nonce=", "state=", "scope=openid", $"redirect_uri={Uri.EscapeDataString($"{console.Address}signin-oidc")}"])
            Assert.Contains(part, authorize, StringComparison.Ordinal);
        Assert.DoesNotContain("form_post", authorize, StringComparison.Ordinal);
        var set = led.Headers.GetValues("Set-Cookie").ToList();
        Assert.Equal(2, set.Count);
        foreach (var cookie in set)
        {
            Assert.StartsWith("__Host-TranscribeConsole.", cookie, StringComparison.Ordinal);
            var attributes = cookie.Split("; ").Skip(1).Where(a => !a.StartsWith("expires=", StringComparison.Ordinal) && !a.StartsWith("max-age=", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
            Assert.Equal(["httponly", "path=/", "samesite=lax", "secure"], attributes);
        }

        using var signedIn = await OidcConsole.SignInAsync(browser, "ana", browser.LeadsTo(asked)!);
        Assert.Equal("/jobs?status=FAILED", browser.LeadsTo(signedIn));
        Assert.Equal(["httponly", "path=/", "samesite=lax", "secure"], browser.SetSession!.Split("; ").Skip(1).Order(StringComparer.Ordinal));
        Assert.InRange(browser.Cookies[ConsoleBrowser.SessionCookie].Length, 1, 1000); // a token, and none of the provider's

        using var page = await browser.GetAsync("jobs");
        var html = await page.Content.ReadAsStringAsync();
        Assert.Contains("Ana &lt;b&gt;", html, StringComparison.Ordinal);
        Assert.DoesNotContain(OidcProvider.ClientSecret, html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.Reader, "/news/readers")]
    [InlineData(Role.Submitter, "interns", "of no meaning here")]
    [InlineData(Role.Manager, "/news/managers", "/news/readers")]
    [InlineData(Role.Administrator, "/news/readers", "/news/administrators", "interns")]
    public async Task Highest_role_of_the_groups_counts(Role role, params string[] groups)
    {
        var name = $"groups-{role}";
        await console.Provider.SetUserAsync(name, name, name, groups);
        using var browser = await console.OpenAsync(name);

        Assert.Equal(role.ToString(), (await AccountAsync(name)).Role);
        Assert.Equal(role >= Role.Submitter ? HttpStatusCode.OK : HttpStatusCode.Forbidden, await StatusAsync(browser, "create-job"));
        Assert.Equal(role >= Role.Administrator ? HttpStatusCode.OK : HttpStatusCode.Forbidden, await StatusAsync(browser, "accounts"));
    }

    [Theory]
    [InlineData]
    [InlineData("/NEWS/readers")] // groups are compared to the letter
    [InlineData("/news/readers/of/another/group")]
    public async Task Who_has_no_role_learns_whom_to_ask_and_leaves_no_account(params string[] groups)
    {
        var name = $"stranger-{groups.Length}-{string.Concat(groups).Length}";
        await console.Provider.SetUserAsync(name, name, name, groups);
        using var browser = console.Open();
        using var refused = await OidcConsole.SignInAsync(browser, name);
        using var page = await browser.GetAsync(browser.LeadsTo(refused)!);
        var html = await page.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.Forbidden, page.StatusCode);
        Assert.Contains("You have no access to this console", html, StringComparison.Ordinal);
        Assert.Contains("Ask the help desk for access", html, StringComparison.Ordinal);
        Assert.DoesNotContain(ConsoleBrowser.SessionCookie, browser.Cookies.Keys);
        Assert.DoesNotContain(await Accounts.ListAsync(default), account => account.Subject == name);
    }

    [Fact]
    public async Task Changed_name_and_groups_are_in_force_at_the_next_sign_in_everywhere()
    {
        await console.Provider.SetUserAsync("moving", "moving", "Before", OidcConsole.GroupOf(Role.Reader));
        using var elsewhere = await console.OpenAsync("moving");
        var id = (await AccountAsync("moving")).Id;

        await console.Provider.SetUserAsync("moving", "moving", "After", OidcConsole.GroupOf(Role.Manager));
        using var here = await console.OpenAsync("moving");
        var account = await AccountAsync("moving");
        Assert.Equal((id, "After", nameof(Role.Manager)), (account.Id, account.DisplayName, account.Role));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(elsewhere, "create-vocabulary"));

        await console.Provider.SetUserAsync("moving", "moving", "After");
        using var again = console.Open();
        using var refused = await OidcConsole.SignInAsync(again, "moving");
        Assert.Equal("/sign-in-failed?reason=NoRole", again.LeadsTo(refused));
        foreach (var browser in (ConsoleBrowser[])[elsewhere, here]) Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(browser, "jobs"));

        await console.Provider.SetUserAsync("moving", "moving", "After", OidcConsole.GroupOf(Role.Reader));
        using var back = await console.OpenAsync("moving");
        Assert.Equal(id, (await AccountAsync("moving")).Id);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_here_and_at_the_provider()
    {
        await console.AddAsync("leaving", Role.Reader);
        using var browser = await console.OpenAsync("leaving");
        var cookie = browser.Cookies[ConsoleBrowser.SessionCookie];
        using var page = await browser.GetAsync("jobs");
        using var left = await browser.PostAsync("sign-out", ConsoleBrowser.Hidden(await page.Content.ReadAsStringAsync(), "sign-out"));
        var html = await left.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, left.StatusCode);
        var address = WebUtility.HtmlDecode(html.Split("id=\"leave\" href=\"")[1].Split('"')[0]);
        Assert.StartsWith($"{console.Provider.Address}connect/end-session?", address, StringComparison.Ordinal);
        Assert.Contains("id_token_hint=", address, StringComparison.Ordinal);
        Assert.Contains($"content=\"0;url={WebUtility.HtmlEncode(address)}\"", html, StringComparison.Ordinal);

        using var there = await browser.GetAsync(address);
        Assert.Equal("/signed-out", browser.LeadsTo(there));
        using var done = await browser.GetAsync("signed-out");
        Assert.Contains("You are signed out.", await done.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        using var asked = await browser.GetAsync("sign-in");
        using var authorize = await browser.GetAsync(browser.LeadsTo(asked)!);
        Assert.Contains("/login?", browser.LeadsTo(authorize), StringComparison.Ordinal); // the provider has forgotten, too
        browser.Cookies[ConsoleBrowser.SessionCookie] = cookie;
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(browser, "jobs"));
    }

    [Fact]
    public async Task Signing_in_ends_the_session_that_the_browser_had()
    {
        await console.AddAsync("twice", Role.Reader);
        using var browser = console.Open();
        var callback = await OidcConsole.GoAsync(browser, "twice"); // of a tab that waits at the provider
        using (var other = await OidcConsole.SignInAsync(browser, "twice")) Assert.Equal("/jobs", browser.LeadsTo(other));
        using var copy = console.Open();
        var before = copy.Cookies[ConsoleBrowser.SessionCookie] = browser.Cookies[ConsoleBrowser.SessionCookie];
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(copy, "jobs"));
        using (var answer = await browser.GetAsync(callback)) Assert.Equal("/jobs", browser.LeadsTo(answer));

        Assert.NotEqual(before, browser.Cookies[ConsoleBrowser.SessionCookie]);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(browser, "jobs"));
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(copy, "jobs"));
    }

    [Fact]
    public async Task Signing_out_of_a_session_that_has_ended_does_not_sign_in_again()
    {
        await console.AddAsync("late", Role.Reader);
        using var browser = await console.OpenAsync("late");
        using var page = await browser.GetAsync("jobs");
        var hidden = ConsoleBrowser.Hidden(await page.Content.ReadAsStringAsync(), "sign-out");
        await console.Services.GetRequiredService<Sessions>().EndAllAsync((await AccountAsync("subject-of-late")).Id, null, default);
        using var left = await browser.PostAsync("sign-out", hidden);

        Assert.Equal("/signed-out", browser.LeadsTo(left));
    }

    [Fact]
    public async Task Session_that_an_administrator_ends_is_over_and_a_disabled_account_begins_none()
    {
        await console.AddAsync("ended", Role.Reader);
        using var browser = await console.OpenAsync("ended");
        var account = await AccountAsync("subject-of-ended");
        await console.Services.GetRequiredService<Sessions>().EndAllAsync(account.Id, null, default);
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(browser, "jobs"));
        using (var again = await console.OpenAsync("ended"))
        {
            Assert.Null(await Accounts.SetDisabledAsync(account.Id, true, default));
            Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(again, "jobs"));
        }

        using var refused = await OidcConsole.SignInAsync(browser, "ended");
        Assert.Equal("/sign-in-failed?reason=Disabled", browser.LeadsTo(refused));
        Assert.DoesNotContain(ConsoleBrowser.SessionCookie, browser.Cookies.Keys);
    }

    [Fact]
    public async Task Role_and_name_of_an_account_are_not_changed_here()
    {
        await console.AddAsync("fixed", Role.Reader);
        using var browser = await console.OpenAsync("fixed");
        var account = await AccountAsync("subject-of-fixed");
        Assert.Contains("come from the provider", await Accounts.SetRoleAsync(account.Id, Role.Administrator, default), StringComparison.Ordinal);
        Assert.NotNull(await Accounts.RenameAsync(account.Id, "Somebody else", default));
        Assert.NotNull((await Accounts.ChangePasswordAsync(account.Id, "", SignInConsole.Password, new ClientInfo("", ""), default)).Error);
        using var page = await browser.GetAsync("account");
        var html = await page.Content.ReadAsStringAsync();
        Assert.Contains("come from the provider", html, StringComparison.Ordinal);
        Assert.DoesNotContain("type=\"password\"", html, StringComparison.Ordinal);

        using var administrator = await console.OpenAsync(OidcConsole.Administrator);
        using var accounts = await administrator.GetAsync("accounts");
        var list = await accounts.Content.ReadAsStringAsync();
        Assert.Contains("Accounts come from the provider", list, StringComparison.Ordinal);
        Assert.Contains("subject-of-fixed", list, StringComparison.Ordinal);
        Assert.DoesNotContain(">Invite<", list, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("setup/x")]
    [InlineData("invitation/x")]
    public async Task Pages_of_passwords_are_not_there(string path)
    {
        using var browser = console.Open();
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(browser, path));
        using var posted = await browser.PostAsync("sign-in", [new("_handler", "sign-in")], ("SignInName", "root"), ("Password", SignInConsole.Password));
        Assert.Contains(posted.StatusCode, (HttpStatusCode[])[HttpStatusCode.NotFound, HttpStatusCode.BadRequest]);
        Assert.DoesNotContain(ConsoleBrowser.SessionCookie, browser.Cookies.Keys);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("/\t/evil.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/sign-in?return=/sign-in")]
    public async Task Address_to_return_to_that_is_no_path_of_the_console_leads_to_its_first_page(string address)
    {
        var path = $"sign-in?return={Uri.EscapeDataString(address)}";
        using var browser = console.Open();
        using var signedIn = await OidcConsole.SignInAsync(browser, OidcConsole.Administrator, path);
        using var again = await browser.GetAsync(path); // who has signed in is sent on at once

        Assert.Equal("/jobs", browser.LeadsTo(signedIn));
        Assert.Equal("/jobs", browser.LeadsTo(again));
    }

    [Fact]
    public async Task Two_people_of_one_name_own_their_jobs_apart()
    {
        foreach (var subject in (string[])["1001", "1002"]) await console.Provider.SetUserAsync($"sam-{subject}", subject, "Sam Smith", OidcConsole.GroupOf(Role.Submitter));
        using var first = await console.OpenAsync("sam-1001");
        using var second = await console.OpenAsync("sam-1002");
        var (one, other) = (await AccountAsync("1001"), await AccountAsync("1002"));

        Assert.Equal(one.DisplayName, other.DisplayName);
        Assert.NotEqual(one.SignInName, other.SignInName);
        Assert.StartsWith("oidc:", one.SignInName, StringComparison.Ordinal);
        Assert.NotNull(AccountRules.FaultOfSignInName(one.SignInName)); // nobody takes it as the name of an account with a password
        Assert.NotEqual(one.SignInName, new ProviderIdentity("https://another.example", "1001", "Sam Smith").SignInName);
        Assert.Equal("Sam Smith", await console.Services.GetRequiredService<ProviderSignIns>().NameOfAsync(one.SignInName, default));
    }

    private async Task<Data.Account> AccountAsync(string subject) => (await Accounts.ListAsync(default)).Single(account => account.Subject == subject);

    private static async Task<HttpStatusCode> StatusAsync(ConsoleBrowser browser, string path)
    {
        using var response = await browser.GetAsync(path);
        return response.StatusCode;
    }
}
