using System.Diagnostics;
using Amazon.TranscribeService;
using Amazon.TranscribeService.Model;
using TranscribeConsole.EndToEnd.Tests.Hosting;

namespace TranscribeConsole.Benchmarks;

/// <summary>A three-minute recording as a job, against the engine's own batch program with the same settings on the same audio.</summary>
internal static class RecognitionBenchmark
{
    private const string TestData = "/usr/share/pocketsphinx/test/data/librivox";
    private const string Bucket = "benchmark";

    public static async Task RunAsync()
    {
        using var directory = new TemporaryDirectory();
        await MakeRecordingAsync(directory);

        var whole = await RunBatchAsync(directory, secondsPerUtterance: 180);
        var pieces = await RunBatchAsync(directory, secondsPerUtterance: 15);
        var job = await RunJobAsync(directory);

        Figures.Print("pocketsphinx_batch, 180 s of speech as it is", whole.TotalSeconds, "s");
        Figures.Print("pocketsphinx_batch, the same in pieces of 15 s", pieces.TotalSeconds, "s");
        Figures.Print("job from Start to COMPLETED, the same audio", job.TotalSeconds, "s");
        Figures.Print("job / as it is (goal: at most 0.55 on 2 cores)", job / whole, "");
        Figures.Print("job / in pieces", job / pieces, "");
    }

    // The five LibriVox clips over and over, cut at three minutes.
    private static async Task MakeRecordingAsync(TemporaryDirectory directory)
    {
        var clips = Directory.GetFiles(TestData, "*.wav").Order().ToArray();
        var list = string.Join('\n', Enumerable.Range(0, 20).SelectMany(_ => clips).Select(clip => $"file '{clip}'"));
        await File.WriteAllTextAsync(directory["clips.txt"], list);
        await Figures.RunProgramAsync("ffmpeg", "-nostdin", "-v", "error", "-f", "concat", "-safe", "0", "-i", directory["clips.txt"],
            "-t", "180", "-ar", "16000", "-ac", "1", directory["speech.wav"]);
        await Figures.RunProgramAsync("ffmpeg", "-nostdin", "-v", "error", "-i", directory["speech.wav"], "-f", "s16le", directory["speech.raw"]);
    }

    // As one utterance, and in pieces of about the length that the silence gate makes, which the engine finds easier.
    private static async Task<TimeSpan> RunBatchAsync(TemporaryDirectory directory, int secondsPerUtterance)
    {
        var piece = secondsPerUtterance * 32_000;
        var pcm = await File.ReadAllBytesAsync(directory["speech.raw"]);
        var names = new List<string>();
        for (var offset = 0; offset < pcm.Length; offset += piece)
        {
            names.Add($"piece-{names.Count}");
            await File.WriteAllBytesAsync(directory[names[^1] + ".raw"], pcm[offset..Math.Min(offset + piece, pcm.Length)]);
        }

        await File.WriteAllLinesAsync(directory["pieces.txt"], names);
        const string Model = "/usr/share/pocketsphinx/model/en-us";
        return await Figures.RunProgramAsync("pocketsphinx_batch", "-hmm", $"{Model}/en-us", "-lm", $"{Model}/en-us.lm.bin",
            "-dict", $"{Model}/cmudict-en-us.dict", "-adcin", "yes", "-cepext", ".raw", "-cepdir", directory.Path,
            "-ctl", directory["pieces.txt"], "-hyp", directory["hypotheses.txt"], "-remove_silence", "no", "-maxhmmpf", "5000");
    }

    private static async Task<TimeSpan> RunJobAsync(TemporaryDirectory directory)
    {
        await using var console = await ConsoleProcess.StartAsync(directory["data"]);
        using var s3 = console.CreateS3();
        using var transcribe = console.CreateTranscribe();
        await s3.PutBucketAsync(Bucket);
        await s3.PutObjectAsync(new() { BucketName = Bucket, Key = "speech.wav", FilePath = directory["speech.wav"] });
        var watch = Stopwatch.StartNew();
        await transcribe.StartTranscriptionJobAsync(new StartTranscriptionJobRequest
        {
            TranscriptionJobName = "speech",
            LanguageCode = LanguageCode.EnUS,
            Media = new Media { MediaFileUri = $"s3://{Bucket}/speech.wav" },
        });
        while (true)
        {
            await Task.Delay(100);
            var job = (await transcribe.GetTranscriptionJobAsync(new GetTranscriptionJobRequest { TranscriptionJobName = "speech" })).TranscriptionJob;
            if (job?.TranscriptionJobStatus == TranscriptionJobStatus.COMPLETED) return watch.Elapsed;
            if (job?.TranscriptionJobStatus == TranscriptionJobStatus.FAILED) throw new InvalidOperationException(job.FailureReason);
        }
    }
}
