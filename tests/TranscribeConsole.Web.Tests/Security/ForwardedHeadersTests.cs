using System.Net;
using System.Net.Http.Json;
using TranscribeConsole.Web.Tests.Hosting;

namespace TranscribeConsole.Web.Tests.Security;

/// <summary>Whether X-Forwarded-Proto is believed shows in the origin that the console takes for its own.</summary>
public sealed class ForwardedHeadersTests
{
    [Theory]
    [InlineData(null, HttpStatusCode.Forbidden)]
    [InlineData("192.0.2.1", HttpStatusCode.Forbidden)]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
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
}
