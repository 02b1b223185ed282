using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using TranscribeConsole.EndToEnd.Tests.Hosting;

namespace TranscribeConsole.Benchmarks;

/// <summary>The reading page in Chromium on a transcript of four hours and 36,000 words, and its exports by HTTP.</summary>
internal static class ReadingBenchmark
{
    private const string Bucket = "benchmark";
    private const string Name = "four-hours";
    private const int Jobs = 4;

    // What the console does after its start has ended by then, as it has when people come.
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(5);

    public static async Task RunAsync()
    {
        using var directory = new TemporaryDirectory();
        await using var amazon = await ConsoleProcess.StartAsync(directory["amazon"]);
        await using var transcribe = await RecordingTranscribe.StartAsync();
        await AddJobAsync(amazon, transcribe);
        await using var console = await ConsoleProcess.StartOverAsync(amazon, transcribe.Address, directory["data"], $"--Upload:Bucket={Bucket}");
        await Task.Delay(Settled);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"] });
        await OpenElsewhereAsync(browser, amazon);
        await MeasurePageAsync(browser, console);
        await MeasureExportsAsync(console);
    }

    private static string NameOf(int job) => job == 0 ? Name : $"{Name}-{job}";

    private static async Task AddJobAsync(ConsoleProcess amazon, RecordingTranscribe transcribe)
    {
        using var s3 = amazon.CreateS3();
        await s3.PutBucketAsync(Bucket);
        using var body = new MemoryStream(GeneratedTranscript.Of(TimeSpan.FromHours(4), 36_000));
        await s3.PutObjectAsync(new() { BucketName = Bucket, Key = $"{Name}.json", InputStream = body });
        await s3.PutObjectAsync(new() { BucketName = Bucket, Key = "media.wav", FilePath = Samples.Recorded });
        foreach (var job in Enumerable.Range(0, Jobs).Select(NameOf)) transcribe.Add(new JsonObject
        {
            ["TranscriptionJobName"] = job,
            ["LanguageCode"] = "en-US",
            ["Media"] = new JsonObject { ["MediaFileUri"] = $"s3://{Bucket}/media.wav" },
            ["Transcript"] = new JsonObject { ["TranscriptFileUri"] = $"{amazon.Backend}{Bucket}/{Name}.json" },
        });
    }

    // Browsers of people run already; what a fresh one takes to draw its first page is not the console's.
    private static async Task OpenElsewhereAsync(IBrowser browser, ConsoleProcess other)
    {
        await using var context = await browser.NewContextAsync(new() { BaseURL = other.Address.ToString() });
        var page = await context.NewPageAsync();
        await page.GotoAsync("jobs");
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
    }

    private static async Task MeasurePageAsync(IBrowser browser, ConsoleProcess console)
    {
        for (var run = 0; run < Jobs + 3; run++)
        {
            // Each that is read for the first time, then the last one again, from memory.
            var job = NameOf(Math.Min(run, Jobs - 1));
            var which = run == 0 ? "first in the process" : run < Jobs ? "read for the first time" : "from memory";
            await using var context = await browser.NewContextAsync(new() { BaseURL = console.Address.ToString() });
            var page = await context.NewPageAsync();
            await page.GotoAsync($"jobs/{job}/transcript", new() { WaitUntil = WaitUntilState.Commit });
            await page.Locator("transcript-reader[data-ready=true] li.turn").First.WaitForAsync();
            // Since the navigation began, with an empty cache; the page's own mark, which Playwright's waiting does not delay.
            var opened = await page.EvaluateAsync<double>("() => performance.getEntriesByName('transcript-shown')[0].startTime");
            var firstByte = await page.EvaluateAsync<double>("() => performance.getEntriesByType('navigation')[0].responseStart");
            Figures.Print($"first byte of its page, {which}", firstByte, "ms");
            Figures.Print($"open, {which} (goal: under 500)", opened, "ms");
            await page.Locator("transcript-reader[data-interactive=true][data-ready=true] li.turn").First.WaitForAsync();
            if (run < Jobs + 2) continue;
            foreach (var text in new[] { "a", "qu", "nowhere" })
                Figures.Print($"find '{text}', with marks and scrolling (goal: under 100)", await FindAsync(page, text), "ms");
            Figures.Print("elements of the document (goal: under 2,000)", await page.EvaluateAsync<int>("() => document.querySelectorAll('*').length"), "");
        }
    }

    private static Task<double> FindAsync(IPage page, string text) => page.EvaluateAsync<double>(
        """
        text => {
          const field = document.querySelector('#reader-find');
          const before = performance.now();
          field.value = text;
          field.dispatchEvent(new Event('input', { bubbles: true }));
          document.body.offsetHeight;
          return performance.now() - before;
        }
        """, text);

    private static async Task MeasureExportsAsync(ConsoleProcess console)
    {
        using var http = new HttpClient { BaseAddress = console.Address };
        console.PeakMemory(reset: true);
        foreach (var format in new[] { "json", "txt", "docx", "srt", "vtt", "csv", "html" })
        {
            var best = double.MaxValue;
            for (var run = 0; run < 3; run++)
            {
                var watch = Stopwatch.StartNew();
                using var answer = await http.GetAsync(new Uri($"jobs/{Name}/transcript.{format}", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
                await answer.EnsureSuccessStatusCode().Content.CopyToAsync(Stream.Null);
                best = Math.Min(best, watch.Elapsed.TotalMilliseconds);
            }

            Figures.Print($"{format} by HTTP (goal: under {(format == "docx" ? 3000 : 1000)})", best, "ms");
        }

        Figures.Print("highest resident memory of the console while it exports", console.PeakMemory(reset: false) / 1e6, "MB");
    }
}
