using System.Diagnostics;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Amazon.TranscribeService;
using TranscribeConsole.EndToEnd.Tests.Hosting;

namespace TranscribeConsole.EndToEnd.Tests.Crash;

/// <summary>Rounds of work on the embedded backend, in every tenth inside the published application, each ended by SIGKILL at a random moment, and a look at what is left.</summary>
/// <remarks>The seed decides what each worker does and when the kill comes; how far they get by then is the machine's.</remarks>
internal sealed class CrashRun(TemporaryDirectory directory, int seed, Action<string> report)
{
    private const string Bucket = "crash-test";
    private const int ObjectWorkers = 3;

    private readonly string _data = directory["data"];
    private readonly ObjectModel _objects = new(Bucket);
    private readonly UploadModel _uploads = new(Bucket);
    private readonly JobModel _jobs = new(Bucket);
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private int _rounds, _killedAtStart;

    public int AcknowledgedWrites => _objects.Acknowledged;

    public int AcknowledgedJobs => _jobs.Acknowledged;

    public string Summary =>
        $"seed {seed}, {_watch.Elapsed.TotalSeconds:0} s: {_rounds} kills, {_killedAtStart} of them during a start; {_objects.Acknowledged} writes, {_uploads.Acknowledged} parts and "
        + $"{_jobs.Acknowledged} starts and deletions of jobs were acknowledged, and {_jobs.Completed} jobs completed.";

    public async Task RunAsync(int rounds)
    {
        await PrepareAsync();
        for (var round = 0; round < rounds; round++)
        {
            await RoundAsync(new Random(unchecked((seed * 7919) + round)));
            _rounds++;
            if ((round + 1) % 10 == 0) report(Summary);
        }

        await FinishAsync();
        StoredFiles.Check(Path.Combine(_data, "aws"));
    }

    private async Task PrepareAsync()
    {
        var spoken = await new Samples(directory).SpokenAsync();
        await using var console = await ConsoleProcess.StartAsync(_data);
        using var s3 = console.CreateS3();
        await s3.PutBucketAsync(Bucket);
        await s3.PutObjectAsync(new PutObjectRequest { BucketName = Bucket, Key = JobModel.MediaKey, FilePath = spoken });
        Assert.Equal(0, await console.StopAsync());
    }

    private async Task RoundAsync(Random random)
    {
        if (random.Next(6) == 0)
        {
            await ConsoleProcess.StartAndKillBackendAsync(_data, TimeSpan.FromMilliseconds(random.Next(100, 700)));
            _killedAtStart++;
        }

        await using var console = random.Next(10) == 0 ? await ConsoleProcess.StartAsync(_data) : await ConsoleProcess.StartBackendAsync(_data);
        using var s3 = console.CreateS3();
        using var transcribe = console.CreateTranscribe();
        await CheckAsync(s3, transcribe);
        var work = WorkAsync(s3, transcribe, random);
        await Task.WhenAny(work, Task.Delay(random.Next(8) == 0 ? random.Next(1_000, 3_000) : random.Next(30, 800))); // sometimes long enough for a job's end
        await console.KillAsync();
        await work;
        AssertNothingLogged(console);
    }

    private async Task CheckAsync(IAmazonS3 s3, IAmazonTranscribeService transcribe)
    {
        await _objects.CheckAsync(s3);
        await _uploads.CheckAsync(s3, _objects);
        await _jobs.CheckAsync(s3, transcribe);
    }

    // Each worker has keys of its own: the order of its writes is then known.
    private Task WorkAsync(IAmazonS3 s3, IAmazonTranscribeService transcribe, Random random)
    {
        var work = Enumerable.Range(0, ObjectWorkers)
            .Select(number => new ObjectWorker(s3, _objects, Bucket, $"worker-{number}", new Random(random.Next())))
            .Select(worker => UntilBrokenAsync(worker.StepAsync));
        var uploader = new UploadWorker(s3, _uploads, _objects, Bucket, new Random(random.Next()));
        var clerk = new JobWorker(transcribe, _jobs, Bucket, new Random(random.Next()));
        return Task.WhenAll([.. work, UntilBrokenAsync(uploader.StepAsync), UntilBrokenAsync(clerk.StepAsync)]);
    }

    private static async Task UntilBrokenAsync(Func<Task> step)
    {
        try
        {
            while (true) await step();
        }
        catch (Exception e) when (e is HttpRequestException or IOException or AmazonClientException or AmazonUnmarshallingException)
        {
            // Killed. A refusal by a living backend is an AmazonServiceException with a status and fails the test.
            if (e is AmazonServiceException { StatusCode: not 0 } and not AmazonUnmarshallingException) throw;
        }
    }

    private async Task FinishAsync()
    {
        await using var console = await ConsoleProcess.StartAsync(_data);
        using var s3 = console.CreateS3();
        using var transcribe = console.CreateTranscribe();
        await CheckAsync(s3, transcribe);
        await UploadModel.AbortAllAsync(s3, Bucket);
        using var stuck = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        while (await _jobs.CheckAsync(s3, transcribe) > 0) await Task.Delay(500, stuck.Token);
        AssertNothingLogged(console);
        Assert.Equal(0, await console.StopAsync());
    }

    private static void AssertNothingLogged(ConsoleProcess console) =>
        Assert.DoesNotContain(console.Output.Split('\n'), line => line.Contains("\"@l\":\"Error\"", StringComparison.Ordinal) || line.StartsWith("fail:", StringComparison.Ordinal));
}
