using System.Net;
using TranscribeConsole.Web.Tests.Hosting;

namespace TranscribeConsole.Web.Tests.Security;

public sealed class SecurityHeadersTests(RunningConsole console) : IClassFixture<RunningConsole>
{
    // Written out, not taken from the product: a change there must be seen here.
    private const string Policy =
        "default-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'; object-src 'none'; img-src 'self' data:; media-src 'self'";

    [Theory]
    [InlineData("jobs", HttpStatusCode.OK)]
    [InlineData("create-job", HttpStatusCode.OK)]
    [InlineData("_framework/blazor.web.js", HttpStatusCode.OK)]
    [InlineData("js/upload.js", HttpStatusCode.OK)]
    [InlineData("no-such-page", HttpStatusCode.NotFound)]
    [InlineData("health/live", HttpStatusCode.OK)]
    [InlineData("antiforgery", HttpStatusCode.OK)]
    [InlineData("jobs/none/transcript.json", HttpStatusCode.NotFound)]
    public async Task Every_answer_carries_one_exact_policy_and_the_other_headers(string path, HttpStatusCode status)
    {
        using var client = await console.OpenAsync();
        using var response = await client.GetAsync(path);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal([Policy], response.Headers.GetValues("Content-Security-Policy"));
        Assert.Equal(["nosniff"], response.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(["same-origin"], response.Headers.GetValues("Referrer-Policy"));
        Assert.Contains("microphone=()", Assert.Single(response.Headers.GetValues("Permissions-Policy")), StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("_framework/blazor.web.js", "text/javascript")]
    [InlineData("js/upload.js", "text/javascript")]
    [InlineData("js/transcript-reader.js", "text/javascript")]
    [InlineData("_content/TranscribeConsole.Components/console.css", "text/css")]
    [InlineData("favicon.svg", "image/svg+xml")]
    public async Task Scripts_styles_and_drawings_say_that_they_are_UTF_8(string path, string type)
    {
        using var client = await console.OpenAsync();
        using var response = await client.GetAsync(path);

        Assert.Equal($"{type}; charset=utf-8", response.Content.Headers.ContentType?.ToString());
    }

    [Theory]
    [InlineData("GET", "jobs")]
    [InlineData("GET", "antiforgery")]
    [InlineData("GET", "js/upload.js")]
    [InlineData("OPTIONS", "uploads")]
    [InlineData("OPTIONS", "antiforgery")]
    public async Task No_other_site_is_let_read_an_answer(string method, string path)
    {
        using var client = await console.OpenAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.Add("Origin", "https://evil.example");
        request.Headers.Add("Access-Control-Request-Method", "PUT");
        using var response = await client.SendRawAsync(request);

        Assert.DoesNotContain(response.Headers, header => header.Key.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Pages_have_no_inline_script_and_no_style_attribute()
    {
        using var client = await console.OpenAsync();
        foreach (var path in new[] { "jobs", "create-job", "no-such-page" })
        {
            var html = await (await client.GetAsync(path)).Content.ReadAsStringAsync();
            Assert.DoesNotMatch("<script(?![^>]*\\ssrc=)[^>]*>", html);
            Assert.DoesNotMatch("\\sstyle=|<style|\\son[a-z]+=\"", html);
        }
    }
}
