using TranscribeConsole.EndToEnd.Tests.Hosting;

namespace TranscribeConsole.EndToEnd.Tests.Browser;

/// <summary>The console with Backend=Aws: S3 is another console's embedded one, Transcribe a server that keeps what it is asked for.</summary>
public sealed class AwsBrowserFixture : BrowserFixture
{
    public const string Bucket = "acme-media";

    public ConsoleProcess Amazon { get; private set; } = null!;

    public RecordingTranscribe Transcribe { get; private set; } = null!;

    protected override async Task<ConsoleProcess> StartConsoleAsync(TemporaryDirectory directory)
    {
        Amazon = await ConsoleProcess.StartAsync(directory["amazon"]);
        using var s3 = Amazon.CreateS3();
        await s3.PutBucketAsync(Bucket);
        await s3.PutObjectAsync(new() { BucketName = Bucket, Key = "in/call.wav", ContentBody = "media" });
        Transcribe = await RecordingTranscribe.StartAsync();
        Transcribe.OwnVocabularies = [("terms", "en-US", "READY"), ("names", "en-US", "PENDING"), ("namen", "de-DE", "READY")];
        Transcribe.OwnFilters = [("swear", "en-US"), ("fluchen", "de-DE")];
        Transcribe.OwnModels = [("law", "en-US", "COMPLETED"), ("recht", "de-DE", "COMPLETED"), ("new-law", "en-US", "IN_PROGRESS")];
        return await ConsoleProcess.StartOverAsync(Amazon, Transcribe.Address, directory["data"], $"--Upload:Bucket={Bucket}");
    }

    public override async Task DisposeAsync()
    {
        await Amazon.DisposeAsync();
        await Transcribe.DisposeAsync();
        await base.DisposeAsync();
    }
}
