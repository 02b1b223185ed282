using System.Diagnostics;
using System.Text.Json;
using Amazon.S3;
using Amazon.TranscribeService;
using TranscribeConsole.EndToEnd.Tests.Hosting;

namespace TranscribeConsole.Benchmarks;

/// <summary>A console of its own, and recordings as jobs on it, one after the other.</summary>
internal sealed class RecognitionRun : IAsyncDisposable
{
    private const string Bucket = "benchmark";

    private readonly ConsoleProcess _console;
    private readonly IAmazonS3 _s3;
    private readonly IAmazonTranscribeService _transcribe;
    private int _jobs;

    private RecognitionRun(ConsoleProcess console) => (_console, _s3, _transcribe) = (console, console.CreateS3(), console.CreateTranscribe());

    public int ProcessId => _console.ProcessId;

    /// <summary>What the console has logged.</summary>
    public string Log => _console.Output;

    /// <summary>Resident memory now, in MB.</summary>
    public double Memory => MemoryOf(ProcessId);

    public static async Task<RecognitionRun> StartAsync(string dataDirectory, string preset)
    {
        var run = new RecognitionRun(await ConsoleProcess.StartAsync(dataDirectory, $"--LocalAws:Preset={preset}"));
        await run._s3.PutBucketAsync(Bucket);
        return run;
    }

    /// <summary>Resident memory of a process now, in MB.</summary>
    public static double MemoryOf(int processId)
    {
        using var process = Process.GetProcessById(processId);
        return process.WorkingSet64 / 1e6;
    }

    /// <summary>Highest resident memory in MB since the last call.</summary>
    public double PeakMemory() => _console.PeakMemory(reset: true) / 1e6;

    public async Task<RecognitionResult> TranscribeAsync(string path)
    {
        var name = $"job-{++_jobs}";
        await _s3.PutObjectAsync(new() { BucketName = Bucket, Key = name, FilePath = path });
        using var process = Process.GetProcessById(ProcessId);
        var (before, watch) = (process.TotalProcessorTime, Stopwatch.StartNew());
        await _transcribe.StartTranscriptionJobAsync(new() { TranscriptionJobName = name, LanguageCode = LanguageCode.EnUS, Media = new() { MediaFileUri = $"s3://{Bucket}/{name}" } });
        while (true)
        {
            await Task.Delay(100);
            var job = (await _transcribe.GetTranscriptionJobAsync(new() { TranscriptionJobName = name })).TranscriptionJob!;
            if (job.TranscriptionJobStatus == TranscriptionJobStatus.FAILED) throw new InvalidOperationException(job.FailureReason);
            if (job.TranscriptionJobStatus != TranscriptionJobStatus.COMPLETED) continue;
            var wall = watch.Elapsed;
            process.Refresh();
            using var http = new HttpClient();
            using var json = JsonDocument.Parse(await http.GetStringAsync(job.Transcript!.TranscriptFileUri));
            var results = json.RootElement.GetProperty("results");
            return new(wall, process.TotalProcessorTime - before, results.GetProperty("transcripts")[0].GetProperty("transcript").GetString()!,
                [.. results.GetProperty("audio_segments").EnumerateArray().Select(segment => (
                    double.Parse(segment.GetProperty("start_time").GetString()!, System.Globalization.CultureInfo.InvariantCulture), segment.GetProperty("transcript").GetString()!))]);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _s3.Dispose();
        _transcribe.Dispose();
        await _console.DisposeAsync();
    }
}

/// <param name="Wall">Start to COMPLETED.</param>
/// <param name="Processor">Of the console, without ffmpeg.</param>
/// <param name="Segments">Their starts in seconds and texts.</param>
internal sealed record RecognitionResult(TimeSpan Wall, TimeSpan Processor, string Text, IReadOnlyList<(double Start, string Text)> Segments);
