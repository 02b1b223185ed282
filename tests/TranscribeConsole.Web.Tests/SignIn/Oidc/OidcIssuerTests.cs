using System.Net;
using TranscribeConsole.Web.Tests.Hosting;

namespace TranscribeConsole.Web.Tests.SignIn.Oidc;

/// <summary>A provider that calls itself otherwise than what was configured: here localhost, which is asked at 127.0.0.1.</summary>
public sealed class OidcIssuerTests
{
    [Fact]
    public async Task Provider_of_another_name_than_the_configured_one_signs_nobody_in_and_the_health_says_what_to_set()
    {
        using var provider = new OidcProvider();
        await provider.StartAsync();
        var console = await StartAsync(provider, AddressOf(provider));
        using (var browser = new ConsoleBrowser(console.Address))
        {
            using var refused = await browser.GetAsync("sign-in");
            Assert.Equal("/sign-in-failed?reason=Issuer", browser.LeadsTo(refused));
            using var page = await browser.GetAsync("sign-in-failed?reason=Issuer");
            Assert.Equal(HttpStatusCode.BadGateway, page.StatusCode);

            var text = await HealthAsync(browser, HttpStatusCode.ServiceUnavailable); // this machine may read it
            Assert.Contains("sign-in-provider", text, StringComparison.Ordinal);
            Assert.Contains($"calls itself '{provider.Address}'", text, StringComparison.Ordinal);
            Assert.Contains("set Security:Oidc:Issuer", text, StringComparison.Ordinal);
        }

        await console.DisposeAsync();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("")]
    public async Task Name_that_the_settings_say_is_believed_with_or_without_a_slash_at_the_end(string end)
    {
        using var provider = new OidcProvider();
        await provider.StartAsync();
        var console = await StartAsync(provider, AddressOf(provider), $"--Security:Oidc:Issuer={provider.Address.ToString().TrimEnd('/')}{end}");
        await provider.RegisterAsync(console.Address);
        await provider.SetUserAsync("ana", "1", "Ana", "/news/readers");
        using (var browser = new ConsoleBrowser(console.Address))
        {
            using var signedIn = await OidcConsole.SignInAsync(browser, "ana");
            Assert.Equal("/jobs", browser.LeadsTo(signedIn));
            using var health = await browser.GetAsync("health/ready", "application/json");
            Assert.Equal(HttpStatusCode.OK, health.StatusCode);
        }

        await console.DisposeAsync();
    }

    [Fact]
    public async Task Issuer_that_is_not_the_providers_is_refused_although_its_address_is_right()
    {
        using var provider = new OidcProvider();
        await provider.StartAsync();
        var console = await StartAsync(provider, provider.Address, "--Security:Oidc:Issuer=https://another.example/");
        using (var browser = new ConsoleBrowser(console.Address))
        {
            using var refused = await browser.GetAsync("sign-in");
            Assert.Equal("/sign-in-failed?reason=Issuer", browser.LeadsTo(refused));
        }

        await console.DisposeAsync();
    }

    [Fact]
    public async Task Provider_that_does_not_answer_leaves_the_console_ready_for_those_who_have_signed_in()
    {
        using var provider = new OidcProvider(); // not started
        var console = new RunningConsole([.. provider.Settings, .. OidcConsole.Roles]);
        await console.InitializeAsync();
        using (var browser = new ConsoleBrowser(console.Address))
        {
            using var health = await browser.GetAsync("health/ready", "application/json");
            Assert.Equal(HttpStatusCode.OK, health.StatusCode);
            Assert.Contains("\"sign-in-provider\":{\"status\":\"Degraded\"", await health.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        await console.DisposeAsync();
    }

    [Fact]
    public async Task Provider_that_has_gone_since_somebody_signed_in_is_told_by_the_health()
    {
        using var provider = new OidcProvider();
        await provider.StartAsync();
        var console = await StartAsync(provider, provider.Address);
        await provider.RegisterAsync(console.Address);
        await provider.SetUserAsync("ana", "1", "Ana", "/news/readers");
        using (var browser = new ConsoleBrowser(console.Address))
        {
            using var signedIn = await OidcConsole.SignInAsync(browser, "ana");
            Assert.Equal("/jobs", browser.LeadsTo(signedIn));
            await provider.KillAsync();
            const string degraded = "\"sign-in-provider\":{\"status\":\"Degraded\"";
            for (var tries = 0; !(await HealthAsync(browser, HttpStatusCode.OK)).Contains(degraded, StringComparison.Ordinal); tries++) // an answer is good for ten seconds
            {
                Assert.True(tries < 120);
                await Task.Delay(500);
            }
        }

        await console.DisposeAsync();
    }

    // A provider on a busy machine may be too slow for one look, and is then only silent.
    private static async Task<string> HealthAsync(ConsoleBrowser browser, HttpStatusCode expected)
    {
        for (var tries = 0; ; tries++)
        {
            using var health = await browser.GetAsync("health/ready", "application/json");
            if (health.StatusCode == expected) return System.Text.RegularExpressions.Regex.Unescape(await health.Content.ReadAsStringAsync());
            Assert.True(tries < 60, $"The health is {health.StatusCode}.");
            await Task.Delay(500);
        }
    }

    private static Uri AddressOf(OidcProvider provider) => new UriBuilder(provider.Address) { Host = "127.0.0.1" }.Uri;

    private static async Task<RunningConsole> StartAsync(OidcProvider provider, Uri authority, params string[] further)
    {
        using (var http = new HttpClient()) await http.GetStringAsync(new Uri(authority, ".well-known/openid-configuration")); // the first answer takes long, and is waited for here only so long
        var settings = provider.Settings.Where(setting => !setting.StartsWith("--Security:Oidc:Authority", StringComparison.Ordinal));
        var console = new RunningConsole([.. settings, $"--Security:Oidc:Authority={authority}", .. OidcConsole.Roles, .. further]);
        await console.InitializeAsync();
        return console;
    }
}
