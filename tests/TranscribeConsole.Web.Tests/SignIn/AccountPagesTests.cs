using System.Net;
using Microsoft.Extensions.DependencyInjection;
using TranscribeConsole.Services.Access;
using TranscribeConsole.Services.Accounts;
using TranscribeConsole.Web.Tests.Hosting;

namespace TranscribeConsole.Web.Tests.SignIn;

public sealed class AccountPagesTests(SignInConsole console) : IClassFixture<SignInConsole>
{
    private const string Password = SignInConsole.Password;
    private const string Another = "another good horse in the barn";

    [Fact]
    public async Task Invitation_makes_an_account_of_its_role_and_signs_it_in_once()
    {
        var token = await console.Services.GetRequiredService<Invitations>().CreateAsync(Role.Submitter, "Ida <b>", 1, Caller.Anyone, default);
        using var browser = console.Open();
        using (var page = await browser.GetAsync($"invitation/{token}"))
        {
            var html = await page.Content.ReadAsStringAsync();
            Assert.Contains("with the role Submitter", html, StringComparison.Ordinal);
            Assert.Contains("value=\"Ida &lt;b&gt;\"", html, StringComparison.Ordinal);
        }

        using var weak = await browser.PostAsync($"invitation/{token}", "invitation", ("SignInName", "ida"), ("DisplayName", "Ida"), ("Password", "short"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, weak.StatusCode);
        Assert.Contains("Password must be 12 to 256 characters long.", await weak.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var made = await browser.PostAsync($"invitation/{token}", "invitation", ("SignInName", "ida"), ("DisplayName", "Ida"), ("Password", Password));
        Assert.Equal("/jobs", browser.LeadsTo(made));
        using var wizard = await browser.GetAsync("create-job");
        Assert.Equal(HttpStatusCode.OK, wizard.StatusCode);
        using var again = await browser.GetAsync($"invitation/{token}");
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
    }

    [Fact]
    public async Task Link_of_an_administrator_sets_another_password_once_and_signs_in()
    {
        await console.AddAsync("forgetful", Role.Reader);
        using var elsewhere = await console.OpenAsync("forgetful");
        var account = (await console.Services.GetRequiredService<UserAccounts>().ListAsync(default)).Single(a => a.SignInName == "forgetful");
        var token = await console.Services.GetRequiredService<PasswordLinks>().CreateAsync(account.Id, default);
        using var browser = console.Open();
        using var weak = await browser.PostAsync($"new-password/{token}", "new-password", ("Password", "short"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, weak.StatusCode);
        Assert.Contains("Password must be 12 to 256 characters long.", await weak.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var set = await browser.PostAsync($"new-password/{token}", "new-password", ("Password", Another));
        Assert.Equal("/jobs", browser.LeadsTo(set));

        using var ended = await elsewhere.GetAsync("jobs");
        Assert.StartsWith("/sign-in", elsewhere.LeadsTo(ended), StringComparison.Ordinal);
        using var jobs = await browser.GetAsync("jobs");
        Assert.Equal(HttpStatusCode.OK, jobs.StatusCode);
        using var again = await browser.GetAsync($"new-password/{token}");
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
    }

    [Fact]
    public async Task Changed_password_ends_the_sessions_elsewhere_and_a_copy_of_this_one()
    {
        await console.AddAsync("changing", Role.Reader);
        using var here = await console.OpenAsync("changing");
        using var elsewhere = await console.OpenAsync("changing");
        using (var wrong = await here.PostAsync("account", "password", ("Current", "not the password"), ("Password", Another)))
            Assert.Contains("Current password is wrong.", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var copy = console.Open();
        copy.Cookies[ConsoleBrowser.SessionCookie] = here.Cookies[ConsoleBrowser.SessionCookie];
        using (var changed = await here.PostAsync("account", "password", ("Current", Password), ("Password", Another))) Assert.Equal("/account?done=password", here.LeadsTo(changed));

        using var still = await here.GetAsync("account?done=password");
        Assert.Contains("Your password was changed", await still.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        foreach (var browser in new[] { elsewhere, copy })
        {
            using var ended = await browser.GetAsync("jobs");
            Assert.StartsWith("/sign-in", browser.LeadsTo(ended), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Own_sessions_are_listed_and_ended_and_another_accounts_are_not_touched()
    {
        await console.AddAsync("listing", Role.Reader);
        using var here = await console.OpenAsync("listing");
        using var elsewhere = await console.OpenAsync("listing");
        using var administrator = await console.OpenAsync(SignInConsole.Administrator);
        var sessions = console.Services.GetRequiredService<Sessions>();
        foreach (var name in new[] { "listing", SignInConsole.Administrator })
        {
            var account = (await console.Services.GetRequiredService<UserAccounts>().ListAsync(default)).Single(a => a.SignInName == name);
            foreach (var session in await sessions.ListAsync(account.Id, default))
            {
                using var page = await here.GetAsync("account");
                var own = (await page.Content.ReadAsStringAsync()).Contains($"value=\"{session.IdHash}\"", StringComparison.Ordinal);
                Assert.False(own && name == SignInConsole.Administrator);
                if (name == "listing" && !own) continue; // the one that asks
                using var ended = await here.PostAsync("account", "end-session", ("Session", session.IdHash));
            }
        }

        Assert.Equal("/jobs", await PlaceAsync(here));
        Assert.Equal("/jobs", await PlaceAsync(administrator));
        Assert.StartsWith("/sign-in", await PlaceAsync(elsewhere), StringComparison.Ordinal);

        static async Task<string> PlaceAsync(ConsoleBrowser browser)
        {
            using var page = await browser.GetAsync("jobs");
            return browser.LeadsTo(page) ?? "/jobs";
        }
    }

    [Fact]
    public async Task Name_is_changed_and_shown_as_text()
    {
        await console.AddAsync("renaming", Role.Reader);
        using var browser = await console.OpenAsync("renaming");
        using (var saved = await browser.PostAsync("account", "rename", ("DisplayName", "<script>alert(1)</script>"))) Assert.Equal("/account?done=name", browser.LeadsTo(saved));
        using var page = await browser.GetAsync("jobs");
        var html = await page.Content.ReadAsStringAsync();

        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("account", "rename")]
    [InlineData("account", "password")]
    [InlineData("account", "end-session")]
    [InlineData("setup/none", "setup")]
    [InlineData("invitation/none", "invitation")]
    [InlineData("new-password/none", "new-password")]
    public async Task Form_is_not_taken_without_the_token_of_the_page(string path, string form)
    {
        using var browser = await console.OpenAsync(SignInConsole.Administrator);
        using var forged = await browser.PostAsync(path, [new("_handler", form), new("__RequestVerificationToken", "forged")], ("DisplayName", "Forged"));
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        using var foreign = await browser.SendAsync(HttpMethod.Post, path, new FormUrlEncodedContent([new("_handler", form)]), origin: "https://evil.example");
        Assert.Equal(HttpStatusCode.Forbidden, foreign.StatusCode);
    }
}
