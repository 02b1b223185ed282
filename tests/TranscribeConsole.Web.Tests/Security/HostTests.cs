using System.Net;
using TranscribeConsole.Web.Tests.Hosting;

namespace TranscribeConsole.Web.Tests.Security;

public sealed class HostTests(RunningConsole console) : IClassFixture<RunningConsole>
{
    [Theory]
    [InlineData("rebound.example", HttpStatusCode.BadRequest)]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    public async Task Host_decides_whether_a_request_is_served(string host, HttpStatusCode status)
    {
        using var client = await console.OpenAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "health/live");
        request.Headers.Host = $"{host}:{console.Address.Port}";
        using var response = await client.SendRawAsync(request);

        Assert.Equal(status, response.StatusCode);
        Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
    }
}
