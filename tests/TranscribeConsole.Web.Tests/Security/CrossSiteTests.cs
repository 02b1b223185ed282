using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using TranscribeConsole.Web.Tests.Hosting;

namespace TranscribeConsole.Web.Tests.Security;

/// <summary>What changes something, by every method of every endpoint and page, sent by another site in the browser of an administrator.</summary>
public sealed class CrossSiteTests(SignInConsole console) : IClassFixture<SignInConsole>
{
    // The circuit is kept from other sites by its origin (OriginTests); asking whether the server is well changes nothing.
    private static readonly string[] WithoutToken = ["/_blazor", "/health/"];

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("null")]
    public async Task Request_of_a_foreign_origin_is_refused_everywhere_even_with_the_token(string origin)
    {
        using var browser = await console.OpenAsync(SignInConsole.Administrator);
        var token = await browser.TokenAsync();
        Assert.Empty(await WrongAsync(async (endpoint, method) =>
        {
            using var answer = await browser.SendAsync(method, endpoint.Path("none"), JsonContent.Create(new { }), token: token, origin: origin);
            return answer.StatusCode == HttpStatusCode.Forbidden ? null : $"{answer.StatusCode}";
        }));
        using var still = await browser.GetAsync("jobs"); // nothing has signed it out
        Assert.Equal(HttpStatusCode.OK, still.StatusCode);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("forged")]
    public async Task Request_without_a_valid_token_is_refused_everywhere(string? token)
    {
        using var browser = await console.OpenAsync(SignInConsole.Administrator);
        Assert.Empty(await WrongAsync(async (endpoint, method) =>
        {
            var path = endpoint.Path("none");
            if (WithoutToken.Any(prefix => path.StartsWith(prefix, StringComparison.Ordinal))) return null;
            var takesJson = endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes.Contains("application/json") == true;
            using HttpContent body = takesJson ? JsonContent.Create(new { }) : new FormUrlEncodedContent([new("__RequestVerificationToken", token ?? "")]);
            using var answer = await browser.SendAsync(method, path, body, token: token);
            var isHidden = endpoint.IsPage() && answer.StatusCode == HttpStatusCode.NotFound; // of another way to sign in
            return answer.StatusCode == HttpStatusCode.BadRequest || isHidden ? null : $"{answer.StatusCode}";
        }));
        using var still = await browser.GetAsync("jobs");
        Assert.Equal(HttpStatusCode.OK, still.StatusCode);
    }

    [Fact]
    public async Task Token_of_somebody_else_is_no_token()
    {
        await console.AddAsync("somebody", Services.Access.Role.Administrator);
        using var theirs = await console.OpenAsync("somebody");
        using var browser = await console.OpenAsync(SignInConsole.Administrator);
        await browser.TokenAsync(); // for the cookie
        var token = await theirs.TokenAsync();
        foreach (var (name, value) in theirs.Cookies.Where(cookie => cookie.Key != ConsoleBrowser.SessionCookie)) browser.Cookies[name] = value;
        using var answer = await browser.SendAsync(HttpMethod.Post, "uploads", JsonContent.Create(new { fileName = "call.wav", size = 1 }), token: token);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("Antiforgery token missing or invalid", (await answer.JsonAsync()).GetProperty("title").GetString());
    }

    private async Task<List<string>> WrongAsync(Func<RouteEndpoint, HttpMethod, Task<string?>> faultAsync)
    {
        var wrong = new List<string>();
        var asked = 0;
        foreach (var endpoint in Routes.Of(console.Services))
        {
            foreach (var method in endpoint.ChangingMethods())
            {
                asked++;
                if (await faultAsync(endpoint, new HttpMethod(method)) is { } fault) wrong.Add($"{method} {endpoint.Name()}: {fault}");
            }
        }

        Assert.True(asked > 40, "The routing table has fewer than the pages that there are.");
        return wrong;
    }
}
