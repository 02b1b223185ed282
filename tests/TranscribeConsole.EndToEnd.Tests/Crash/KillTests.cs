using Amazon.S3.Transfer;
using TranscribeConsole.EndToEnd.Tests.Hosting;
using Xunit.Abstractions;

namespace TranscribeConsole.EndToEnd.Tests.Crash;

public sealed class KillTests(ITestOutputHelper output)
{
    private const int Rounds = 10;
    private const string Bucket = "crash-test";

    [Fact]
    public async Task Whatever_was_acknowledged_survives_ten_kills_and_every_job_completes()
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        using var directory = new TemporaryDirectory();
        var spoken = await new Samples(directory).SpokenAsync();
        var data = directory["data"];
        var workload = new Workload(Bucket, $"s3://{Bucket}/media.wav", random);
        await PrepareAsync(data, spoken);

        for (var round = 0; round < Rounds; round++)
        {
            await using var console = await ConsoleProcess.StartAsync(data);
            using var s3 = console.CreateS3();
            using var transcribe = console.CreateTranscribe();
            await workload.CheckObjectsAsync(s3);
            await workload.CheckJobsAsync(transcribe);

            var work = workload.RunAsync(s3, transcribe);
            await Task.WhenAny(work, Task.Delay(random.Next(100, 2_000)));
            await console.KillAsync();
            await work;
        }

        await CheckAtTheEndAsync(data, workload);
        output.WriteLine($"{workload.AcknowledgedWrites} writes and {workload.AcknowledgedJobs.Count()} jobs were acknowledged.");
        Assert.True(workload.AcknowledgedWrites > Rounds, "The kills came before the work: nothing was proven.");
        Assert.NotEmpty(workload.AcknowledgedJobs);
    }

    private static async Task PrepareAsync(string data, string spoken)
    {
        await using var console = await ConsoleProcess.StartAsync(data);
        using var s3 = console.CreateS3();
        await s3.PutBucketAsync(Bucket);
        using var transfer = new TransferUtility(s3);
        await transfer.UploadAsync(spoken, Bucket, "media.wav");
        Assert.Equal(0, await console.StopAsync());
    }

    private static async Task CheckAtTheEndAsync(string data, Workload workload)
    {
        await using var console = await ConsoleProcess.StartAsync(data);
        using var s3 = console.CreateS3();
        using var transcribe = console.CreateTranscribe();
        await workload.CheckObjectsAsync(s3);
        using var giveUp = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        while (await workload.CheckJobsAsync(transcribe) is { Count: > 0 }) await Task.Delay(500, giveUp.Token);
        Assert.Equal(0, await console.StopAsync());
    }
}
