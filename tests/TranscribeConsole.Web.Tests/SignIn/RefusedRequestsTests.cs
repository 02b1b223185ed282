using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TranscribeConsole.Services.Access;
using TranscribeConsole.Web.Tests.Hosting;

namespace TranscribeConsole.Web.Tests.SignIn;

/// <summary>Who is refused something stands in the log, with the person where one is known, and the address.</summary>
public sealed class RefusedRequestsTests : IAsyncLifetime
{
    private const int Refused = 7501;

    private readonly SignInConsole _console = new("--Limits:SignInsPerMinute=3");
    private readonly LogLines _log = new();

    public async Task InitializeAsync()
    {
        await _console.InitializeAsync();
        _console.Services.GetRequiredService<ILoggerFactory>().AddProvider(_log);
    }

    [Fact]
    public async Task Refusals_are_events_with_person_address_status_and_a_path_without_tokens()
    {
        await _console.AddAsync("Curious", Role.Reader);
        using var nobody = _console.Open();
        using var reader = await _console.OpenAsync("Curious");
        await AskAsync(nobody, HttpMethod.Post, "uploads", HttpStatusCode.Unauthorized);
        await AskAsync(reader, HttpMethod.Put, "uploads/a-secret-token/parts/1?also=secret", HttpStatusCode.Forbidden);
        await AskAsync(reader, HttpMethod.Get, "accounts", HttpStatusCode.Forbidden, "text/html");
        await AskAsync(nobody, HttpMethod.Delete, "uploads/a-secret-token", HttpStatusCode.Forbidden, origin: "https://evil.example");
        await AskAsync(reader, HttpMethod.Get, "jobs", HttpStatusCode.OK, "text/html");
        await AskAsync(nobody, HttpMethod.Get, "jobs", HttpStatusCode.Redirect, "text/html"); // asked to sign in, not refused
        for (var i = 0; i < 3; i++) (await nobody.SignInAsync("Curious", "some wrong password")).Dispose();
        using (var last = await nobody.SignInAsync("Curious", SignInConsole.Password)) Assert.Equal(HttpStatusCode.TooManyRequests, last.StatusCode);

        var lines = _log.All.Where(line => line.EventId == Refused).ToList();
        Assert.All(lines, line => Assert.Equal((LogLevel.Warning, IPAddress.Loopback), (line.Level, line.Properties["Address"])));
        var told = lines.Select(line => $"{line.Properties["RequestMethod"]} {line.Properties["RequestPath"]} {line.Properties["StatusCode"]} '{line.Properties["Person"]}'").ToList();
        Assert.Equal(
            ["POST /uploads 401 ''", "PUT /uploads/{token}/parts/1 403 'curious'", "GET /accounts 403 'curious'", "DELETE /uploads/{token} 403 ''"],
            told.Where(line => !line.Contains("429", StringComparison.Ordinal)));
        Assert.Contains("POST /sign-in 429 ''", told);
        Assert.Single(lines, line => line.Properties["Origin"] is "https://evil.example");
        Assert.DoesNotContain(lines, line => line.Text.Contains("secret", StringComparison.Ordinal));
    }

    public Task DisposeAsync() => _console.DisposeAsync();

    private static async Task AskAsync(ConsoleBrowser browser, HttpMethod method, string path, HttpStatusCode status, string accept = "application/json", string? origin = null)
    {
        using var answer = await browser.SendAsync(method, path, method == HttpMethod.Get ? null : JsonContent.Create(new { }), accept, origin: origin);
        Assert.Equal(status, answer.StatusCode);
    }
}
