using System.Text.Json;
using Amazon.Runtime;
using Amazon.TranscribeService;
using Amazon.TranscribeService.Model;
using Microsoft.Extensions.Options;
using TranscribeConsole.LocalAws.Transcribe.Validation;

namespace TranscribeConsole.LocalAws.Tests.Recognition.OpenAi;

/// <summary>Whole jobs over HTTP: SDK client, backend, speech server.</summary>
[Collection(RecognitionTests.Name)]
public sealed class OpenAiJobTests : IAsyncLifetime
{
    private readonly TemporaryDirectory _directory = new();
    private readonly MediaSamples _samples = new();
    private readonly RecordingLoggers _logs = new();
    private SpeechServer _speech = null!;
    private LocalAwsServer _server = null!;
    private AmazonTranscribeServiceClient _transcribe = null!;

    public async Task InitializeAsync()
    {
        _speech = await SpeechServer.StartAsync();
        await OpenAsync();
        using var s3 = LocalAwsFixture.NewS3(_server);
        await s3.PutBucketAsync("media");
        await s3.PutObjectAsync(new() { BucketName = "media", Key = "speech.wav", FilePath = await _samples.SpeechAsync("speech.wav") });
    }

    [Fact]
    public async Task Identified_language_stands_in_job_list_and_transcript()
    {
        await StartAsync("call-1", request =>
        {
            (request.LanguageCode, request.IdentifyLanguage) = (null, true);
            request.LanguageOptions = ["de-DE", "en-GB"];
        });
        var job = await FinishedAsync("call-1");
        var summary = Assert.Single((await _transcribe.ListTranscriptionJobsAsync(new ListTranscriptionJobsRequest())).TranscriptionJobSummaries!);

        Assert.Equal(TranscriptionJobStatus.COMPLETED, job.TranscriptionJobStatus);
        Assert.Equal(("en-GB", 1f), (job.LanguageCode!.Value, job.IdentifiedLanguageScore!.Value));
        Assert.Equal(("en-GB", 1f), (summary.LanguageCode!.Value, summary.IdentifiedLanguageScore!.Value));
        var results = await ResultsAsync(job);
        Assert.Equal("en-GB", results.GetProperty("language_code").GetString());
        var score = Assert.Single(results.GetProperty("language_identification").EnumerateArray().ToList());
        Assert.Equal(("en-GB", JsonValueKind.String), (score.GetProperty("code").GetString(), score.GetProperty("score").ValueKind));
    }

    [Fact]
    public async Task Several_identified_languages_stand_in_job_list_and_transcript()
    {
        await StartAsync("call-1", request => (request.LanguageCode, request.IdentifyMultipleLanguages) = (null, true));
        var job = await FinishedAsync("call-1");
        var summary = Assert.Single((await _transcribe.ListTranscriptionJobsAsync(new ListTranscriptionJobsRequest())).TranscriptionJobSummaries!);

        Assert.Null(job.LanguageCode);
        var language = Assert.Single(job.LanguageCodes!);
        Assert.Equal("en-US", language.LanguageCode!.Value);
        Assert.True(language.DurationInSeconds > 2);
        Assert.Equal("en-US", Assert.Single(summary.LanguageCodes!).LanguageCode!.Value);
        var results = await ResultsAsync(job);
        Assert.Equal("en-US", results.GetProperty("language_codes")[0].GetProperty("language_code").GetString());
        Assert.All(results.GetProperty("items").EnumerateArray(), item => Assert.Equal("en-US", item.GetProperty("language_code").GetString()));
    }

    [Fact]
    public async Task Job_waits_for_a_server_that_is_down_and_a_restart_does_not_lose_it()
    {
        await _speech.CloseAsync();
        await StartAsync("call-1");
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!_logs.Text.Contains("Trying again", StringComparison.Ordinal)) await Task.Delay(20, limit.Token);
        Assert.Equal(TranscriptionJobStatus.IN_PROGRESS, (await GetAsync("call-1")).TranscriptionJobStatus);

        await CloseAsync();
        await _speech.OpenAsync();
        await OpenAsync();

        var job = await FinishedAsync("call-1");
        Assert.Equal(TranscriptionJobStatus.COMPLETED, job.TranscriptionJobStatus);
        Assert.NotEmpty((await ResultsAsync(job)).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Refusal_of_the_server_is_the_jobs_reason_and_the_key_is_in_no_log()
    {
        _speech.Always = SpeechServer.Status(401);
        await StartAsync("call-1");
        var job = await FinishedAsync("call-1");

        Assert.Equal(TranscriptionJobStatus.FAILED, job.TranscriptionJobStatus);
        Assert.Contains("it refuses the key of LocalAws:OpenAi:ApiKey (401)", job.FailureReason, StringComparison.Ordinal);
        Assert.DoesNotContain(SpeechServer.Key, job.FailureReason + _logs.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Languages_that_the_model_does_not_know_and_options_it_does_not_have_are_refused_at_Start()
    {
        Assert.Contains("doesn't know ab-GE", await RefusalAsync(request => request.LanguageCode = "ab-GE"), StringComparison.Ordinal);
        Assert.Contains("doesn't know ab-GE", await RefusalAsync(request =>
        {
            (request.LanguageCode, request.IdentifyLanguage) = (null, true);
            request.LanguageOptions = ["en-US", "ab-GE"];
        }), StringComparison.Ordinal);
        Assert.Contains("one text and no alternatives", await RefusalAsync(request =>
            request.Settings = new() { ShowAlternatives = true, MaxAlternatives = 2 }), StringComparison.Ordinal);
        Assert.Equal(
            "The requested vocabulary couldn't be found. Check the vocabulary name and try your request again.",
            await RefusalAsync(request =>
            {
                (request.LanguageCode, request.IdentifyLanguage) = (null, true);
                request.LanguageOptions = ["en-US", "de-DE"];
                request.LanguageIdSettings = new() { ["de-DE"] = new() { VocabularyName = "nowhere" } };
            }));
        Assert.Empty(LanguageCodes.All.Where(code => code is "en-US" or "de-DE" or "zh-TW").Except(LocalAwsCapabilities.Of(Settings()).LanguageCodes));
    }

    public async Task DisposeAsync()
    {
        await CloseAsync();
        await _speech.DisposeAsync();
        _samples.Dispose();
        _directory.Dispose();
    }

    private LocalAwsOptions Settings() => new()
    {
        DataDirectory = _directory.Path,
        Port = 0,
        Recogniser = RecogniserKind.OpenAi,
        OpenAi = _speech.Options(retries: 8),
    };

    private async Task OpenAsync()
    {
        _server = new LocalAwsServer(Options.Create(Settings()), _logs, TimeProvider.System);
        await _server.StartAsync(CancellationToken.None);
        _transcribe = new(
            new BasicAWSCredentials(_server.AccessKeyId, _server.SecretAccessKey),
            new AmazonTranscribeServiceConfig { ServiceURL = _server.BaseAddress.ToString(), AuthenticationRegion = "us-east-1", MaxErrorRetry = 0 });
    }

    private async Task CloseAsync()
    {
        _transcribe.Dispose();
        await _server.StopAsync(CancellationToken.None);
    }

    private Task<StartTranscriptionJobResponse> StartAsync(string name, Action<StartTranscriptionJobRequest>? change = null)
    {
        var request = new StartTranscriptionJobRequest
        {
            TranscriptionJobName = name,
            LanguageCode = LanguageCode.EnUS,
            Media = new Media { MediaFileUri = "s3://media/speech.wav" },
        };
        change?.Invoke(request);
        return _transcribe.StartTranscriptionJobAsync(request);
    }

    private async Task<string> RefusalAsync(Action<StartTranscriptionJobRequest> change) =>
        (await Assert.ThrowsAsync<BadRequestException>(() => StartAsync("refused", change))).Message;

    private async Task<TranscriptionJob> GetAsync(string name) =>
        (await _transcribe.GetTranscriptionJobAsync(new GetTranscriptionJobRequest { TranscriptionJobName = name })).TranscriptionJob!;

    private async Task<TranscriptionJob> FinishedAsync(string name)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (true)
        {
            var job = await GetAsync(name);
            if (job.TranscriptionJobStatus == TranscriptionJobStatus.COMPLETED || job.TranscriptionJobStatus == TranscriptionJobStatus.FAILED) return job;
            await Task.Delay(50, limit.Token);
        }
    }

    private static async Task<JsonElement> ResultsAsync(TranscriptionJob job)
    {
        using var http = new HttpClient();
        return JsonDocument.Parse(await http.GetStringAsync(job.Transcript!.TranscriptFileUri)).RootElement.GetProperty("results");
    }
}
