using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TranscribeConsole.Web.Tests.Hosting;

namespace TranscribeConsole.Web.Tests.Security;

/// <summary>Who sends a request a byte at a time, or half of one, holds a connection only so long. The test shortens the times and measures none.</summary>
public sealed class SlowClientsTests(SlowClientsTests.Impatient console) : IClassFixture<SlowClientsTests.Impatient>
{
    [Theory]
    [InlineData("GET /jobs HTTP/1.1\r\nHost: ")]
    [InlineData("GET /jobs HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: a")]
    [InlineData("GET /jo")]
    public async Task Headers_that_do_not_end_are_waited_for_only_so_long(string half)
    {
        using var connection = await RawConnection.OpenAsync(console.Address);
        await connection.WriteAsync(half);
        Assert.Equal(408, (await connection.ReadAsync()).Status);
    }

    [Fact]
    public async Task Connection_that_asks_for_nothing_is_closed()
    {
        using var connection = await RawConnection.OpenAsync(console.Address);
        Assert.Equal("", (await connection.ReadAsync()).Text);
    }

    [Theory]
    [InlineData("POST", "/uploads", "application/json", "{\"fileName\":")]
    [InlineData("POST", "/word-lists", "text/plain", "word")]
    [InlineData("POST", "/jobs", "application/x-www-form-urlencoded", "_handler=")]
    [InlineData("PUT", "/jobs/none/transcript/turns", "application/json", "{\"turn\":")]
    public async Task Body_that_stands_still_is_waited_for_only_so_long(string method, string path, string contentType, string half)
    {
        using var client = await ConsoleClient.OpenAsync(console.Address);
        using var connection = await RawConnection.OpenAsync(console.Address);
        await connection.WriteAsync(connection.Head(method, path, $"Cookie: {client.CookieHeader}", $"RequestVerificationToken: {client.Token}", $"Content-Type: {contentType}", "Content-Length: 1000"));
        await connection.WriteAsync(half);
        Assert.Equal(408, (await connection.ReadAsync()).Status);
    }

    [Fact]
    public void Times_of_the_console_itself_are_short_and_there_is_a_slowest_rate_both_ways()
    {
        Assert.InRange(console.Headers, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30));
        Assert.InRange(console.KeepAlive, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(3));
        Assert.InRange(console.Body!.BytesPerSecond, 100, 10_000);
        Assert.InRange(console.Body.GracePeriod, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10));
        Assert.InRange(console.Response!.BytesPerSecond, 100, 10_000);
    }

    /// <summary>A console with shorter times, which remembers its own.</summary>
    public sealed class Impatient : IAsyncLifetime
    {
        private readonly RunningConsole _console;

        public Impatient() => _console = new RunningConsole { BeforeStart = Shorten };

        public Uri Address => _console.Address;

        internal TimeSpan Headers { get; private set; }

        internal TimeSpan KeepAlive { get; private set; }

        internal MinDataRate? Body { get; private set; }

        internal MinDataRate? Response { get; private set; }

        public Task InitializeAsync() => _console.InitializeAsync();

        public Task DisposeAsync() => _console.DisposeAsync();

        private void Shorten(IServiceProvider services)
        {
            var limits = services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits;
            (Headers, KeepAlive, Body, Response) = (limits.RequestHeadersTimeout, limits.KeepAliveTimeout, limits.MinRequestBodyDataRate, limits.MinResponseDataRate);
            (limits.RequestHeadersTimeout, limits.KeepAliveTimeout) = (TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2));
            limits.MinRequestBodyDataRate = new MinDataRate(Body!.BytesPerSecond, TimeSpan.FromSeconds(1.1));
        }
    }
}
