using Amazon.S3;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using TranscribeConsole.LocalAws.Tests.Recognition;

namespace TranscribeConsole.LocalAws.Tests.Server;

public sealed class LocalAwsServerTests : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

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
        Assert.Equal(OwnerOnly, File.GetUnixFileMode(data));
    }

    [Fact]
    public async Task Directory_that_is_empty_or_was_ours_is_closed_to_others_with_every_file()
    {
        var data = Directory.CreateDirectory(Path.Combine(_directory.Path, "data")).FullName;
        await using var server = LocalAwsFixture.NewServer(data);
        for (var start = 0; start < 2; start++)
        {
            File.SetUnixFileMode(data, (UnixFileMode)0b111_111_111);
            await server.StartAsync(CancellationToken.None);
            Assert.Equal(OwnerOnly, File.GetUnixFileMode(data));
            var files = Directory.GetFiles(data, "localaws.db*");
            Assert.NotEmpty(files);
            Assert.All(files, file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file)));
            await server.StopAsync(CancellationToken.None);
            File.SetUnixFileMode(Path.Combine(data, "localaws.db"), (UnixFileMode)0b110_100_100);
        }
    }

    [Fact]
    public async Task Directory_of_other_files_that_is_open_to_others_is_refused_and_left_as_it_is()
    {
        const UnixFileMode open = OwnerOnly | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
        var home = Directory.CreateDirectory(Path.Combine(_directory.Path, "home")).FullName;
        File.SetUnixFileMode(home, open);
        await File.WriteAllTextAsync(Path.Combine(home, "letter"), "mine");
        await using var server = LocalAwsFixture.NewServer(home);

        var error = await Assert.ThrowsAsync<LocalAwsStartException>(() => server.StartAsync(CancellationToken.None));

        Assert.Contains("LocalAws:DataDirectory", error.Message, StringComparison.Ordinal);
        Assert.Contains("chmod 700", error.Message, StringComparison.Ordinal);
        Assert.Equal(open, File.GetUnixFileMode(home));
        Assert.Single(Directory.GetFileSystemEntries(home));
    }

    [Fact]
    public async Task Damaged_database_is_one_sentence_that_names_the_setting()
    {
        await File.WriteAllTextAsync(Path.Combine(_directory.Path, "localaws.db"), new string('x', 8192));
        await using var server = LocalAwsFixture.NewServer(_directory.Path);

        var error = await Assert.ThrowsAsync<LocalAwsStartException>(() => server.StartAsync(CancellationToken.None));

        Assert.Contains("LocalAws:DataDirectory", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_under_way_is_taken_in_before_a_stop_ends()
    {
        await using var server = LocalAwsFixture.NewServer(_directory.Path);
        await server.StartAsync(CancellationToken.None);
        using var s3 = LocalAwsFixture.NewS3(server);
        await s3.PutBucketAsync("media");
        var address = await s3.GetPreSignedURLAsync(new()
        { BucketName = "media", Key = "k", Verb = HttpVerb.PUT, Protocol = Protocol.HTTP, Expires = TimeProvider.System.GetUtcNow().AddMinutes(1).UtcDateTime });
        using var content = new HalvedContent();
        using var http = new HttpClient();

        var putting = http.PutAsync(address, content);
        await content.HalfSent.Task;
        var stopping = server.StopAsync(CancellationToken.None);
        content.Rest.SetResult();

        Assert.Equal(System.Net.HttpStatusCode.OK, (await putting).StatusCode);
        await stopping;
    }

    [Fact]
    public async Task Signature_in_an_address_is_in_no_log()
    {
        var logs = new RecordingLoggers();
        await using var server = new LocalAwsServer(
            Options.Create(new LocalAwsOptions { DataDirectory = _directory.Path, Port = 0 }), logs, TimeProvider.System);
        await server.StartAsync(CancellationToken.None);

        foreach (var rest in new[] { "HTTP/1.1\r\nHost: " + server.BaseAddress.Authority, "HTTP/7", "HTTP/1.1\r\nHost: a\r\nHost: b", "HTTP/1.1\r\n: x" })
        {
            using var client = new System.Net.Sockets.TcpClient(server.BaseAddress.Host, server.BaseAddress.Port);
            await using var stream = client.GetStream();
            await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes($"GET /b/k?X-Amz-Signature=a1b2c3 {rest}\r\nConnection: close\r\n\r\n"));
            await new StreamReader(stream).ReadToEndAsync();
        }

        await server.StopAsync(CancellationToken.None);
        Assert.NotEmpty(logs.Entries);
        Assert.DoesNotContain("a1b2c3", logs.Text, StringComparison.Ordinal);
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

    /// <summary>Sends half of itself, and the rest when it is told.</summary>
    private sealed class HalvedContent : HttpContent
    {
        public TaskCompletionSource HalfSent { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Rest { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        protected override async Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context)
        {
            await stream.WriteAsync(new byte[100_000]);
            await stream.FlushAsync();
            HalfSent.SetResult();
            await Rest.Task;
            await stream.WriteAsync(new byte[100_000]);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 200_000;
            return true;
        }
    }

    private static IHost NewHost(Dictionary<string, string?> settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Services.AddLocalAws();
        return builder.Build();
    }
}
