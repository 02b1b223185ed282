using Amazon.TranscribeService;
using Amazon.TranscribeService.Model;
using TranscribeConsole.EndToEnd.Tests.Hosting;

namespace TranscribeConsole.Benchmarks;

/// <summary>Requests per second of Start, List and Get while the queue holds the jobs back.</summary>
internal static class JobBenchmark
{
    private const string Bucket = "benchmark";
    private const int Jobs = 2_000;

    public static async Task RunAsync()
    {
        using var directory = new TemporaryDirectory();
        var spoken = await new Samples(directory).SpokenAsync();
        await using var console = await ConsoleProcess.StartAsync(directory["data"], "--LocalAws:MaxConcurrentJobs=10000");
        using var s3 = console.CreateS3();
        using var transcribe = console.CreateTranscribe();
        await s3.PutBucketAsync(Bucket);
        await s3.PutObjectAsync(new() { BucketName = Bucket, Key = "media.wav", FilePath = spoken });

        await StartAsync(transcribe, Jobs);
        Figures.Print("StartTranscriptionJob, 8 at a time", await Figures.RateAsync(Jobs, 8, i => StartAsync(transcribe, i)), "requests/s");
        Figures.Print("ListTranscriptionJobs, 100 of 2,000, 8 at a time", await Figures.RateAsync(1_000, 8, _ => transcribe.ListTranscriptionJobsAsync(
            new ListTranscriptionJobsRequest { MaxResults = 100 })), "requests/s");
        Figures.Print("ListTranscriptionJobs, name contains, 8 at a time", await Figures.RateAsync(1_000, 8, i => transcribe.ListTranscriptionJobsAsync(
            new ListTranscriptionJobsRequest { JobNameContains = $"JOB-{i % 100}", MaxResults = 10 })), "requests/s");
        Figures.Print("GetTranscriptionJob, 8 at a time", await Figures.RateAsync(2_000, 8, i => transcribe.GetTranscriptionJobAsync(
            new GetTranscriptionJobRequest { TranscriptionJobName = $"job-{i % Jobs}" })), "requests/s");
    }

    private static Task<StartTranscriptionJobResponse> StartAsync(IAmazonTranscribeService transcribe, int i) =>
        transcribe.StartTranscriptionJobAsync(new StartTranscriptionJobRequest
        {
            TranscriptionJobName = $"job-{i}",
            LanguageCode = LanguageCode.EnUS,
            Media = new Media { MediaFileUri = $"s3://{Bucket}/media.wav" },
        });
}
