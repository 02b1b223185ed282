using System.Net;
using TranscribeConsole.Web.Tests.Hosting;

namespace TranscribeConsole.Web.Tests.Health;

public sealed class HealthTests(RunningConsole console) : IClassFixture<RunningConsole>
{
    [Fact]
    public async Task Live_answers_without_looking_at_anything()
    {
        using var client = await console.OpenAsync();
        using var response = await client.GetAsync("health/live");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty((await response.JsonAsync()).GetProperty("checks").EnumerateObject());
    }

    [Fact]
    public async Task Ready_tells_the_status_of_every_check_with_a_sentence()
    {
        using var client = await console.OpenAsync();
        using var response = await client.GetAsync("health/ready");
        var checks = (await response.JsonAsync()).GetProperty("checks");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        foreach (var name in new[] { "app-data", "database", "local-storage", "page-script", "s3", "transcribe" })
            Assert.Equal("Healthy", checks.GetProperty(name).GetProperty("status").GetString());
        Assert.NotEmpty(checks.GetProperty("recogniser").GetProperty("description").GetString()!);
    }
}

public sealed class UnhealthyTests : IAsyncLifetime
{
    private readonly RunningConsole _console = new();

    public Task InitializeAsync() => _console.InitializeAsync();

    [Fact]
    public async Task Ready_is_503_when_the_data_directory_is_gone()
    {
        using var client = await _console.OpenAsync();
        var elsewhere = _console.DataDirectory + "-moved";
        Directory.Move(_console.DataDirectory, elsewhere);
        try
        {
            using var response = await client.GetAsync("health/ready");
            var checks = (await response.JsonAsync()).GetProperty("checks");

            Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
            foreach (var (name, setting) in new[] { ("app-data", "App:DataDirectory"), ("local-storage", "LocalAws:DataDirectory") })
            {
                Assert.Equal("Unhealthy", checks.GetProperty(name).GetProperty("status").GetString());
                Assert.Contains(setting, checks.GetProperty(name).GetProperty("description").GetString(), StringComparison.Ordinal);
            }
        }
        finally
        {
            Directory.Move(elsewhere, _console.DataDirectory);
        }
    }

    [Fact]
    public async Task Ready_is_503_when_the_backend_does_not_answer()
    {
        using var client = await _console.OpenAsync();
        await ((LocalAws.LocalAwsServer)_console.Services.GetService(typeof(LocalAws.LocalAwsServer))!).StopAsync(CancellationToken.None);
        using var response = await client.GetAsync("health/ready");
        var checks = (await response.JsonAsync()).GetProperty("checks");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal("Unhealthy", checks.GetProperty("s3").GetProperty("status").GetString());
        Assert.Equal("Unhealthy", checks.GetProperty("transcribe").GetProperty("status").GetString());
    }

    public Task DisposeAsync() => _console.DisposeAsync();
}
