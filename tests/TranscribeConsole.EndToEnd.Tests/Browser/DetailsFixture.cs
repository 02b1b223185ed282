using System.Text.Json.Nodes;
using Amazon.S3;
using Amazon.S3.Model;
using TranscribeConsole.EndToEnd.Tests.Hosting;

namespace TranscribeConsole.EndToEnd.Tests.Browser;

/// <summary>The console over a Transcribe whose jobs the tests write themselves, results included; a second one whose S3 denies everything.</summary>
public sealed class DetailsFixture : BrowserFixture
{
    public const string ServiceBucket = "aws-transcribe-results";
    public const string OwnBucket = "acme-texts";

    private IAmazonS3 _s3 = null!;
    private ConsoleProcess _amazon = null!;

    public RecordingTranscribe Transcribe { get; private set; } = null!;

    /// <summary>The S3 of <see cref="Denied"/>.</summary>
    public DenyingS3 DenyingS3 { get; private set; } = null!;

    /// <summary>The same jobs, and no access to S3.</summary>
    public ConsoleProcess Denied { get; private set; } = null!;

    protected override async Task<ConsoleProcess> StartConsoleAsync(TemporaryDirectory directory)
    {
        _amazon = await ConsoleProcess.StartAsync(directory["amazon"]);
        _s3 = _amazon.CreateS3();
        await _s3.PutBucketAsync(ServiceBucket);
        await _s3.PutBucketAsync(OwnBucket);
        Transcribe = await RecordingTranscribe.StartAsync();
        DenyingS3 = await DenyingS3.StartAsync();
        var sts = $"--Aws:StsServiceUrl={_amazon.Backend}";
        Denied = await ConsoleProcess.StartOverAsync(_amazon, Transcribe.Address, directory["denied"], sts, $"--Aws:S3ServiceUrl={DenyingS3.Address}");
        return await ConsoleProcess.StartOverAsync(_amazon, Transcribe.Address, directory["data"], sts);
    }

    /// <summary>A job that is complete, with the members of the test's.</summary>
    public JsonObject Add(string name, string members = "{}", double age = 0)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() - age;
        var job = new JsonObject
        {
            ["TranscriptionJobName"] = name,
            ["TranscriptionJobStatus"] = "COMPLETED",
            ["LanguageCode"] = "en-US",
            ["CreationTime"] = now,
            ["Media"] = new JsonObject { ["MediaFileUri"] = "s3://acme-media/in/call.wav" },
        };
        foreach (var (member, value) in (JsonObject)JsonNode.Parse(members)!) job[member] = value?.DeepClone();
        Transcribe.Add(job);
        return job;
    }

    /// <summary>Puts a result where the service keeps it; answers its signed address.</summary>
    public async Task<string> KeepAsync(string key, string content)
    {
        await _s3.PutObjectAsync(new() { BucketName = ServiceBucket, Key = key, ContentBody = content });
        return await _s3.GetPreSignedURLAsync(new GetPreSignedUrlRequest
        {
            BucketName = ServiceBucket,
            Key = key,
            Protocol = Protocol.HTTP,
            Expires = TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(15),
        });
    }

    /// <summary>Puts a result into the own bucket; answers its address as the service gives it.</summary>
    public async Task<string> KeepOwnAsync(string key, string content)
    {
        await _s3.PutObjectAsync(new() { BucketName = OwnBucket, Key = key, ContentBody = content });
        return $"https://s3.us-east-1.amazonaws.com/{OwnBucket}/{key}";
    }

    /// <summary>A transcript as the service writes it, of the collection of another project's tests.</summary>
    public static string Golden(string name) => File.ReadAllText(Path.Combine(Repository.Root, "tests", "TranscribeConsole.Transcripts.Tests", "Json", "Golden", name));

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await Denied.DisposeAsync();
        await _amazon.DisposeAsync();
        await Transcribe.DisposeAsync();
        await DenyingS3.DisposeAsync();
        _s3.Dispose();
    }
}
