using System.Text.Json.Nodes;
using Microsoft.Playwright;
using TranscribeConsole.EndToEnd.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace TranscribeConsole.EndToEnd.Tests.Browser;

/// <summary>A console with sign-in whose every text that somebody else chose is markup that would run a script: what the service says, what lies in S3, what people are called.</summary>
public sealed class HostileTextsFixture : BrowserFixture
{
    /// <summary>An element that is built, were it taken for markup, and a script that says so.</summary>
    public const string Payload = "<img src=x onerror=document.title=1>";

    public const string Administrator = "root";
    public const string Bucket = "hostile-texts";
    public const string Key = $"in/{Payload}.wav";
    public const string Job = "hostile";
    public const string FailedJob = "hostile-failed";

    /// <summary>Has the whole and a redacted transcript.</summary>
    public const string RedactedJob = "redacted-too";

    private ConsoleProcess _amazon = null!;

    public RecordingTranscribe Transcribe { get; private set; } = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        var setup = System.Text.RegularExpressions.Regex.Match(Console.Output, "/(setup/[A-Za-z0-9_-]+)").Groups[1].Value;
        await WithPageAsync("hostile-administrator", async page =>
        {
            await page.GotoAsync(setup);
            await SignInFixture.FillAsync(page, Administrator, Payload);
            await page.GetByRole(AriaRole.Button, new() { Name = "Create administrator" }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Transcription jobs");
        });
    }

    protected override async Task<ConsoleProcess> StartConsoleAsync(TemporaryDirectory directory)
    {
        _amazon = await ConsoleProcess.StartAsync(directory["amazon"]);
        Transcribe = await RecordingTranscribe.StartAsync();
        Transcribe.OwnVocabularies = [(Payload, "en-US", "FAILED")];
        Transcribe.OwnFilters = [(Payload, "en-US")];
        Transcribe.OwnModels = [(Payload, "en-US", "FAILED")];
        using var s3 = _amazon.CreateS3();
        await s3.PutBucketAsync(Bucket);
        await s3.PutObjectAsync(new() { BucketName = Bucket, Key = Key, FilePath = Samples.Recorded, ContentType = "text/html" });
        await s3.PutObjectAsync(new() { BucketName = Bucket, Key = "texts/hostile.json", ContentBody = SpokenTranscript.Of(Job, (Payload, $"{Unspaced} said."), ("spk_1", "Nothing else.")) });
        Transcribe.Add(Described(Job, new JsonObject { ["TranscriptFileUri"] = $"{_amazon.Backend}{Bucket}/texts/hostile.json" }));
        await s3.PutObjectAsync(new() { BucketName = Bucket, Key = "texts/whole.json", ContentBody = SpokenTranscript.Of(RedactedJob, ("spk_0", "I am Maria Keller.")) });
        await s3.PutObjectAsync(new() { BucketName = Bucket, Key = "texts/redacted.json", ContentBody = SpokenTranscript.Of(RedactedJob, ("spk_0", "I am [NAME].")) });
        Transcribe.Add(Described(RedactedJob, new JsonObject
        {
            ["TranscriptFileUri"] = $"{_amazon.Backend}{Bucket}/texts/whole.json",
            ["RedactedTranscriptFileUri"] = $"{_amazon.Backend}{Bucket}/texts/redacted.json",
        }));
        var failed = Described(FailedJob, null);
        (failed["TranscriptionJobStatus"], failed["FailureReason"]) = ("FAILED", Payload);
        Transcribe.Add(failed);
        return await ConsoleProcess.StartOverAsync(_amazon, Transcribe.Address, directory["data"], "--Security:Mode=Local", $"--Upload:Bucket={Bucket}");
    }

    /// <summary>Words have no spaces.</summary>
    public static string Unspaced => Payload.Replace(' ', '/');

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await _amazon.DisposeAsync();
        await Transcribe.DisposeAsync();
    }

    private static JsonObject Described(string name, JsonObject? transcript) => new()
    {
        ["TranscriptionJobName"] = name,
        ["LanguageCode"] = "en-US",
        ["Media"] = new JsonObject { ["MediaFileUri"] = $"s3://{Bucket}/{Key}" },
        ["MediaFormat"] = "wav",
        ["Settings"] = new JsonObject { ["VocabularyName"] = Payload, ["VocabularyFilterName"] = Payload, ["VocabularyFilterMethod"] = "mask" },
        ["ModelSettings"] = new JsonObject { ["LanguageModelName"] = Payload },
        ["JobExecutionSettings"] = new JsonObject { ["AllowDeferredExecution"] = true, ["DataAccessRoleArn"] = $"arn:aws:iam::111122223333:role/{Payload}" },
        ["Tags"] = new JsonArray(new JsonObject { ["Key"] = Payload, ["Value"] = Payload }),
        ["Transcript"] = transcript,
    };
}
