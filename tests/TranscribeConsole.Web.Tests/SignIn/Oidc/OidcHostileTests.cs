using System.Net;
using TranscribeConsole.Services.Access;
using TranscribeConsole.Web.Tests.Hosting;

namespace TranscribeConsole.Web.Tests.SignIn.Oidc;

/// <summary>Answers that are forged, spoilt, stolen, late or used already: nobody is signed in by any.</summary>
public sealed class OidcHostileTests(OidcConsole console) : IClassFixture<OidcConsole>
{
    [Theory]
    [InlineData("issuer", "NotAccepted", HttpStatusCode.BadGateway)]
    [InlineData("audience", "NotAccepted", HttpStatusCode.BadGateway)]
    [InlineData("foreign", "NotAccepted", HttpStatusCode.BadGateway)]
    [InlineData("secret", "NotAccepted", HttpStatusCode.BadGateway)]
    [InlineData("none", "NotAccepted", HttpStatusCode.BadGateway)]
    [InlineData("stripped", "NotAccepted", HttpStatusCode.BadGateway)]
    [InlineData("broken", "Down", HttpStatusCode.ServiceUnavailable)]
    [InlineData("nonce", "Lost", HttpStatusCode.BadRequest)]
    [InlineData("refused", "Refused", HttpStatusCode.Forbidden)]
    [InlineData("late", "Clock", HttpStatusCode.BadGateway)]
    public async Task What_the_provider_should_not_say_is_not_believed(string fault, string reason, HttpStatusCode status)
    {
        object wrong = fault switch
        {
            "issuer" => new { Issuer = "https://another.example/" },
            "audience" => new { Audience = "another-client" },
            "foreign" or "secret" or "none" or "stripped" => new { Signature = fault },
            "broken" => new { Broken = true },
            "nonce" => new { NoNonce = true },
            "refused" => new { Refuses = true },
            _ => new { ClockMinutes = -120 },
        };
        await console.Provider.SetWrongAsync(wrong);
        try
        {
            using var browser = console.Open();
            using var answer = await OidcConsole.SignInAsync(browser, OidcConsole.Administrator);
            await AssertFailedAsync(browser, answer, reason, status);
        }
        finally
        {
            await console.Provider.SetWrongAsync(new { });
        }

        using var again = await console.OpenAsync(OidcConsole.Administrator);
        using var audit = await again.GetAsync("audit.csv?action=sign-in.refused", "*/*");
        Assert.Contains($"the provider's answer: {reason},127.0.0.1", await audit.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Code_that_is_too_old_is_refused()
    {
        using var browser = console.Open();
        var callback = await OidcConsole.GoAsync(browser, OidcConsole.Administrator);
        await console.Provider.SetWrongAsync(new { ClockMinutes = 90 });
        try
        {
            using var answer = await browser.GetAsync(callback);
            await AssertFailedAsync(browser, answer, "Refused", HttpStatusCode.Forbidden);
        }
        finally
        {
            await console.Provider.SetWrongAsync(new { });
        }
    }

    [Fact]
    public async Task Code_is_taken_once()
    {
        using var browser = console.Open();
        var callback = await OidcConsole.GoAsync(browser, OidcConsole.Administrator);
        var planted = browser.Cookies.ToList();
        using (var first = await browser.GetAsync(callback)) Assert.Equal("/jobs", browser.LeadsTo(first));
        Assert.DoesNotContain(browser.Cookies.Keys, name => name.StartsWith("__Host-TranscribeConsole.", StringComparison.Ordinal)); // what bound it to the browser is gone
        using (var reloaded = await browser.GetAsync(callback)) Assert.Equal("/jobs", browser.LeadsTo(reloaded)); // signed in already; nothing was redeemed

        using var thief = console.Open();
        using (var alone = await thief.GetAsync(callback)) await AssertFailedAsync(thief, alone, "Lost", HttpStatusCode.BadRequest);
        foreach (var (name, value) in planted) thief.Cookies[name] = value; // with all that the browser had
        using var replayed = await thief.GetAsync(callback);
        await AssertFailedAsync(thief, replayed, "Refused", HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Code_of_another_sign_in_fails_for_its_verifier()
    {
        using var victim = console.Open();
        var stolen = Query(await OidcConsole.GoAsync(victim, OidcConsole.Administrator), "code");
        await console.AddAsync("attacker", Role.Reader);
        using var attacker = console.Open();
        var own = await OidcConsole.GoAsync(attacker, "attacker");
        using var answer = await attacker.GetAsync(own.Replace(Query(own, "code"), stolen, StringComparison.Ordinal));

        await AssertFailedAsync(attacker, answer, "Refused", HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Callback_of_another_browser_signs_nobody_in()
    {
        using var attacker = console.Open();
        var callback = await OidcConsole.GoAsync(attacker, OidcConsole.Administrator);
        using var victim = console.Open(); // led there by a link
        using var answer = await victim.GetAsync(callback);

        await AssertFailedAsync(victim, answer, "Lost", HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("altered")]
    [InlineData("missing")]
    [InlineData("foreign")]
    public async Task State_that_is_not_this_sign_ins_is_refused(string state)
    {
        using var browser = console.Open();
        var callback = await OidcConsole.GoAsync(browser, OidcConsole.Administrator);
        using var other = console.Open();
        var replacement = state switch
        {
            "altered" => Query(callback, "state")[..^8] + "AAAAAAAA",
            "missing" => "",
            _ => Query(await OidcConsole.GoAsync(other, OidcConsole.Administrator), "state"),
        };
        using var answer = await browser.GetAsync(callback.Replace(Query(callback, "state"), replacement, StringComparison.Ordinal));

        await AssertFailedAsync(browser, answer, "Lost", HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("GET", "signin-oidc")]
    [InlineData("GET", "signin-oidc?code=x&state=y")]
    [InlineData("GET", "signin-oidc?error=access_denied&error_description=%3Cscript%3Ealert(1)%3C/script%3E")]
    public async Task Callback_that_nobody_asked_for_says_nothing_of_what_it_held(string method, string path)
    {
        using var browser = console.Open();
        using var answer = await browser.SendAsync(new HttpMethod(method), path, accept: "text/html");
        var html = await AssertFailedAsync(browser, answer, "Lost", HttpStatusCode.BadRequest);

        Assert.DoesNotContain("alert(1)", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_that_another_site_posts_to_the_callback_is_refused()
    {
        using var browser = console.Open();
        using var body = new FormUrlEncodedContent([new("code", "x"), new("state", "y")]);
        using var answer = await browser.SendAsync(HttpMethod.Post, "signin-oidc", body, origin: "https://evil.example");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData("signout-oidc")]
    [InlineData("signout-callback-oidc")]
    public async Task Address_that_would_sign_out_without_a_form_does_nothing(string path)
    {
        using var browser = await console.OpenAsync(OidcConsole.Administrator);
        using var answer = await browser.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        using var still = await browser.GetAsync("jobs");
        Assert.Equal(HttpStatusCode.OK, still.StatusCode);
    }

    private static async Task<string> AssertFailedAsync(ConsoleBrowser browser, HttpResponseMessage answer, string reason, HttpStatusCode status)
    {
        Assert.Equal($"/sign-in-failed?reason={reason}", browser.LeadsTo(answer));
        Assert.DoesNotContain(ConsoleBrowser.SessionCookie, browser.Cookies.Keys);
        using var page = await browser.GetAsync(browser.LeadsTo(answer)!);
        var html = await page.Content.ReadAsStringAsync();
        Assert.Equal(status, page.StatusCode);
        Assert.DoesNotMatch("IDX[0-9]{5}", html); // the library's words are for the log
        using var jobs = await browser.GetAsync("jobs");
        Assert.Equal(HttpStatusCode.Redirect, jobs.StatusCode);
        return html;
    }

    private static string Query(string address, string name) => address.Split('?', '&').Single(part => part.StartsWith($"{name}=", StringComparison.Ordinal))[(name.Length + 1)..];
}
