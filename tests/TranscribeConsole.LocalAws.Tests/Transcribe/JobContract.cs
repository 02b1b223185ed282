using System.Text.Json;
using Amazon.S3.Model;
using Amazon.TranscribeService;
using Amazon.TranscribeService.Model;
using TranscribeConsole.LocalAws.Tests.Contracts;
using TranscribeConsole.LocalAws.Tests.Recognition;

namespace TranscribeConsole.LocalAws.Tests.Transcribe;

/// <summary>One short real job. A class of its own, because on AWS it costs money and takes a minute.</summary>
public abstract class JobContract(TranscribeTarget target)
{
    private readonly string _name = $"contract-{Guid.NewGuid():n}";

    [ContractFact]
    public async Task Job_on_speech_completes_and_its_transcript_can_be_read_until_it_is_deleted()
    {
        using var http = new HttpClient();
        var request = await RequestAsync();
        var started = (await target.Transcribe.StartTranscriptionJobAsync(request)).TranscriptionJob!;
        try
        {
            Assert.Equal((_name, TranscriptionJobStatus.IN_PROGRESS), (started.TranscriptionJobName, started.TranscriptionJobStatus));
            await Assert.ThrowsAsync<ConflictException>(() => target.Transcribe.StartTranscriptionJobAsync(request));

            var job = await FinishedAsync();

            Assert.Equal((TranscriptionJobStatus.COMPLETED, null), (job.TranscriptionJobStatus, job.FailureReason));
            Assert.Equal((MediaFormat.Wav, 16_000), (job.MediaFormat, job.MediaSampleRateHertz));
            Assert.True(job.CreationTime <= job.StartTime && job.StartTime <= job.CompletionTime);
            Assert.Equal([OutputLocationType.SERVICE_BUCKET], (await ListAsync()).Select(summary => summary.OutputLocationType));
            AssertTranscript(await http.GetStringAsync(job.Transcript!.TranscriptFileUri));
        }
        finally
        {
            await target.Transcribe.DeleteTranscriptionJobAsync(new() { TranscriptionJobName = _name });
        }

        Assert.Empty(await ListAsync());
        await Assert.ThrowsAsync<BadRequestException>(() => target.Transcribe.GetTranscriptionJobAsync(new() { TranscriptionJobName = _name }));
    }

    private async Task<StartTranscriptionJobRequest> RequestAsync()
    {
        using var samples = new MediaSamples();
        var storage = target.Storage;
        var key = $"{storage.Prefix}{_name}.wav";
        await storage.S3.PutObjectAsync(new PutObjectRequest { BucketName = storage.Bucket, Key = key, FilePath = await samples.SpeechAsync("speech.wav") });
        return new StartTranscriptionJobRequest
        {
            TranscriptionJobName = _name,
            LanguageCode = LanguageCode.EnUS,
            Media = new Media { MediaFileUri = $"s3://{storage.Bucket}/{key}" },
        };
    }

    private async Task<TranscriptionJob> FinishedAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(10));
        var pause = TimeSpan.FromMilliseconds(200);
        while (true)
        {
            var job = (await target.Transcribe.GetTranscriptionJobAsync(new() { TranscriptionJobName = _name }, limit.Token)).TranscriptionJob!;
            if (job.TranscriptionJobStatus != TranscriptionJobStatus.IN_PROGRESS) return job;
            await Task.Delay(pause, limit.Token);
            if (pause < TimeSpan.FromSeconds(5)) pause *= 1.5;
        }
    }

    private async Task<List<TranscriptionJobSummary>> ListAsync() =>
        (await target.Transcribe.ListTranscriptionJobsAsync(new() { JobNameContains = _name })).TranscriptionJobSummaries ?? [];

    // What the words are depends on the engine; that most of them are right does not.
    private void AssertTranscript(string json)
    {
        var root = JsonDocument.Parse(json).RootElement;
        Assert.Equal((_name, "COMPLETED"), (root.GetProperty("jobName").GetString(), root.GetProperty("status").GetString()));
        var results = root.GetProperty("results");
        var text = results.GetProperty("transcripts")[0].GetProperty("transcript").GetString()!;
        Assert.InRange(WordErrorRate.Of(MediaSamples.Sentence, text), 0, 0.3);
        var word = results.GetProperty("items")[0];
        Assert.Equal("pronunciation", word.GetProperty("type").GetString());
        Assert.True(Seconds(word, "start_time") < Seconds(word, "end_time"));
        Assert.Equal(text, string.Join(' ', results.GetProperty("audio_segments").EnumerateArray().Select(s => s.GetProperty("transcript").GetString())));
    }

    private static double Seconds(JsonElement item, string name) =>
        double.Parse(item.GetProperty(name).GetString()!, System.Globalization.CultureInfo.InvariantCulture);
}

public sealed class LocalJobTests(LocalTranscribeTarget target) : JobContract(target), IClassFixture<LocalTranscribeTarget>;

public sealed class AwsJobTests(AwsTranscribeTarget target) : JobContract(target), IClassFixture<AwsTranscribeTarget>, IRunsAgainstAws;
