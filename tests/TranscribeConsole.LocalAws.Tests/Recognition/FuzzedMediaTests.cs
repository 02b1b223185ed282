using Amazon.TranscribeService.Model;
using TranscribeConsole.LocalAws.Jobs;

namespace TranscribeConsole.LocalAws.Tests.Recognition;

/// <summary>Media with disturbed bytes, through ffprobe, ffmpeg and the recogniser of a whole backend.</summary>
/// <remarks>The seed is fixed: what fails once fails always.</remarks>
public sealed class FuzzedMediaTests(LocalAwsFixture backend, MediaSamples samples) : IClassFixture<LocalAwsFixture>, IClassFixture<MediaSamples>
{
    private const int Variants = 4;

    private static readonly string[] Formats = ["amr", "flac", "m4a", "mp3", "mp4", "ogg", "wav", "webm"];

    [Fact]
    public async Task Every_job_on_disturbed_media_ends_and_none_by_a_failure_of_our_own()
    {
        var random = new Random(8);
        var bucket = await backend.NewBucketAsync();
        using var transcribe = backend.NewTranscribe();
        foreach (var format in Formats)
        {
            var media = await MediaAsync(format);
            for (var variant = 0; variant < Variants; variant++)
            {
                var key = $"{format}-{variant}.{format}";
                await backend.S3.PutObjectAsync(new() { BucketName = bucket, Key = key, InputStream = new MemoryStream(Disturb(random, media)) });
                await transcribe.StartTranscriptionJobAsync(new()
                { TranscriptionJobName = key, LanguageCode = "en-US", Media = new Media { MediaFileUri = $"s3://{bucket}/{key}" } });
            }
        }

        foreach (var key in Formats.SelectMany(format => Enumerable.Range(0, Variants).Select(variant => $"{format}-{variant}.{format}")))
        {
            var job = await EndedAsync(transcribe, key);
            Assert.NotEqual(JobRun.InternalFailure, job.FailureReason);
            if (job.TranscriptionJobStatus!.Value == "FAILED") Assert.DoesNotContain(backend.DataDirectory, job.FailureReason, StringComparison.Ordinal);
        }

        // The process is still there, and so is its recogniser.
        await backend.S3.PutObjectAsync(new() { BucketName = bucket, Key = "whole", FilePath = await samples.SpeechAsync("whole.wav", "good day") });
        await transcribe.StartTranscriptionJobAsync(new()
        { TranscriptionJobName = "whole", LanguageCode = "en-US", Media = new Media { MediaFileUri = $"s3://{bucket}/whole" } });
        Assert.Equal("COMPLETED", (await EndedAsync(transcribe, "whole")).TranscriptionJobStatus!.Value);
    }

    // Quiet, so that the time goes to the decoder and not to the recogniser.
    private async Task<byte[]> MediaAsync(string format)
    {
        const int frames = 30; // 0.6 s
        if (format == "amr") return MediaSamples.Amr()[..(6 + (frames * 32))];
        string[] codec = format is "webm" or "ogg" ? ["-c:a", "libopus"] : [];
        return await File.ReadAllBytesAsync(await samples.FfmpegAsync($"quiet.{format}", ["-f", "lavfi", "-i", "sine=frequency=300:duration=1,volume=-60dB", .. codec]));
    }

    private static async Task<TranscriptionJob> EndedAsync(Amazon.TranscribeService.AmazonTranscribeServiceClient transcribe, string name)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while (true)
        {
            var job = (await transcribe.GetTranscriptionJobAsync(new() { TranscriptionJobName = name })).TranscriptionJob!;
            if (job.TranscriptionJobStatus!.Value is "COMPLETED" or "FAILED") return job;
            await Task.Delay(50, limit.Token);
        }
    }

    // A few bytes anywhere, where the headers are, a piece cut out, a piece doubled, or the end cut off.
    private static byte[] Disturb(Random random, byte[] media)
    {
        var bytes = media.ToArray();
        var area = random.Next(2) == 0 ? bytes.Length : Math.Min(200, bytes.Length);
        for (var times = random.Next(1, 8); times > 0; times--) bytes[random.Next(area)] = (byte)random.Next(256);
        var at = random.Next(bytes.Length);
        var end = Math.Min(bytes.Length, at + random.Next(1, 500));
        return random.Next(4) switch
        {
            0 => [.. bytes[..at], .. bytes[end..]],
            1 => [.. bytes[..end], .. bytes[at..]],
            2 => bytes[..end],
            _ => bytes,
        };
    }
}
