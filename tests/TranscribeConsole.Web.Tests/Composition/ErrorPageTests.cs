using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.DependencyInjection;
using TranscribeConsole.Web.Composition;
using TranscribeConsole.Web.Tests.Hosting;

namespace TranscribeConsole.Web.Tests.Composition;

/// <summary>An error that nobody expected, by a route that only these tests have.</summary>
public sealed class ErrorPageTests : IAsyncLifetime
{
    private const string Secret = "s3cret of the exception";

    private readonly TemporaryDirectory _directory = new();
    private readonly HttpClient _http = new();
    private WebApplication? _app;

    public async Task InitializeAsync()
    {
        _app = Program.Create(RunningConsole.Arguments(_directory.Path));
        _app.MapGet("/fails", string () => throw new InvalidOperationException(Secret));
        await _app.StartAsync();
        _http.BaseAddress = _app.Services.GetRequiredService<IServer>().LoopbackAddress();
    }

    [Theory]
    [InlineData("text/html", "text/html", "Something went wrong")]
    [InlineData("application/json", "application/problem+json", "traceId")]
    public async Task Person_gets_a_page_and_a_script_a_problem_without_the_exception(string accept, string mediaType, string part)
    {
        _http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue(accept));
        using var response = await _http.GetAsync("fails");
        var body = await response.Content.ReadAsStringAsync();

        Assert.True(response.StatusCode == HttpStatusCode.InternalServerError, $"{response.StatusCode}: {body}");
        Assert.Equal(mediaType, response.Content.Headers.ContentType?.MediaType);
        Assert.Contains(part, body, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, body, StringComparison.Ordinal);
        Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _app!.StopAsync();
        await _app.DisposeAsync();
        _directory.Dispose();
    }
}
