using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Amazon.TranscribeService.Model;
using TranscribeConsole.EndToEnd.Tests.Hosting;

namespace TranscribeConsole.Benchmarks;

/// <summary>The list of jobs as browsers ask for it: bytes of the first load, pages per second, and time with 100,000 jobs.</summary>
internal static partial class ListBenchmark
{
    private const int Jobs = 100_000;
    private const int Rounds = 60;

    private static readonly string[] Pages = ["jobs", "create-job", "custom-vocabulary", "create-vocabulary", "vocabulary-filtering", "create-vocabulary-filter", "custom-language-model", "train-model"];

    private static readonly string[] Filters =
        ["", "status=COMPLETED", "status=QUEUED", "search=bulk-99", "search=bulk-1234", "search=no-such-name", "status=FAILED&search=no-such-name"];

    public static async Task RunAsync()
    {
        using var directory = new TemporaryDirectory();
        var data = directory["data"];
        await using (var first = await ConsoleProcess.StartAsync(data))
        {
            await AddJobAsync(first, await new Samples(directory).SpokenAsync());
            foreach (var page in Pages) Figures.Print($"first load of /{page}, compressed (goal: under 100)", await FirstLoadAsync(first.Address, page) / 1000.0, "kB");
            Figures.Print("prerendered /jobs, wrk with 16 connections", await WrkAsync(new Uri(first.Address, "jobs")), "requests/s");
            await first.StopAsync();
        }

        await Figures.RunProgramAsync("sqlite3", Path.Combine(data, "aws", "localaws.db"), string.Create(CultureInfo.InvariantCulture,
            $"""
            WITH RECURSIVE seq(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM seq WHERE n < {Jobs})
            INSERT INTO jobs (name, status, created_ms, started_ms, completed_ms, media_bucket, media_key, output_bucket, output_key, request)
            SELECT 'bulk-' || n, iif(n % 5, 'COMPLETED', 'FAILED'), created_ms, started_ms, created_ms, media_bucket, media_key, output_bucket, output_key, request
            FROM seq, (SELECT * FROM jobs LIMIT 1);
            """));
        await using var console = await ConsoleProcess.StartAsync(data);
        using var client = new HttpClient { BaseAddress = console.Address };
        await client.GetStringAsync("jobs"); // the first one compiles
        foreach (var filter in Filters) Figures.Print($"/jobs?{filter} of 100,000, p95 (goal: under 50)", await P95Async(client, $"jobs?{filter}"), "ms");
    }

    private static async Task AddJobAsync(ConsoleProcess console, string spoken)
    {
        using var s3 = console.CreateS3();
        using var transcribe = console.CreateTranscribe();
        await s3.PutBucketAsync("benchmark");
        await s3.PutObjectAsync(new() { BucketName = "benchmark", Key = "media.wav", FilePath = spoken });
        await transcribe.StartTranscriptionJobAsync(new StartTranscriptionJobRequest
        {
            TranscriptionJobName = "first",
            LanguageCode = "en-US",
            Media = new Media { MediaFileUri = "s3://benchmark/media.wav" },
        });
    }

    /// <summary>Bytes of the bodies of the page and of every style sheet, script and image it names, as they are sent to a browser.</summary>
    private static async Task<long> FirstLoadAsync(Uri console, string path)
    {
        using var client = new HttpClient(new HttpClientHandler { AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = console };
        client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("gzip, br");
        using var plain = new HttpClient { BaseAddress = console };
        var page = await plain.GetStringAsync(path);
        var bytes = (await client.GetByteArrayAsync(path)).LongLength;
        foreach (var address in Parts().Matches(page).Select(match => match.Groups["address"].Value).Distinct())
            bytes += (await client.GetByteArrayAsync(address)).LongLength;
        return bytes;
    }

    private static async Task<double> WrkAsync(Uri address)
    {
        var start = new ProcessStartInfo("wrk") { RedirectStandardOutput = true };
        foreach (var argument in (string[])["-t2", "-c16", "-d10s", address.ToString()]) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return double.Parse(Rate().Match(output).Groups["rate"].Value, CultureInfo.InvariantCulture);
    }

    private static async Task<double> P95Async(HttpClient client, string address)
    {
        var times = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            await client.GetByteArrayAsync(address);
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        return times.Order().ElementAt(Rounds * 95 / 100);
    }

    [GeneratedRegex("""<(?:link|script)\b[^>]*\b(?:href|src)="(?<address>[^"]+)""")]
    private static partial Regex Parts();

    [GeneratedRegex(@"Requests/sec:\s+(?<rate>[\d.]+)")]
    private static partial Regex Rate();
}
