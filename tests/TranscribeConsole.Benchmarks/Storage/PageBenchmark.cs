using System.Globalization;
using Amazon.TranscribeService.Model;
using TranscribeConsole.EndToEnd.Tests.Hosting;

namespace TranscribeConsole.Benchmarks.Storage;

/// <summary>Pages of long lists: 1,000 of 100,000 keys under a prefix, and 100 of 100,000 jobs.</summary>
internal static class PageBenchmark
{
    private const int Rows = 100_000;
    private const string Middle = "&start-after=many%2Fkey-50000";

    /// <param name="directory">Has the stopped console's data directory, with an object and no job in it.</param>
    public static async Task RunAsync(TemporaryDirectory directory)
    {
        await FillAsync(Path.Combine(directory["data"], "aws", "localaws.db"));
        await using var console = await ConsoleProcess.StartAsync(directory["data"]);
        var presigner = new Presigner(console.AccessKey, console.SecretKey, console.Backend);
        using var client = new HttpClient { BaseAddress = console.Backend };
        // The runtime compiles what it has run some hundred times anew: the first two rows are a fresh process, the others one that has been used.
        foreach (var (name, after) in ((string, string)[])[("first", ""), ("middle", Middle), ("first, compiled", ""), ("middle, compiled", Middle)])
        {
            Figures.Print($"ListObjectsV2, 1,000 of 100,000, {name} page, p95 (goal: under 20)", await Figures.P95Async(async () =>
            {
                var page = await client.GetStringAsync(presigner.Target("GET", "/benchmark", $"list-type=2&prefix=many%2F{after}"));
                if (!page.Contains("<KeyCount>1000<", StringComparison.Ordinal)) throw new InvalidOperationException("The page is not of 1,000 keys.");
            }), "ms");
        }

        using var transcribe = console.CreateTranscribe();
        foreach (var request in (ListTranscriptionJobsRequest[])
            [new() { MaxResults = 100 }, new() { MaxResults = 100, Status = "FAILED" }, new() { MaxResults = 100, JobNameContains = "bulk-9" }])
        {
            Figures.Print($"ListTranscriptionJobs, 100 of 100,000, {request.Status}{request.JobNameContains} p95 (goal: under 10)", await Figures.P95Async(async () =>
            {
                var page = await transcribe.ListTranscriptionJobsAsync(request);
                if (page.TranscriptionJobSummaries is not { Count: 100 }) throw new InvalidOperationException("The page is not of 100 jobs.");
            }), "ms");
        }
    }

    private static Task<TimeSpan> FillAsync(string database) => Figures.RunProgramAsync("sqlite3", database, string.Create(CultureInfo.InvariantCulture,
        $$"""
        WITH RECURSIVE seq(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM seq WHERE n < {{Rows}})
        INSERT INTO objects (bucket, key, size, etag, modified, headers, metadata, checksums, checksum_type)
        SELECT bucket, CAST(printf('many/key-%05d', n % 100000) AS BLOB), size, etag, modified, headers, metadata, checksums, checksum_type
        FROM seq, (SELECT * FROM objects WHERE bucket = 'benchmark' LIMIT 1);
        WITH RECURSIVE seq(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM seq WHERE n < {{Rows}})
        INSERT INTO jobs (name, status, created_ms, started_ms, completed_ms, media_bucket, media_key, output_bucket, output_key, request)
        SELECT 'bulk-' || n, iif(n % 5, 'COMPLETED', 'FAILED'), unixepoch() * 1000, unixepoch() * 1000, unixepoch() * 1000, 'benchmark', 'm', 'benchmark', 'o',
          '{"TranscriptionJobName":"bulk","LanguageCode":"en-US","Media":{"MediaFileUri":"s3://benchmark/m"} }'
        FROM seq;
        """));
}
