using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using TranscribeConsole.Web.Tests.Hosting;

namespace TranscribeConsole.Web.Tests.Security;

public sealed class OriginTests(RunningConsole console) : IClassFixture<RunningConsole>
{
    private static readonly object File = new { fileName = "call.wav", size = 1 };

    public static TheoryData<string> ForeignOrigins => ["http://rebound.example", "null", "https://127.0.0.1", "http://127.0.0.1:1"];

    [Theory]
    [MemberData(nameof(ForeignOrigins))]
    public async Task Upload_from_a_foreign_origin_is_refused_even_with_a_valid_token(string origin)
    {
        using var client = await console.OpenAsync();
        using var response = await client.SendAsync(HttpMethod.Post, "uploads", JsonContent.Create(File), origin);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task Upload_without_an_origin_is_refused()
    {
        using var client = await console.OpenAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "uploads") { Content = JsonContent.Create(File) };
        request.Headers.Add("RequestVerificationToken", client.Token);
        using var response = await client.SendRawAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Theory]
    [MemberData(nameof(ForeignOrigins))]
    public async Task Circuit_negotiation_from_a_foreign_origin_is_refused(string origin)
    {
        using var client = await console.OpenAsync();
        using var response = await client.SendAsync(HttpMethod.Post, "_blazor/negotiate?negotiateVersion=1", origin: origin);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Theory]
    [InlineData("http://rebound.example", false)]
    [InlineData(null, false)]
    [InlineData("own", true)]
    public async Task Circuit_websocket_opens_for_the_own_origin_alone(string? origin, bool opens)
    {
        using var socket = new ClientWebSocket();
        if (origin is not null)
            socket.Options.SetRequestHeader("Origin", origin == "own" ? console.Address.GetLeftPart(UriPartial.Authority) : origin);
        var connecting = socket.ConnectAsync(new UriBuilder(console.Address) { Scheme = "ws", Path = "_blazor" }.Uri, CancellationToken.None);

        if (opens) await connecting;
        else Assert.Contains("403", (await Assert.ThrowsAsync<WebSocketException>(() => connecting)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Circuit_negotiation_from_the_own_origin_is_served()
    {
        using var client = await console.OpenAsync();
        using var response = await client.SendAsync(HttpMethod.Post, "_blazor/negotiate?negotiateVersion=1");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }
}
