using System.Net;
using TranscribeConsole.Web.Tests.Hosting;
using TranscribeConsole.Web.Tests.SignIn;

namespace TranscribeConsole.Web.Tests.Sharing;

/// <summary>Links with a password.</summary>
public sealed class SharedPasswordTests(SharedJobs console) : IClassFixture<SharedJobs>
{
    private const string Field = "Password";
    private const string Form = "shared";

    [Fact]
    public async Task Without_the_password_there_is_a_form_and_nothing_else()
    {
        using var guest = console.Open();
        var token = await console.LinkAsync(password: SharedJobs.Password, export: true);
        using var page = await guest.GetAsync($"shared/{token}");
        var html = await page.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("type=\"password\"", html, StringComparison.Ordinal);
        Assert.Equal(["same-origin"], page.Headers.GetValues("Referrer-Policy")); // with no-referrer browsers send the form as another site's
        Assert.DoesNotContain(OwnedJobs.Private, html, StringComparison.Ordinal);
        Assert.All(await SharedJobs.AskAllAsync(guest, token), answer => Assert.Equal((answer.Path, HttpStatusCode.NotFound), (answer.Path, answer.Status)));
        Assert.Equal(0, (await console.StoredAsync(token)).Opened);
    }

    [Fact]
    public async Task Right_password_opens_this_link_in_this_browser_by_a_cookie_that_scripts_do_not_see()
    {
        using var guest = console.Open();
        var (token, other) = (await console.LinkAsync(password: SharedJobs.Password), await console.LinkAsync(password: SharedJobs.Password));
        using var told = await guest.PostAsync($"shared/{token}", Form, (Field, SharedJobs.Password));

        Assert.Equal(($"/shared/{token}", HttpStatusCode.Redirect), (guest.LeadsTo(told), told.StatusCode));
        var cookie = Assert.Single(told.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("__Host-TranscribeConsole-link-", StringComparison.Ordinal));
        Assert.All((string[])["path=/", "secure", "httponly", "samesite=lax"], part => Assert.Contains(part, cookie, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("expires", cookie, StringComparison.OrdinalIgnoreCase);
        using (var page = await guest.GetAsync($"shared/{token}")) Assert.Contains(OwnedJobs.Private, await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using (var media = await guest.GetAsync($"shared/{token}/media", accept: "*/*")) Assert.Equal(HttpStatusCode.OK, media.StatusCode);
        Assert.Equal(1, (await console.StoredAsync(token)).Opened);

        var name = cookie.Split('=')[0];
        guest.Cookies[$"__Host-TranscribeConsole-link-{(await console.StoredAsync(other)).Id[..8]}"] = guest.Cookies[name]; // under the name of the other
        using (var page = await guest.GetAsync($"shared/{other}")) Assert.DoesNotContain(OwnedJobs.Private, await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        guest.Cookies[name] = "forged";
        using (var media = await guest.GetAsync($"shared/{token}/media", accept: "*/*")) Assert.Equal(HttpStatusCode.NotFound, media.StatusCode);
    }

    [Fact]
    public async Task Wrong_passwords_are_recorded_and_close_the_link_for_a_while()
    {
        using var guest = console.Open();
        var token = await console.LinkAsync(password: SharedJobs.Password);
        using (var page = await guest.GetAsync($"shared/{token}"))
        {
            var hidden = ConsoleBrowser.Hidden(await page.Content.ReadAsStringAsync(), Form);
            for (var i = 0; i < 5; i++)
            {
                using var wrong = await guest.PostAsync($"shared/{token}", hidden, (Field, $"not the password {i}"));
                Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
                Assert.Contains("The password is wrong.", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            }

            using var locked = await guest.PostAsync($"shared/{token}", hidden, (Field, SharedJobs.Password));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, locked.StatusCode);
        }

        var audit = await console.AuditAsync(token);
        Assert.Equal((6, true), (audit.Count(entry => entry.Action == "link.refused"), audit.Any(entry => entry.Action == "link.locked")));
        Assert.All(audit, entry => Assert.DoesNotContain("not the password", entry.Detail, StringComparison.Ordinal));
        await console.ChangeAsync(token, (_, link) => link.LockedUntil = TimeProvider.System.GetUtcNow());
        using var right = await guest.PostAsync($"shared/{token}", Form, (Field, SharedJobs.Password));
        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
    }

    [Fact]
    public async Task Form_that_was_open_when_the_link_ended_or_was_opened_elsewhere_leads_to_what_there_is_now()
    {
        using var guest = console.Open();
        var token = await console.LinkAsync(password: SharedJobs.Password);
        using var page = await guest.GetAsync($"shared/{token}");
        var hidden = ConsoleBrowser.Hidden(await page.Content.ReadAsStringAsync(), Form);
        using (await guest.PostAsync($"shared/{token}", hidden, (Field, SharedJobs.Password))) { }
        using var again = await guest.PostAsync($"shared/{token}", hidden, (Field, SharedJobs.Password)); // the other tab
        Assert.Equal((HttpStatusCode.Redirect, $"/shared/{token}"), (again.StatusCode, guest.LeadsTo(again)));

        await console.ChangeAsync(token, (_, link) => link.Revoked = TimeProvider.System.GetUtcNow());
        using var ended = await guest.PostAsync($"shared/{token}", hidden, (Field, SharedJobs.Password));
        Assert.Equal((HttpStatusCode.Redirect, $"/shared/{token}"), (ended.StatusCode, guest.LeadsTo(ended)));
        using var told = await guest.GetAsync($"shared/{token}");
        Assert.Contains("This link is not valid", await told.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Password_from_another_sites_form_is_not_taken()
    {
        using var guest = console.Open();
        var token = await console.LinkAsync(password: SharedJobs.Password);
        using var without = await guest.PostAsync($"shared/{token}", [new("_handler", Form)], (Field, SharedJobs.Password));
        Assert.Equal(HttpStatusCode.BadRequest, without.StatusCode);
        using var page = await guest.GetAsync($"shared/{token}");
        using var body = new FormUrlEncodedContent([.. ConsoleBrowser.Hidden(await page.Content.ReadAsStringAsync(), Form), KeyValuePair.Create(Field, SharedJobs.Password)]);
        using var foreign = await guest.SendAsync(HttpMethod.Post, $"shared/{token}", body, origin: "https://other.example");
        Assert.Equal(HttpStatusCode.Forbidden, foreign.StatusCode);
        Assert.DoesNotContain(guest.Cookies.Keys, name => name.StartsWith("__Host-TranscribeConsole-link-", StringComparison.Ordinal));
    }
}
