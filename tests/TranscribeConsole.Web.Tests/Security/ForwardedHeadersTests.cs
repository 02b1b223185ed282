using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using TranscribeConsole.Web.Security;
using TranscribeConsole.Web.Tests.Hosting;

namespace TranscribeConsole.Web.Tests.Security;

/// <summary>Whether X-Forwarded-Proto is believed shows in the origin that the console takes for its own.</summary>
public sealed class ForwardedHeadersTests
{
    [Theory]
    [InlineData(null, HttpStatusCode.Forbidden)]
    [InlineData("192.0.2.1", HttpStatusCode.Forbidden)]
    [InlineData("192.0.2.0/24", HttpStatusCode.Forbidden)]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    [InlineData("127.0.0.0/8", HttpStatusCode.OK)]
    public async Task Forwarded_scheme_is_believed_from_a_known_proxy_alone(string? proxy, HttpStatusCode status)
    {
        var console = proxy is null ? new RunningConsole() : new RunningConsole($"--Security:KnownProxies:0={proxy}");
        await console.InitializeAsync();
        using (var client = await console.OpenAsync())
        using (var request = new HttpRequestMessage(HttpMethod.Post, "uploads") { Content = JsonContent.Create(new { fileName = "call.wav", size = 1 }) })
        {
            request.Headers.Add("Origin", $"https://{console.Address.Authority}");
            request.Headers.Add("X-Forwarded-Proto", "https");
            request.Headers.Add("X-Forwarded-For", "198.51.100.7");
            request.Headers.Add("RequestVerificationToken", client.Token);
            using var response = await client.SendRawAsync(request);

            Assert.Equal(status, response.StatusCode);
        }

        await console.DisposeAsync();
    }

    [Theory]
    [InlineData("sign-in", null, null, HttpStatusCode.OK)]
    [InlineData("sign-in", "198.51.100.7", "https", HttpStatusCode.OK)]
    [InlineData("sign-in", "198.51.100.7", null, HttpStatusCode.Forbidden)]
    [InlineData("health/live", "198.51.100.7", null, HttpStatusCode.OK)]
    public async Task Plain_http_is_for_this_machine_alone_where_people_sign_in(string path, string? address, string? scheme, HttpStatusCode status)
    {
        var console = new RunningConsole("--Security:Mode=Local", "--Security:KnownProxies:0=127.0.0.1", "--AllowedHosts=console.example");
        await console.InitializeAsync();
        using (var client = new HttpClient { BaseAddress = console.Address })
        using (var request = new HttpRequestMessage(HttpMethod.Get, path))
        {
            request.Headers.Host = "console.example";
            if (address is not null) request.Headers.Add("X-Forwarded-For", address);
            if (scheme is not null) request.Headers.Add("X-Forwarded-Proto", scheme);
            using var response = await client.SendAsync(request);

            Assert.Equal(status, response.StatusCode);
            Assert.Equal(scheme == "https", response.Headers.TryGetValues("Strict-Transport-Security", out var policy) && policy.Single() == "max-age=31536000");
            if (status == HttpStatusCode.Forbidden) Assert.Contains("https alone", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        await console.DisposeAsync();
    }

    [Fact]
    public async Task Proxy_that_is_not_known_is_told_to_whoever_runs_the_console()
    {
        var console = new RunningConsole();
        await console.InitializeAsync();
        var proxies = console.Services.GetRequiredService<UnknownProxies>();
        using (var client = await console.OpenAsync())
        {
            using var foreign = await client.SendAsync(HttpMethod.Post, "uploads", JsonContent.Create(new { fileName = "call.wav", size = 1 }), "https://other.example");
            Assert.Equal("The request comes from another site.", await foreign.DetailAsync());
            Assert.Null(proxies.Last);

            using var request = new HttpRequestMessage(HttpMethod.Post, "uploads") { Content = JsonContent.Create(new { fileName = "call.wav", size = 1 }) };
            request.Headers.Add("Origin", $"https://{console.Address.Authority}");
            request.Headers.Add("X-Forwarded-Proto", "https");
            using var refused = await client.SendRawAsync(request);

            var sentence = await refused.DetailAsync();
            Assert.Contains("its proxy is not set up", sentence, StringComparison.Ordinal);
            Assert.DoesNotContain("127.0.0.1", sentence, StringComparison.Ordinal);
            Assert.Contains("It carries X-Forwarded-Proto=https", proxies.Last, StringComparison.Ordinal);
            Assert.Contains("set Security:KnownProxies:0=127.0.0.1", proxies.Last, StringComparison.Ordinal);
            using var page = await client.GetAsync("status");
            Assert.Contains("set Security:KnownProxies:0=127.0.0.1", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        await console.DisposeAsync();
    }
}
