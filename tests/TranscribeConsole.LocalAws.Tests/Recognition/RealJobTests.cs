using System.Text.Json;
using Amazon.TranscribeService;
using Amazon.TranscribeService.Model;

namespace TranscribeConsole.LocalAws.Tests.Recognition;

/// <summary>Jobs on the whole backend with its real recogniser, started by an SDK client.</summary>
[Collection(RecognitionTests.Name)]
public sealed class RealJobTests(RecognitionFixture recognition, LocalAwsFixture backend) : IClassFixture<LocalAwsFixture>
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private readonly MediaSamples _samples = recognition.Samples;

    [Fact]
    public async Task Job_transcribes_its_media_as_it_was_when_it_began_whatever_becomes_of_the_object()
    {
        using var transcribe = backend.NewTranscribe();
        var bucket = await backend.NewBucketAsync();
        var first = await MinuteAsync("first.wav", MediaSamples.Sentence, "rms");
        var second = await MinuteAsync("second.wav", MediaSamples.OtherSentence, "rms");

        await PutAsync(bucket, first);
        await StartAsync(transcribe, "overwritten", bucket);
        var pins = await PinnedAsync([]);
        await PutAsync(bucket, second);
        await StartAsync(transcribe, "deleted", bucket);
        await PinnedAsync(pins);
        await backend.S3.DeleteObjectAsync(bucket, "call.wav");

        Assert.InRange(WordErrorRate.Of(Thrice(MediaSamples.Sentence), await TextAsync(transcribe, "overwritten")), 0, 0.25);
        Assert.InRange(WordErrorRate.Of(Thrice(MediaSamples.OtherSentence), await TextAsync(transcribe, "deleted")), 0, 0.25);
        var refused = await Assert.ThrowsAsync<BadRequestException>(() => StartAsync(transcribe, "too-late", bucket));
        Assert.StartsWith("The S3 URI that you provided can't be accessed.", refused.Message, StringComparison.Ordinal);
        Assert.Empty(Pins());
    }

    [Fact]
    public async Task Alternatives_that_a_job_asks_for_are_in_its_transcript()
    {
        using var transcribe = backend.NewTranscribe();
        var bucket = await backend.NewBucketAsync();
        await PutAsync(bucket, MediaSamples.LibrivoxClips().First().Path);

        await StartAsync(transcribe, "alternatives", bucket, new() { ShowAlternatives = true, MaxAlternatives = 3 });
        var (job, json) = await FinishedAsync(transcribe, "alternatives");

        Assert.Equal((true, 3), (job.Settings!.ShowAlternatives, job.Settings.MaxAlternatives));
        using var transcript = JsonDocument.Parse(json);
        var segments = transcript.RootElement.GetProperty("results").GetProperty("segments").EnumerateArray().ToList();
        Assert.All(segments, segment => Assert.InRange(segment.GetProperty("alternatives").GetArrayLength(), 1, 3));
        Assert.Contains(segments, segment => segment.GetProperty("alternatives").GetArrayLength() == 3);
    }

    private static string Thrice(string text) => string.Join(' ', Enumerable.Repeat(text, 3));

    // Three times the sentence with long silences: enough to be still at work when the object changes.
    private async Task<string> MinuteAsync(string name, string text, string voice) => await _samples.FfmpegAsync(
        name, "-stream_loop", "2", "-i", await _samples.SpeechAsync("one-" + name, text, voice, "-af", "adelay=1500,apad=pad_dur=1.5"));

    private string[] Pins() => Directory.GetFiles(Path.Combine(backend.DataDirectory, "objects", "pins"));

    // A job has its media once it has put a link to it under a name of its own.
    private async Task<string[]> PinnedAsync(string[] before)
    {
        using var limit = new CancellationTokenSource(Limit);
        while (true)
        {
            var pins = Pins();
            if (pins.Except(before).Any()) return pins;
            await Task.Delay(1, limit.Token);
        }
    }

    private async Task PutAsync(string bucket, string path) => await backend.S3.PutObjectAsync(new() { BucketName = bucket, Key = "call.wav", FilePath = path });

    private static async Task StartAsync(AmazonTranscribeServiceClient transcribe, string name, string bucket, Settings? settings = null) =>
        await transcribe.StartTranscriptionJobAsync(new()
        {
            TranscriptionJobName = name,
            LanguageCode = LanguageCode.EnUS,
            Media = new() { MediaFileUri = $"s3://{bucket}/call.wav" },
            Settings = settings,
        });

    private static async Task<string> TextAsync(AmazonTranscribeServiceClient transcribe, string name)
    {
        using var json = JsonDocument.Parse((await FinishedAsync(transcribe, name)).Json);
        return json.RootElement.GetProperty("results").GetProperty("transcripts")[0].GetProperty("transcript").GetString()!;
    }

    private static async Task<(TranscriptionJob Job, string Json)> FinishedAsync(AmazonTranscribeServiceClient transcribe, string name)
    {
        using var limit = new CancellationTokenSource(Limit);
        while (true)
        {
            var job = (await transcribe.GetTranscriptionJobAsync(new() { TranscriptionJobName = name }, limit.Token)).TranscriptionJob!;
            if (job.TranscriptionJobStatus == TranscriptionJobStatus.FAILED) Assert.Fail(job.FailureReason);
            if (job.TranscriptionJobStatus == TranscriptionJobStatus.COMPLETED)
            {
                using var http = new HttpClient();
                return (job, await http.GetStringAsync(job.Transcript!.TranscriptFileUri, limit.Token));
            }

            await Task.Delay(50, limit.Token);
        }
    }
}
