using Amazon.S3;
using Amazon.S3.Model;
using TranscribeConsole.EndToEnd.Tests.Hosting;

namespace TranscribeConsole.Benchmarks;

/// <summary>PUT and GET of small and large objects over the SDK, every PUT durable before it is answered.</summary>
internal static class ObjectBenchmark
{
    private const string Bucket = "benchmark";

    public static async Task RunAsync()
    {
        using var directory = new TemporaryDirectory();
        await using var console = await ConsoleProcess.StartAsync(directory["data"]);
        using var s3 = console.CreateS3();
        await s3.PutBucketAsync(Bucket);

        foreach (var workers in (int[])[1, 8])
        {
            await MeasureAsync(s3, size: 1 << 10, operations: 500 * workers, workers);
            await MeasureAsync(s3, size: 64 << 20, operations: 8, workers);
        }
    }

    private static async Task MeasureAsync(IAmazonS3 s3, int size, int operations, int workers)
    {
        var body = new byte[size];
        new Random(1).NextBytes(body);
        await PutAsync(s3, body, 0); // the first request of a kind pays for compilation
        await GetAsync(s3, size, 0);
        var puts = await Figures.RateAsync(operations, workers, i => PutAsync(s3, body, i));
        var gets = await Figures.RateAsync(operations, workers, i => GetAsync(s3, size, i));
        Print("PUT", size, workers, puts);
        Print("GET", size, workers, gets);
    }

    private static Task<PutObjectResponse> PutAsync(IAmazonS3 s3, byte[] body, int i) =>
        s3.PutObjectAsync(new PutObjectRequest { BucketName = Bucket, Key = $"{body.Length}/{i}", InputStream = new MemoryStream(body) });

    private static async Task GetAsync(IAmazonS3 s3, int size, int i)
    {
        using var response = await s3.GetObjectAsync(Bucket, $"{size}/{i}");
        await response.ResponseStream.CopyToAsync(Stream.Null);
    }

    private static void Print(string operation, int size, int workers, double rate)
    {
        if (size < 1 << 20)
            Figures.Print($"{operation} 1 KiB, {workers} at a time", rate, "requests/s");
        else
            Figures.Print($"{operation} 64 MiB, {workers} at a time", rate * size / (1 << 20), "MiB/s");
    }
}
