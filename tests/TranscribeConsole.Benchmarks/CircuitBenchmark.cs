using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Amazon.TranscribeService.Model;
using Microsoft.Playwright;
using TranscribeConsole.EndToEnd.Tests.Hosting;

namespace TranscribeConsole.Benchmarks;

/// <summary>What a page that is open and idle keeps on the server: live objects after a full collection, by dotnet-gcdump.</summary>
internal static partial class CircuitBenchmark
{
    private const int WarmUp = 5;
    private const int Circuits = 15;

    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(3);

    private static readonly string[] Pages =
        ["jobs", "jobs/first", "jobs/first/transcript", "create-job", "objects", "custom-vocabulary", "create-vocabulary", "create-vocabulary-filter", "train-model"];

    public static async Task RunAsync()
    {
        using var directory = new TemporaryDirectory();
        await using var console = await ConsoleProcess.StartAsync(directory["data"]);
        await AddJobAsync(console, Samples.Recorded);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"] });
        foreach (var path in Pages)
        {
            await CloseAsync(await OpenAsync(browser, console, path, WarmUp)); // what the first ones compile and cache is not the circuit's
            var before = await HeapAsync(console.ProcessId, directory["heap.gcdump"], circuits: 0);
            var open = await OpenAsync(browser, console, path, Circuits);
            var after = await HeapAsync(console.ProcessId, directory["heap.gcdump"], Circuits);
            Figures.Print($"heap of an idle circuit on {path} (goal: under 300)", (after - before) / 1000.0 / Circuits, "kB");
            await CloseAsync(open);
        }
    }

    private static async Task AddJobAsync(ConsoleProcess console, string media)
    {
        using var s3 = console.CreateS3();
        using var transcribe = console.CreateTranscribe();
        await s3.PutBucketAsync("benchmark");
        await s3.PutObjectAsync(new() { BucketName = "benchmark", Key = "media.wav", FilePath = media });
        await transcribe.StartTranscriptionJobAsync(new StartTranscriptionJobRequest
        {
            TranscriptionJobName = "first",
            LanguageCode = "en-US",
            Media = new() { MediaFileUri = "s3://benchmark/media.wav" },
        });
        while ((await transcribe.GetTranscriptionJobAsync(new() { TranscriptionJobName = "first" })).TranscriptionJob!.TranscriptionJobStatus != "COMPLETED") await Task.Delay(200);
    }

    private static async Task<IBrowserContext> OpenAsync(IBrowser browser, ConsoleProcess console, string path, int pages)
    {
        var context = await browser.NewContextAsync(new() { BaseURL = console.Address.ToString() });
        for (var i = 0; i < pages; i++)
        {
            var page = await context.NewPageAsync();
            await page.GotoAsync(path);
            await page.Locator("main[data-interactive=true]").WaitForAsync();
        }

        await Task.Delay(Idle);
        return context;
    }

    // Pages that are left say so, and their circuits end; those of a context that is closed would be kept for minutes.
    private static async Task CloseAsync(IBrowserContext context)
    {
        foreach (var page in context.Pages) await page.GotoAsync("about:blank");
        await context.CloseAsync();
    }

    /// <summary>Bytes of live objects once so many circuits are alive; taking the dump collects first.</summary>
    private static async Task<double> HeapAsync(int processId, string file, int circuits)
    {
        var program = Environment.GetEnvironmentVariable("GCDUMP") ?? "dotnet-gcdump";
        while (true)
        {
            File.Delete(file);
            await Figures.RunProgramAsync(program, "collect", "-p", processId.ToString(CultureInfo.InvariantCulture), "-o", file);
            using var report = Process.Start(new ProcessStartInfo(program, ["report", file]) { RedirectStandardOutput = true })!;
            var text = await report.StandardOutput.ReadToEndAsync();
            await report.WaitForExitAsync();
            if (Number(CircuitCount().Match(text)) == circuits) return Number(HeapBytes().Match(text));
            await Task.Delay(Idle);
        }
    }

    private static double Number(Match match) => match.Success ? double.Parse(match.Groups["number"].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"(?<number>[\d,]+)\s+GC Heap bytes")]
    private static partial Regex HeapBytes();

    [GeneratedRegex(@"(?<number>[\d,]+)\s+Microsoft\.AspNetCore\.Components\.Server\.Circuits\.CircuitHost\s")]
    private static partial Regex CircuitCount();
}
