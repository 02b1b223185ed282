using System.Text.RegularExpressions;
using TranscribeConsole.LocalAws.Tests.Recognition;

namespace TranscribeConsole.LocalAws.Tests.Clients;

/// <summary>The examples of the page, run as they stand there; only the address is this test's.</summary>
public sealed class DocumentedExamplesTests : IAsyncLifetime
{
    private readonly LocalAwsFixture _backend = new();
    private readonly TemporaryDirectory _directory = new();

    public async Task InitializeAsync()
    {
        await _backend.InitializeAsync();
        Directory.CreateDirectory(Path.Combine(_directory.Path, "data"));
        File.CreateSymbolicLink(Path.Combine(_directory.Path, "data", "aws"), _backend.DataDirectory);
        File.Copy(MediaSamples.LibrivoxClips().First().Path, Path.Combine(_directory.Path, "call.wav"));
    }

    public async Task DisposeAsync()
    {
        await _backend.DisposeAsync();
        _directory.Dispose();
    }

    [Fact]
    public async Task Command_line_example_does_what_it_says()
    {
        Directory.CreateDirectory(Path.Combine(_directory.Path, "recordings"));
        await File.WriteAllTextAsync(Path.Combine(_directory.Path, "recordings", "one.txt"), "one");

        var printed = await Client().RunAsync("bash", "-euc", $"{Example(null)}\n{Example("AWS CLI")}");

        Assert.Equal(["calls/call.wav", "recordings/one.txt"], await KeysAsync());
        Assert.Contains("recordings/one.txt", printed, StringComparison.Ordinal);
        Assert.Contains("X-Amz-Signature=", printed, StringComparison.Ordinal);
        Assert.Contains("\"TranscriptionJobName\": \"call-1\"", printed, StringComparison.Ordinal);
        using var transcribe = _backend.NewTranscribe();
        Assert.Empty((await transcribe.ListTranscriptionJobsAsync(new())).TranscriptionJobSummaries ?? []);
    }

    [Fact]
    public async Task Example_without_an_SDK_does_what_it_says()
    {
        await _backend.S3.PutBucketAsync("media");
        var call = Path.Combine(_directory.Path, "call.wav");
        await _backend.S3.PutObjectAsync(new() { BucketName = "media", Key = "calls/call.wav", FilePath = call });

        await Client().RunAsync("bash", "-euc", $"{Example(null)}\n{Example("Plain HTTP")}");

        Assert.Equal(await File.ReadAllBytesAsync(call), await File.ReadAllBytesAsync(Path.Combine(_directory.Path, "copy.wav")));
    }

    [Fact]
    public async Task CSharp_example_does_what_it_says()
    {
        var ours = Regex.Match(await File.ReadAllTextAsync(Path.Combine(Documentation.Repository, "Directory.Packages.props")), "\"AWSSDK.S3\" Version=\"([^\"]+)\"").Groups[1].Value;
        var program = Path.Combine(_directory.Path, "call.cs");
        await File.WriteAllTextAsync(program, Example("C#").Replace("@4.*", $"@{ours}", StringComparison.Ordinal)); // which is here already

        await Client().RunAsync("env", Ours("HOME"), Ours("PATH"), "dotnet", "run", program); // where the SDK and its packages are

        Assert.Equal(["calls/call.wav"], await KeysAsync());
    }

    [Fact]
    public async Task Python_example_does_what_it_says()
    {
        await _backend.S3.PutBucketAsync("media");

        await Client().RunAsync("/usr/bin/python3", "-c", Example("Python (boto3)"));

        Assert.Equal(["calls/call.wav"], await KeysAsync());
        using var transcribe = _backend.NewTranscribe();
        Assert.Equal("call-1", (await transcribe.ListTranscriptionJobsAsync(new())).TranscriptionJobSummaries!.Single().TranscriptionJobName);
    }

    [Fact]
    public async Task JavaScript_example_does_what_it_says()
    {
        await _backend.S3.PutBucketAsync("media");

        await new NodeClient(_backend, _directory.Path).RunTextAsync(Example("JavaScript (Node.js)"));

        Assert.Equal(["calls/call.wav"], await KeysAsync());
    }

    private static string Ours(string variable) => $"{variable}={Environment.GetEnvironmentVariable(variable)}";

    private ClientProgram Client() => new(_backend, _directory.Path);

    private string Example(string? heading) => Documentation.Example(heading, _backend.Server.BaseAddress);

    private async Task<IEnumerable<string>> KeysAsync() =>
        (await _backend.S3.ListObjectsV2Async(new() { BucketName = "media" })).S3Objects!.Select(item => item.Key);
}
