using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace TranscribeConsole.LocalAws.Tests.Server;

public sealed class LocalAwsServerTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Port_in_use_is_one_sentence_that_names_the_setting()
    {
        await using var first = LocalAwsFixture.NewServer(Path.Combine(_directory.Path, "a"));
        await first.StartAsync(CancellationToken.None);
        await using var second = LocalAwsFixture.NewServer(Path.Combine(_directory.Path, "b"), first.BaseAddress.Port);

        var error = await Assert.ThrowsAsync<LocalAwsStartException>(() => second.StartAsync(CancellationToken.None));

        Assert.Contains("LocalAws:Port", error.Message, StringComparison.Ordinal);
        Assert.Contains($"{first.BaseAddress.Port}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Directory_in_use_is_one_sentence_that_names_the_setting_and_is_free_after_a_stop()
    {
        await using var first = LocalAwsFixture.NewServer(_directory.Path);
        await first.StartAsync(CancellationToken.None);
        await using var second = LocalAwsFixture.NewServer(_directory.Path);

        var error = await Assert.ThrowsAsync<LocalAwsStartException>(() => second.StartAsync(CancellationToken.None));
        await first.StopAsync(CancellationToken.None);
        await second.StartAsync(CancellationToken.None);

        Assert.Contains("LocalAws:DataDirectory", error.Message, StringComparison.Ordinal);
        Assert.Equal("127.0.0.1", second.BaseAddress.Host);
    }

    [Fact]
    public async Task Keys_are_the_same_at_every_start_and_the_directory_is_its_owners()
    {
        var data = Path.Combine(_directory.Path, "data");
        await using var server = LocalAwsFixture.NewServer(data);
        await server.StartAsync(CancellationToken.None);
        var (id, secret) = (server.AccessKeyId, server.SecretAccessKey);
        await server.StopAsync(CancellationToken.None);
        await server.StartAsync(CancellationToken.None);

        Assert.Equal((id, secret), (server.AccessKeyId, server.SecretAccessKey));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(data));
    }

    [Fact]
    public async Task Host_runs_the_backend_with_its_settings()
    {
        using var host = NewHost(new() { ["LocalAws:DataDirectory"] = _directory.Path, ["LocalAws:Port"] = "0" });
        await host.StartAsync();

        var server = host.Services.GetRequiredService<LocalAwsServer>();
        Assert.NotEqual(0, server.BaseAddress.Port);
        await host.StopAsync();
        Assert.Throws<InvalidOperationException>(() => server.BaseAddress);
    }

    [Theory]
    [InlineData("LocalAws:Port", "70000")]
    [InlineData("LocalAws:Preset", "Fastest")]
    [InlineData("LocalAws:DataDirectory", "")]
    [InlineData("LocalAws:Address", "localhost")]
    public async Task Wrong_setting_stops_the_start_and_is_named(string key, string value)
    {
        using var host = NewHost(new() { ["LocalAws:DataDirectory"] = _directory.Path, ["LocalAws:Port"] = "0", [key] = value });

        var error = await Assert.ThrowsAnyAsync<Exception>(() => host.StartAsync());

        Assert.Contains(key, error.Message, StringComparison.Ordinal);
        Assert.True(error is OptionsValidationException or LocalAwsStartException or InvalidOperationException, error.GetType().Name);
    }

    private static IHost NewHost(Dictionary<string, string?> settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Services.AddLocalAws();
        return builder.Build();
    }
}
