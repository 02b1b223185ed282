using System.Net;
using System.Net.Sockets;
using TranscribeConsole.Web.Composition;
using TranscribeConsole.Web.Tests.Hosting;

namespace TranscribeConsole.Web.Tests.Composition;

public sealed class StartFailureTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    [Fact]
    public async Task Unknown_setting_value_is_one_line_and_exit_code_1()
    {
        var ended = await ConsoleProcess.RunAsync(RunningConsole.Arguments(_directory.Path, "--Backend=Azure"));

        AssertOneLine(ended, "Backend is 'Azure'; it must be Local or Aws.");
    }

    [Fact]
    public async Task Setting_out_of_its_range_is_one_line_and_exit_code_1()
    {
        var ended = await ConsoleProcess.RunAsync(RunningConsole.Arguments(_directory.Path, "--LocalAws:MaxAudioHours=99"));

        AssertOneLine(ended, "TranscribeConsole can't start: LocalAws:MaxAudioHours must be 1 to 24.");
    }

    [Theory]
    [InlineData("--Aws:AllowedBuckets:0=My_Bucket", "Aws:AllowedBuckets must hold bucket names")]
    [InlineData("--Aws:AllowedBuckets=media", "Aws:AllowedBuckets is a list; set Aws:AllowedBuckets:0")]
    public async Task Allowed_buckets_that_are_none_are_one_line_and_exit_code_1(string argument, string sentence)
    {
        var ended = await ConsoleProcess.RunAsync(RunningConsole.Arguments(_directory.Path, argument));

        AssertOneLine(ended, sentence);
    }

    [Theory]
    [InlineData("--LocalAws:OpenAi:Model=m", "LocalAws:OpenAi:BaseUrl must be an http or https address")]
    [InlineData("--LocalAws:OpenAi:BaseUrl=http://127.0.0.1:1/v1", "LocalAws:OpenAi:Model must name a model")]
    [InlineData("--LocalAws:OpenAi:Modell=m", "LocalAws:OpenAi:Modell is not a setting. Section LocalAws:OpenAi has ApiKey, BaseUrl")]
    [InlineData("--LocalAws:OpenAi:Retries=many", "LocalAws:OpenAi:Retries is 'many'; it must be a whole number.")]
    public async Task Speech_server_that_is_set_wrongly_is_one_line_and_exit_code_1(string argument, string sentence)
    {
        var ended = await ConsoleProcess.RunAsync(RunningConsole.Arguments(_directory.Path, "--LocalAws:Recogniser=OpenAi", argument));

        AssertOneLine(ended, sentence);
    }

    [Theory]
    [InlineData("--Telemetry:PrometheusUrl=9464", "Telemetry:PrometheusUrl is '9464'; it must be an address such as http://127.0.0.1:9464.")]
    [InlineData("--Telemetry:Prometheus=true", "Telemetry:Prometheus is not a setting. Section Telemetry has PrometheusUrl.")]
    public async Task Prometheus_that_is_set_wrongly_is_one_line_and_exit_code_1(string argument, string sentence)
    {
        var ended = await ConsoleProcess.RunAsync(RunningConsole.Arguments(_directory.Path, argument));

        AssertOneLine(ended, sentence);
    }

    [Fact]
    public async Task Database_that_is_not_there_is_one_line_and_exit_code_1_without_the_password()
    {
        var environment = new Dictionary<string, string?> { ["Database__ConnectionString"] = "Host=127.0.0.1;Port=9;Database=console;Username=console;Password=a-secret" };
        using var process = ConsoleProcess.Start(environment, RunningConsole.Arguments(_directory.Path, "--Database:Provider=Postgres"));
        var ended = await ConsoleProcess.EndAsync(process);

        AssertOneLine(ended, "Database:ConnectionString: PostgreSQL can't be reached: Failed to connect to 127.0.0.1:9: Connection refused");
        Assert.DoesNotContain("a-secret", ended.Output + ended.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Oracle", "", "Database:Provider is 'Oracle'; it must be Sqlite or Postgres.")]
    [InlineData("Postgres", "", "Database:Provider=Postgres needs Database:ConnectionString")]
    [InlineData("Postgres", "postgres://console:a-secret@db/console", "Database:ConnectionString is not of the form Host=")]
    [InlineData("Postgres", "Host=db;Database=console;Password=a-secret", "Database:ConnectionString with a password can't stand on the command line")]
    [InlineData("Sqlite", "Host=db;Database=console", "Database:ConnectionString is for Database:Provider=Postgres alone")]
    public void Database_that_is_set_wrongly_is_refused_by_name(string provider, string connection, string message)
    {
        var error = Assert.Throws<StartFailedException>(
            () => Program.Create(RunningConsole.Arguments(_directory.Path, $"--Database:Provider={provider}", $"--Database:ConnectionString={connection}")));

        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("a-secret", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Port_of_the_console_in_use_is_one_line_and_exit_code_1()
    {
        using var taken = Listen(out var port);
        var ended = await ConsoleProcess.RunAsync(RunningConsole.Arguments(_directory.Path, $"--Urls=http://127.0.0.1:{port}"));

        AssertOneLine(ended, $"http://127.0.0.1:{port}");
        Assert.Contains("Urls", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Port_of_the_local_backend_in_use_is_one_line_and_exit_code_1()
    {
        using var taken = Listen(out var port);
        var ended = await ConsoleProcess.RunAsync(RunningConsole.Arguments(_directory.Path, $"--LocalAws:Port={port}"));

        AssertOneLine(ended, $"{port}");
        Assert.Contains("LocalAws:Port", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Data_directory_of_a_running_console_is_one_line_and_exit_code_1()
    {
        await using var running = Program.Create(RunningConsole.Arguments(_directory.Path));
        await running.StartAsync();
        var ended = await ConsoleProcess.RunAsync(RunningConsole.Arguments(_directory.Path));
        await running.StopAsync();

        AssertOneLine(ended, $"App:DataDirectory '{_directory.Path}' is in use by another process.");
    }

    [Fact]
    public void Data_directory_that_cannot_be_made_is_refused_by_name()
    {
        var file = Path.Combine(_directory.Path, "file");
        File.WriteAllText(file, "");
        var error = Assert.Throws<StartFailedException>(() => Program.Create(RunningConsole.Arguments(Path.Combine(file, "data"))));

        Assert.StartsWith("App:DataDirectory", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--App:DataDir=/x", "App:DataDir is not a setting.")]
    [InlineData("--Upload:Buckett=x", "Upload:Buckett is not a setting.")]
    [InlineData("--Security:AllowAnonymos=true", "Security:AllowAnonymos is not a setting.")]
    [InlineData("--LocalAws:Preset=turbo", "LocalAws:Preset is 'turbo'; it must be Fast or Balanced or Best.")]
    [InlineData("--LocalAws:Preset=7", "LocalAws:Preset is '7'")]
    [InlineData("--LocalAws:Port=abc", "LocalAws:Port is 'abc'; it must be a whole number.")]
    [InlineData("--Security:AllowAnonymous=yes", "Security:AllowAnonymous is 'yes'; it must be true or false.")]
    [InlineData("--Security:KnownProxies=192.0.2.1", "Security:KnownProxies is a list")]
    [InlineData("--Security:KnownProxies:0=proxy", "Security:KnownProxies has 'proxy', which is neither an IP address nor a network such as 172.18.0.0/16.")]
    [InlineData("--Aws:Region=nowhere", "Aws:Region must be a Region code such as eu-central-1.")]
    [InlineData("--Backned=Aws", "Backned is not a setting. There are AllowedHosts, App, Audit, Aws, Backend,")]
    [InlineData("--AllowedHosts=*", "AllowedHosts can't be '*'")]
    public void Setting_that_means_nothing_is_refused_by_name(string argument, string message)
    {
        var error = Assert.Throws<StartFailedException>(() => Program.Create(RunningConsole.Arguments(_directory.Path, argument)));

        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Aws_without_a_Region_is_one_line_and_exit_code_1()
    {
        using var process = ConsoleProcess.Start(ConsoleProcess.WithoutAws, RunningConsole.Arguments(_directory.Path, "--Backend=Aws"));

        AssertOneLine(await ConsoleProcess.EndAsync(process), "Backend=Aws needs a Region: set Aws:Region or AWS_REGION");
    }

    public void Dispose() => _directory.Dispose();

    private static TcpListener Listen(out int port)
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        port = ((IPEndPoint)listener.LocalEndpoint).Port;
        return listener;
    }

    private static void AssertOneLine(ConsoleProcess.Ended ended, string part)
    {
        Assert.Equal(1, ended.ExitCode);
        Assert.Contains(part, Assert.Single(ended.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ended.Error + ended.Output, StringComparison.Ordinal);
    }
}
