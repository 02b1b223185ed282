using TranscribeConsole.EndToEnd.Tests.Hosting;

namespace TranscribeConsole.EndToEnd.Tests.Browser;

/// <summary>The console with Backend=Aws, and in Amazon's place the embedded backend of another console: nothing may depend on Local.</summary>
public sealed class AwsOverLocalFixture : BrowserFixture
{
    private const string Uploads = "acme-uploads";

    private ConsoleProcess _amazon = null!;

    protected override async Task<ConsoleProcess> StartConsoleAsync(TemporaryDirectory directory)
    {
        _amazon = await ConsoleProcess.StartAsync(directory["amazon"]);
        using var s3 = _amazon.CreateS3();
        await s3.PutBucketAsync(Uploads);
        return await ConsoleProcess.StartOverAsync(_amazon, null, directory["data"], $"--Upload:Bucket={Uploads}");
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await _amazon.DisposeAsync();
    }
}
