using System.Text;
using System.Text.Json.Nodes;
using Amazon.S3;
using Amazon.S3.Model;
using TranscribeConsole.EndToEnd.Tests.Hosting;

namespace TranscribeConsole.EndToEnd.Tests.Browser;

/// <summary>A console whose jobs have the transcripts and media that a test gives them; S3 is another console's embedded one.</summary>
public sealed class TranscriptFixture : BrowserFixture
{
    public const string Bucket = "acme-media";

    /// <summary>Two minutes of speech.</summary>
    public const string Talk = "talk.wav";

    public const string Film = "film.mp4";

    public ConsoleProcess Amazon { get; private set; } = null!;

    public RecordingTranscribe Transcribe { get; private set; } = null!;

    protected override async Task<ConsoleProcess> StartConsoleAsync(TemporaryDirectory directory)
    {
        Amazon = await ConsoleProcess.StartAsync(directory["amazon"]);
        using var s3 = Amazon.CreateS3();
        await s3.PutBucketAsync(Bucket);
        await s3.PutObjectAsync(new() { BucketName = Bucket, Key = Talk, FilePath = await Samples.LongAsync() });
        await s3.PutObjectAsync(new() { BucketName = Bucket, Key = Film, FilePath = await Samples.VideoAsync(videoCodec: "libx264") });
        await s3.PutObjectAsync(new() { BucketName = Bucket, Key = "call.amr", ContentBody = "#!AMR\n" });
        Transcribe = await RecordingTranscribe.StartAsync();
        return await StartAnotherAsync(directory["data"]);
    }

    /// <summary>One more console over the same jobs.</summary>
    public Task<ConsoleProcess> StartAnotherAsync(string dataDirectory, params string[] arguments) =>
        ConsoleProcess.StartOverAsync(Amazon, Transcribe.Address, dataDirectory, [$"--Upload:Bucket={Bucket}", .. arguments]);

    /// <summary>Forty turns of two speakers over <see cref="Talk"/>.</summary>
    public Task AddConversationAsync(string name) => AddAsync(name, SpokenTranscript.Conversation(name));

    /// <summary>A transcript of the golden files.</summary>
    public static string Golden(string name) =>
        File.ReadAllText(Path.Combine(Repository.Root, "tests", "TranscribeConsole.Transcripts.Tests", "Json", "Golden", $"{name}.json"));

    /// <summary>A completed job with an own bucket.</summary>
    /// <param name="json">The transcript; null: only <paramref name="redacted"/> was kept.</param>
    public async Task AddAsync(string name, string? json, string media = Talk, string? redacted = null)
    {
        var transcript = new JsonObject();
        if (json is not null) transcript["TranscriptFileUri"] = await PutAsync($"texts/{name}.json", json);
        if (redacted is not null) transcript["RedactedTranscriptFileUri"] = await PutAsync($"texts/redacted-{name}.json", redacted);
        Transcribe.Add(Job(name, media, transcript));
    }

    /// <summary>A completed job whose transcript the service keeps, and hands out by a signed address.</summary>
    public async Task AddServiceManagedAsync(string name, string json)
    {
        await PutAsync($"service/{name}.json", json);
        using var s3 = Amazon.CreateS3();
        var address = await s3.GetPreSignedURLAsync(new GetPreSignedUrlRequest
        {
            BucketName = Bucket,
            Key = $"service/{name}.json",
            Expires = TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(15),
            Protocol = Protocol.HTTP,
        });
        Transcribe.Add(Job(name, Talk, new JsonObject { ["TranscriptFileUri"] = address }));
    }

    public override async Task DisposeAsync()
    {
        await Amazon.DisposeAsync();
        await Transcribe.DisposeAsync();
        await base.DisposeAsync();
    }

    private static JsonObject Job(string name, string media, JsonObject transcript) => new()
    {
        ["TranscriptionJobName"] = name,
        ["LanguageCode"] = "en-US",
        ["CreationTime"] = 1_790_000_000.0, // one that was deleted and comes again is told apart by nothing
        ["Media"] = new JsonObject { ["MediaFileUri"] = $"s3://{Bucket}/{media}" },
        ["MediaFormat"] = Path.GetExtension(media).TrimStart('.'),
        ["Transcript"] = transcript,
    };

    private async Task<string> PutAsync(string key, string content)
    {
        using var s3 = Amazon.CreateS3();
        using var body = new MemoryStream(Encoding.UTF8.GetBytes(content));
        await s3.PutObjectAsync(new() { BucketName = Bucket, Key = key, InputStream = body });
        return $"{Amazon.Backend}{Bucket}/{key}";
    }
}

/// <summary>The classes that read transcripts share one console and one browser.</summary>
[CollectionDefinition(Name)]
public sealed class TranscriptCollection : ICollectionFixture<TranscriptFixture>
{
    public const string Name = "transcripts";
}
